package dk.sagsflow.jdbc.session;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.bounds.Microseconds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection at work. What is written {@linkplain #later later} goes to the database when it is flushed, together: in
 * PostgreSQL in one round trip. Not thread-safe.
 */
public final class Session {
    /** Above that, statements of one kind are sent together instead of one after the other in one message. */
    private static final int MANY = 80;

    private final Connection connection;
    private final Dialect dialect;
    private boolean provisional;
    private final List<Statement> waiting = new ArrayList<>();

    private record Statement(String sql, ImmutableList<Object> values) {}

    /** Reads what a row says. */
    public interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    public Session(Connection connection, Dialect dialect) {
        this(connection, dialect, false);
    }

    /**
     * A connection at work.
     *
     * @param provisional whether it reads what may be rolled back
     */
    public Session(Connection connection, Dialect dialect, boolean provisional) {
        this.connection = connection;
        this.dialect = dialect;
        this.provisional = provisional;
    }

    /** Whether what it reads may have been written in this transaction, which may be rolled back. */
    public boolean provisional() {
        return provisional;
    }

    /** From now on it reads what was written in this transaction. */
    public void readsItsOwn() {
        provisional = true;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Something that is asked {@linkplain #ask together} with others. Not thread-safe. */
    public static final class Question<T> {
        private final Reading<T> reading;
        private final String sql;
        private final ImmutableList<Object> values;
        private ImmutableList<T> rows = ImmutableList.of();

        public Question(Reading<T> reading, String sql, Object... values) {
            this.reading = reading;
            this.sql = sql;
            this.values = ImmutableList.copyOf(values);
        }

        /** What was found; nothing before it was asked. */
        public ImmutableList<T> rows() {
            return rows;
        }

        private void answer(ResultSet result) throws SQLException {
            rows = read(reading, result);
        }
    }

    public <T> ImmutableList<T> all(Reading<T> reading, String sql, Object... values) throws SQLException {
        flush();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            try (ResultSet result = statement.executeQuery()) {
                return read(reading, result);
            }
        }
    }

    private static <T> ImmutableList<T> read(Reading<T> reading, ResultSet result) throws SQLException {
        ImmutableList.Builder<T> rows = ImmutableList.builder();
        Row row = new Row(result);
        while (result.next()) {
            row.next();
            rows.add(reading.of(row));
        }
        return rows.build();
    }

    /** Asks one after the other: in PostgreSQL in one round trip, where each finds what was committed while the one before waited. */
    public void ask(List<? extends Question<?>> questions) throws SQLException {
        if (dialect.sendsTogether() && questions.size() > 1) {
            askTogether(questions);
            return;
        }
        for (Question<?> each : questions) {
            answer(each);
        }
    }

    private <T> void answer(Question<T> question) throws SQLException {
        question.rows = all(question.reading, question.sql, question.values.toArray());
    }

    private void askTogether(List<? extends Question<?>> questions) throws SQLException {
        flush();
        String sql = questions.stream().map((Question<?> each) -> each.sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int from = 1;
            for (Question<?> each : questions) {
                from = bind(statement, from, each.values.toArray());
            }
            boolean unused = statement.execute();
            for (Question<?> each : questions) {
                try (ResultSet result = statement.getResultSet()) {
                    each.answer(result);
                }
                unused = statement.getMoreResults();
            }
        }
    }

    public <T> Optional<T> first(Reading<T> reading, String sql, Object... values) throws SQLException {
        return all(reading, sql, values).stream().findFirst();
    }

    /** Does this now and says how many rows it touched. */
    public int count(String sql, Object... values) throws SQLException {
        flush();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, values);
            return statement.executeUpdate();
        }
    }

    /** Does this before anything else is read, or when the transaction ends. */
    public void later(String sql, Object... values) {
        waiting.add(new Statement(sql, ImmutableList.copyOf(values)));
    }

    public void forget() {
        waiting.clear();
    }

    public void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Statement> now = ImmutableList.copyOf(waiting);
        waiting.clear();
        if (dialect.sendsTogether() && now.size() <= MANY) {
            sendTogether(now);
        } else {
            sendByKind(now);
        }
    }

    private void sendTogether(List<Statement> now) throws SQLException {
        String sql = now.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int from = 1;
            for (Statement each : now) {
                from = bind(statement, from, each.values().toArray());
            }
            boolean unused = statement.execute();
            while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                // A later statement that fails says so when its result is asked for.
            }
        }
    }

    /** Statements of one kind stay in order, and kinds come in the order of their first. */
    private void sendByKind(List<Statement> now) throws SQLException {
        Map<String, List<ImmutableList<Object>>> kinds = new LinkedHashMap<>();
        now.forEach(each ->
                kinds.computeIfAbsent(each.sql(), fresh -> new ArrayList<>()).add(each.values()));
        for (Map.Entry<String, List<ImmutableList<Object>>> kind : kinds.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(kind.getKey())) {
                for (ImmutableList<Object> values : kind.getValue()) {
                    int unused = bind(statement, 1, values.toArray());
                    statement.addBatch();
                }
                int[] unused = statement.executeBatch();
            }
        }
    }

    @CanIgnoreReturnValue
    private static int bind(PreparedStatement statement, int from, Object... values) throws SQLException {
        int place = from;
        for (Object value : values) {
            statement.setObject(place, stored(value));
            place++;
        }
        return place;
    }

    private static @Nullable Object stored(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? stored(optional.get()) : null;
        }
        if (value instanceof String text) {
            return StoredText.stored(text);
        }
        if (value instanceof Instant instant) {
            return kept(instant).atOffset(ZoneOffset.UTC);
        }
        return value;
    }

    /** What lies beyond what databases can keep is as far away as they can tell. */
    public static Instant kept(Instant instant) {
        if (instant.isAfter(Claims.LATEST)) {
            return Claims.LATEST;
        }
        return instant.isBefore(Claims.EARLIEST) ? Claims.EARLIEST : Microseconds.kept(instant);
    }

    /** The first instant that databases keep and that is not before this one: what tells those before it from the others. */
    public static Instant keptFrom(Instant instant) {
        Instant kept = kept(instant);
        return kept.isBefore(instant) && kept.isBefore(Claims.LATEST) ? Microseconds.due(instant) : kept;
    }

    /** A list of placeholders for so many values, or a few more, so that there are few different statements. */
    public static String places(int values) {
        return "(" + "?, ".repeat(padded(values) - 1) + "?)";
    }

    /** The values for {@link #places}; the last one fills up. */
    public static Object[] filled(List<?> values) {
        List<Object> all = new ArrayList<>(values);
        while (all.size() < padded(values.size())) {
            all.add(values.get(values.size() - 1));
        }
        return all.toArray();
    }

    private static int padded(int values) {
        return values <= 2 ? values : Integer.highestOneBit(values - 1) << 1;
    }

    public static Object[] join(Object[] first, Object... more) {
        Object[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    public static ImmutableList<String> texts(Iterable<?> values) {
        return Streams.stream(values).map(Object::toString).collect(toImmutableList());
    }
}
