package dk.sagsflow.jdbc.table;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.jdbc.session.Transactions;
import java.time.Instant;

/** The log in tables. Within a transaction of the host it shows what others have read of it by then. */
record JdbcLog(Transactions transactions, StoreParts parts) implements EventLog {
    private LogTable table() {
        return parts.log();
    }

    @Override
    public LogPosition beginning() {
        return table().extent(transactions).beginning();
    }

    @Override
    public LogPosition end() {
        return table().extent(transactions).end();
    }

    @Override
    public ImmutableList<LoggedStep> after(LogPosition position, int limit) {
        requireNonNull(position, "position");
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        LogTable.Extent extent = table().extent(transactions);
        return transactions.read(session -> table().after(session, extent, position, limit));
    }

    @Override
    public long countAfter(LogPosition position) {
        requireNonNull(position, "position");
        return table().extent(transactions).countAfter(position);
    }

    @Override
    public int forget(Instant before, int limit) {
        requireNonNull(before, "before");
        LogTable.Extent unused = table().extent(transactions);
        return transactions.result(session -> {
            LogTable.Extent unusedToo = table().lock(session);
            long firstNeeded = parts.subscriptions().firstNeeded(session);
            return table().forget(session, before, limit, firstNeeded);
        });
    }
}
