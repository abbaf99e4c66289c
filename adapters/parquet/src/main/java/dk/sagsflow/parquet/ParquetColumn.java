package dk.sagsflow.parquet;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

/**
 * A column of an exported table. Immutable.
 *
 * @param name what it is called
 * @param type the type in SQL: {@code VARCHAR}, {@code BIGINT}, or {@code TIMESTAMP WITH TIME ZONE} in microseconds
 * @param meaning what stands in it
 * @param always whether something always does; else null says that there is nothing, or that it is not known
 */
@Immutable
public record ParquetColumn(String name, String type, String meaning, boolean always) {
    static final String TEXT = "VARCHAR";
    static final String NUMBER = "BIGINT";
    static final String TIME = "TIMESTAMP WITH TIME ZONE";

    /** Refuses null. */
    public ParquetColumn {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(meaning, "meaning");
    }

    static ParquetColumn known(String name, String type, String meaning) {
        return new ParquetColumn(name, type, meaning, true);
    }

    static ParquetColumn maybe(String name, String type, String meaning) {
        return new ParquetColumn(name, type, meaning, false);
    }
}
