package dk.sagsflow.core.competence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;

/**
 * Names something that people can be certified in: a basic module, a system. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record CompetenceId(@JsonValue String value) implements Comparable<CompetenceId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompetenceId {
        Texts.requireIdentifier("competence id", value);
    }

    /** The id of this text. */
    public static CompetenceId of(String value) {
        return new CompetenceId(value);
    }

    @Override
    public int compareTo(CompetenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
