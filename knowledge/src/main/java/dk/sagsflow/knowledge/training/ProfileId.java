package dk.sagsflow.knowledge.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a competence profile. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record ProfileId(@JsonValue String value) implements Comparable<ProfileId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProfileId {
        Texts.requireIdentifier("profile id", value);
    }

    /** The one of this name. */
    public static ProfileId of(String value) {
        return new ProfileId(value);
    }

    RecordId record() {
        return RecordId.of("competence-profile", value);
    }

    @Override
    public int compareTo(ProfileId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
