package dk.sagsflow.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory. */
final class H2Database implements TestDatabase {
    static final H2Database H2 = new H2Database();

    private final DataSource source;

    private H2Database() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:suites;DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(20);
        SagsflowSchema.createIfMissing(pool);
        source = pool;
    }

    @Override
    public DataSource source() {
        return source;
    }
}
