/**
 * Cases as Parquet files that analysts read with tools of their own, and logs that come in Parquet, through DuckDB, whose JDBC
 * driver the host adds. docs/parquet.md tells the columns.
 */
@NullMarked
package dk.sagsflow.parquet;

import org.jspecify.annotations.NullMarked;
