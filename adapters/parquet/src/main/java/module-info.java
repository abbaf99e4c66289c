/** Cases as Parquet files, and logs in Parquet: what a desk does not need at run time. */
module dk.sagsflow.parquet {
    requires transitive dk.sagsflow.core;
    requires java.sql;
    requires static duckdb.jdbc;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports dk.sagsflow.parquet;
}
