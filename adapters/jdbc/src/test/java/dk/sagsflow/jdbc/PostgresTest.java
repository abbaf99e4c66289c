package dk.sagsflow.jdbc;

/** The tables in PostgreSQL keep what is promised of a store. */
class PostgresTest extends StoreSuites {
    @Override
    TestDatabase database() {
        return PostgresDatabase.required();
    }
}
