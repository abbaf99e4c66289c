package dk.sagsflow.core.document;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with a document. Immutable.
 *
 * @param document what the document is called, a file name for instance
 * @param line the line where it stands, from 1
 * @param column the column where it stands, from 1
 * @param pointer the value that is wrong, or would be there (RFC 6901); empty for the document itself
 * @param message what is wrong, and what is allowed; without the control characters that the document has
 */
public record Problem(String document, int line, int column, String pointer, String message) {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    /** Refuses null. What a document says must not do anything to a terminal. */
    public Problem {
        requireNonNull(document, "document");
        message = UNSEEN.matcher(message).replaceAll(" ");
        pointer = UNSEEN.matcher(pointer).replaceAll(" ");
    }

    /** All of it in one line, the place in the form that editors jump to. */
    public String describe() {
        return pointer.isEmpty() ? position() + ": " + message : position() + ": " + pointer + ": " + message;
    }

    /** Where it stands in the form that editors jump to: {@code calendars.json:12:5}. */
    public String position() {
        return document + ":" + line + ":" + column;
    }
}
