package dk.sagsflow.knowledge.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names an agreement about superusers. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record SuperuserAgreementId(@JsonValue String value) implements Comparable<SuperuserAgreementId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SuperuserAgreementId {
        Texts.requireIdentifier("agreement id", value);
    }

    /** The one of this name. */
    public static SuperuserAgreementId of(String value) {
        return new SuperuserAgreementId(value);
    }

    RecordId record() {
        return RecordId.of("superuser-agreement", value);
    }

    @Override
    public int compareTo(SuperuserAgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
