package dk.sagsflow.jdbc;

import dk.sagsflow.jdbc.SentStatements.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The statements that commands of the library sent, sent again one by one with the same values, but for the numbers of the cases, the
 * numbers of the events and the times: what somebody writes who knows what to write and asks nothing.
 */
final class BareLoop {
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000_000);

    private final DataSource source;
    private final List<Sent> statements;
    private final List<String> numbers;

    private BareLoop(DataSource source, List<Sent> statements, List<String> numbers) {
        this.source = source;
        this.statements = statements;
        this.numbers = numbers;
    }

    /** What the last step sent, which was one on these cases. */
    static BareLoop recorded(DataSource source, List<String> numbers, Consumer<DataSource> work) {
        SentStatements all = new SentStatements();
        work.accept(all.of(source));
        List<Sent> sent = all.all();
        int last = sent.size() - 1;
        while (!sent.get(last).sql().contains("FOR UPDATE")) {
            last--;
        }
        List<Sent> single = new ArrayList<>();
        sent.subList(last - 1, sent.size()).forEach(each -> single.addAll(each.single()));
        return new BareLoop(source, single, numbers);
    }

    String statements() {
        return statements.stream().map(Sent::sql).collect(Collectors.joining("\n"));
    }

    /** The same on these cases, which nobody else works on. */
    void step(List<String> others) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = source.getConnection()) {
            send(connection, statements.get(0), others, now);
            connection.setAutoCommit(false);
            for (Sent each : statements.subList(1, statements.size())) {
                send(connection, each, others, now);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void send(Connection connection, Sent sent, List<String> others, OffsetDateTime now) throws SQLException {
        boolean event = sent.sql().startsWith("INSERT INTO sagsflow_event");
        try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
            for (var value : sent.values().entrySet()) {
                Object bound = value.getValue();
                if (bound instanceof String text && numbers.contains(text)) {
                    bound = others.get(numbers.indexOf(text));
                } else if (bound instanceof OffsetDateTime at && at.isAfter(now.minusDays(1)) && at.isBefore(now)) {
                    bound = now;
                } else if (event && value.getKey() == 2) {
                    bound = SEQUENCE.incrementAndGet();
                }
                statement.setObject(value.getKey(), bound);
            }
            if (sent.reads()) {
                read(statement);
            } else {
                int unused = statement.executeUpdate();
            }
        }
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    Object unused = result.getObject(column);
                }
            }
        }
    }
}
