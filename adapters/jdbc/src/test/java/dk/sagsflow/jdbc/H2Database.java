package dk.sagsflow.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 in memory. */
enum H2Database implements TestDatabase {
    H2;

    private final DataSource source;

    H2Database() {
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
