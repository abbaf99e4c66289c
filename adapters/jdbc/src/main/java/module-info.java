/** Everything that a desk keeps, in H2 or PostgreSQL. */
module dk.sagsflow.jdbc {
    requires transitive dk.sagsflow.core;
    requires transitive java.sql;
    requires org.slf4j;
    requires static transitive dk.sagsflow.knowledge;
    requires static com.h2database;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires tools.jackson.databind;

    exports dk.sagsflow.jdbc;
    exports dk.sagsflow.jdbc.failure;
}
