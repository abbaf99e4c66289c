package dk.sagsflow.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL, started once for all tests of the process. */
final class PostgresDatabase implements TestDatabase {
    private static final Optional<PostgresDatabase> STARTED = start();

    private final EmbeddedPostgres server;
    private final HikariDataSource source;

    private PostgresDatabase(EmbeddedPostgres server) {
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.getPostgresDatabase());
        config.setMaximumPoolSize(20);
        source = new HikariDataSource(config);
        SagsflowSchema.createIfMissing(source);
    }

    /** The server; where none can be started, the test is skipped aloud, or fails if it must not be. */
    static PostgresDatabase required() {
        if (STARTED.isEmpty() && "required".equals(System.getenv("SAGSFLOW_POSTGRESQL"))) {
            throw new AssertionError("PostgreSQL could not be started, and the tests on it are required here");
        }
        Assumptions.assumeTrue(STARTED.isPresent(), "PostgreSQL could not be started");
        return STARTED.orElseThrow();
    }

    private static Optional<PostgresDatabase> start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return Optional.of(new PostgresDatabase(server));
        } catch (IOException | RuntimeException failure) {
            System.err.println("WARNING: PostgreSQL could not be started, so nothing is tested on it: " + failure);
            return Optional.empty();
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            System.err.println("PostgreSQL did not stop: " + failure);
        }
    }

    EmbeddedPostgres server() {
        return server;
    }

    @Override
    public DataSource source() {
        return source;
    }
}
