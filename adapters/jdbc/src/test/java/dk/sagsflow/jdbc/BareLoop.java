package dk.sagsflow.jdbc;

import com.google.common.base.Splitter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

    private record Sent(String sql, TreeMap<Integer, Object> values) {
        boolean reads() {
            return sql.startsWith("SELECT");
        }
    }

    private BareLoop(DataSource source, List<Sent> statements, List<String> numbers) {
        this.source = source;
        this.statements = statements;
        this.numbers = numbers;
    }

    /** What the last step sent, which was one on these cases. */
    static BareLoop recorded(DataSource source, List<String> numbers, Consumer<DataSource> work) {
        List<Sent> sent = new ArrayList<>();
        work.accept((DataSource) proxied(source, DataSource.class, sent));
        int last = sent.size() - 1;
        while (!sent.get(last).sql().contains("FOR UPDATE")) {
            last--;
        }
        List<Sent> single = new ArrayList<>();
        sent.subList(last - 1, sent.size()).forEach(each -> single.addAll(split(each)));
        return new BareLoop(source, single, numbers);
    }

    private static List<Sent> split(Sent together) {
        List<Sent> single = new ArrayList<>();
        int from = 1;
        for (String sql : Splitter.on(";\n").split(together.sql())) {
            TreeMap<Integer, Object> values = new TreeMap<>();
            for (int place = 1; place <= sql.chars().filter(each -> each == '?').count(); place++) {
                values.put(place, together.values().get(from));
                from++;
            }
            single.add(new Sent(sql, values));
        }
        return single;
    }

    private static Object proxied(Object target, Class<?> type, List<Sent> sent) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> {
            try {
                Object given = called.invoke(target, values);
                if (called.getName().equals("addBatch")) {
                    sent.add(new Sent(sent.get(sent.size() - 1).sql(), new TreeMap<>()));
                }
                if (called.getName().equals("executeBatch")) {
                    sent.remove(sent.size() - 1);
                }
                if (called.getName().equals("prepareStatement")) {
                    sent.add(new Sent(String.valueOf(values[0]), new TreeMap<>()));
                    return proxied(given, PreparedStatement.class, sent);
                }
                if (called.getName().equals("setObject")) {
                    sent.get(sent.size() - 1).values().put((Integer) values[0], values[1]);
                }
                return given instanceof Connection ? proxied(given, Connection.class, sent) : given;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
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
