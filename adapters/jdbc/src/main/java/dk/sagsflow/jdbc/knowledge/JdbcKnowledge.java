package dk.sagsflow.jdbc.knowledge;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.jdbc.session.Transactions;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStep;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import java.util.List;
import java.util.function.UnaryOperator;

/** Knowledge in tables, each call in a transaction of its own. */
public final class JdbcKnowledge implements KnowledgeStore {
    private final Transactions transactions;
    private final KnowledgeTables tables = new KnowledgeTables(new KnowledgeEventJson());

    public JdbcKnowledge(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(List<? extends KnowledgeEvent> events) {
        ImmutableList<KnowledgeEvent> step = ImmutableList.copyOf(events);
        checkArgument(!step.isEmpty(), "a step without events is none");
        transactions.run(session -> tables.append(session, step));
    }

    @Override
    public ImmutableList<KnowledgeEvent> history(RecordId record) {
        requireNonNull(record, "record");
        return transactions.read(session -> tables.history(session, record));
    }

    @Override
    public LogPosition beginning() {
        return KnowledgeTables.position(0);
    }

    @Override
    public ImmutableList<KnowledgeStep> after(LogPosition position, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        long last = tables.last(transactions);
        long place = KnowledgeTables.place(position, last);
        return place == last
                ? ImmutableList.of()
                : transactions.read(session -> tables.steps(session, place, Math.min(last, place + limit)));
    }

    @Override
    public void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then) {
        requireNonNull(anew, "anew");
        requireNonNull(then, "then");
        transactions.run(session -> {
            tables.rewrite(session, anew);
            tables.append(session, ImmutableList.of(then));
        });
    }
}
