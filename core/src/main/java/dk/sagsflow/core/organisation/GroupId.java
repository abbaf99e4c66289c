package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Names a support group (ITIL: assignment group). Immutable.
 *
 * @param value the text of it, not blank and without surrounding space
 */
public record GroupId(@JsonValue String value) implements Comparable<GroupId> {
    /** Refuses a blank text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GroupId {
        Texts.requireIdentifier("group id", value);
    }

    /** The id of this text. */
    public static GroupId of(String value) {
        return new GroupId(value);
    }

    // Written out: steps compare ids again and again, and the code that a record comes with is not inlined there.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
