package dk.sagsflow.core.log;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A place in an {@link EventLog}. Its text means something to the store that made it and to nobody else: keep it, hand it
 * back, compare it for equality, and read nothing from it. Immutable.
 *
 * @param value the text, not blank, at most 200 characters long
 */
public record LogPosition(String value) {
    private static final int LONGEST = 200;

    /** Refuses a text that is blank or too long. */
    public LogPosition {
        checkArgument(
                !value.isBlank() && value.length() <= LONGEST,
                "position is \"%s\", which is blank or longer than %s characters",
                value,
                LONGEST);
    }

    /** The position of this text. */
    public static LogPosition of(String value) {
        return new LogPosition(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
