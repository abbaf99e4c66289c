package dk.sagsflow.jdbc;

/** The tables in H2 keep what is promised of a store. */
class H2Test extends StoreSuites {
    @Override
    TestDatabase database() {
        return H2Database.H2;
    }
}
