package dk.sagsflow.imports.note;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Where something stands in a file of another system. Immutable.
 *
 * @param file the file
 * @param line the line, from 1
 * @param column the column, from 1
 * @param part what stands there: a JSON pointer (RFC 6901), or of a table the row and the field; empty for the whole file
 */
public record SourcePlace(String file, int line, int column, String part) {
    /** Refuses null, and lines or columns before the first. */
    public SourcePlace {
        requireNonNull(file, "file");
        requireNonNull(part, "part");
        checkArgument(line >= 1 && column >= 1, "line %s, column %s: both are counted from 1", line, column);
    }

    /** The place in the form that editors jump to, and what stands there: {@code policies.json:12:9 /sla_policies/0}. */
    public String describe() {
        return file + ":" + line + ":" + column + (part.isEmpty() ? "" : " " + part);
    }
}
