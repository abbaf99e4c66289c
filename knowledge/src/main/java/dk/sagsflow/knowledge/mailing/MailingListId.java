package dk.sagsflow.knowledge.mailing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.knowledge.history.RecordId;

/**
 * Names a mailing list. Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record MailingListId(@JsonValue String value) implements Comparable<MailingListId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MailingListId {
        Texts.requireIdentifier("mailing list id", value);
    }

    /** The list of this name. */
    public static MailingListId of(String value) {
        return new MailingListId(value);
    }

    RecordId record() {
        return RecordId.of("mailing-list", value);
    }

    @Override
    public int compareTo(MailingListId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
