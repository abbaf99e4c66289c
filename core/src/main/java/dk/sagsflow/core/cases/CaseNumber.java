package dk.sagsflow.core.cases;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;

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

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
