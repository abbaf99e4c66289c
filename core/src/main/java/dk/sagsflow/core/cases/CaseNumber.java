package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The number by which people speak of a case. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record CaseNumber(@JsonValue String value) implements Comparable<CaseNumber> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNumber {
        Bounds.name("case number", value);
        checkArgument(
                !value.isBlank() && value.equals(value.strip()),
                "case number is \"%s\", which is blank or has space around it",
                value);
    }

    /** The id of this text. */
    public static CaseNumber of(String value) {
        return new CaseNumber(value);
    }

    // Written out: steps compare ids again and again, and the code that a record comes with is not inlined there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaseNumber id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
