package dk.sagsflow.jdbc.session;

import com.google.common.collect.MapMaker;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Lets one transaction at a time write to a file of H2. H2 stores its maps one after the other while other transactions write on, so a
 * version of the file may hold changes of an open transaction without what says how to undo them. If the process dies before the next
 * version, they stay for ever, and a later transaction that happens to have the same number takes them for its own: rows stay locked,
 * and what it commits may be left out. If nobody else writes while a version is stored, each version is whole. PostgreSQL and H2 in memory need
 * nothing of this, so everybody has a turn there at once. Safe for use by many threads.
 */
final class OneWriter {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** So often those who wait look whether a host has ended its transaction without a word. */
    private static final int LOOK_MILLIS = 20;

    private static final ConcurrentMap<String, OneWriter> OF_FILES =
            new MapMaker().weakValues().makeMap();
    private static final OneWriter NONE = new OneWriter(LONGEST_WAIT);

    private final Duration longestWait;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final List<Turn> turns = new ArrayList<>();

    OneWriter(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** The one of the database of a connection, the same for all connections of this process. */
    static OneWriter of(Connection connection, Dialect dialect) throws SQLException {
        Optional<String> file = dialect == Dialect.H2 ? file(connection) : Optional.empty();
        return file.map(path -> OF_FILES.computeIfAbsent(path, fresh -> new OneWriter(LONGEST_WAIT)))
                .orElse(NONE);
    }

    private static Optional<String> file(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT DATABASE_PATH()");
                ResultSet path = statement.executeQuery()) {
            return path.next() ? Optional.ofNullable(path.getString(1)) : Optional.empty();
        }
    }

    /** The right to write, until it is given back. The thread that has it may take further ones. */
    final class Turn {
        private final Thread thread = Thread.currentThread();
        private final Optional<Connection> host;

        private Turn(Optional<Connection> host) {
            this.host = host;
        }

        void giveBack() {
            end(this);
        }

        boolean isTaken() {
            return isOpen(this);
        }

        /** Whoever joined a transaction twice ends it once. */
        private boolean endsWith(Turn ended) {
            return this == ended || (host.isPresent() && host.equals(ended.host));
        }

        /** A host need not say that it rolled back. */
        private boolean isOver() {
            try {
                return host.isPresent() && (host.get().isClosed() || host.get().getAutoCommit());
            } catch (SQLException broken) {
                return true;
            }
        }
    }

    /** A turn for a transaction of the store, which gives it back. Nobody keeps a connection of a pool while waiting for it. */
    Turn take() throws SQLException {
        Turn turn = new Turn(Optional.empty());
        boolean unused = isTaken(turn, false);
        return turn;
    }

    /** The same for what may be left undone: none while a host has its turn, which may be long. */
    Optional<Turn> takeUnlessHosted() throws SQLException {
        Turn turn = new Turn(Optional.empty());
        return isTaken(turn, true) ? Optional.of(turn) : Optional.empty();
    }

    /** A turn for a transaction of the host, which is over when it is given back, or when the connection is closed or commits by itself. */
    Turn takeForHost(Connection connection) throws SQLException {
        Turn turn = new Turn(Optional.of(connection));
        boolean unused = isTaken(turn, false);
        return turn;
    }

    private boolean isTaken(Turn turn, boolean unlessHosted) throws SQLException {
        return this == NONE || isTakenInTime(turn, unlessHosted);
    }

    private synchronized boolean isTakenInTime(Turn turn, boolean unlessHosted) throws SQLException {
        long late = System.nanoTime() + longestWait.toNanos();
        waiting.add(turn);
        try {
            while (!isNext(turn)) {
                if (unlessHosted && turns.stream().anyMatch(open -> open.host.isPresent())) {
                    return false;
                }
                if (System.nanoTime() - late > 0) {
                    throw new SQLTransientException("another transaction has been writing to the file of H2 for "
                            + longestWait.toSeconds() + " seconds, and one writes at a time");
                }
                wait(LOOK_MILLIS);
            }
            return turns.add(turn);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException(
                    "interrupted while another transaction writes to the file of H2", interrupted);
        } finally {
            waiting.remove(turn);
        }
    }

    private boolean isNext(Turn turn) {
        if (turns.stream().anyMatch(open -> open.thread == turn.thread)) {
            return true;
        }
        turns.removeIf(Turn::isOver);
        return turns.isEmpty() && waiting.peek() == turn;
    }

    private synchronized void end(Turn turn) {
        turns.removeIf(open -> open.endsWith(turn));
        notifyAll();
    }

    private synchronized boolean isOpen(Turn turn) {
        return turns.contains(turn);
    }
}
