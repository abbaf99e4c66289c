package dk.sagsflow.routing.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template can name in braces, in small letters: {@code {number}}. Fields may be added in a minor release. */
public enum NotificationField {
    /** The number of the case. */
    NUMBER,
    /** What the case is about, in a line. */
    SUBJECT,
    /** What was said: the answer, the question, the note, the workaround, the remark or the reason. */
    TEXT,
    /** What people call the customer. */
    CUSTOMER,
    /** What people call the system that the case concerns. */
    SYSTEM,
    /** The priority of the case. */
    PRIORITY,
    /** What people call the group that works on the case. */
    GROUP,
    /** What people call the organisation. */
    ORGANISATION,
    /** Why, in words that fit into a sentence: why the case was closed, what has become of it, why it is followed up. */
    REASON,
    /** When: the threshold was passed, the waiting ends, or the case will be closed; in the organisation's zone. */
    DUE,
    /** How many notifications a digest holds; nothing elsewhere. */
    COUNT;

    /** What templates call it. */
    public String placeholder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NotificationField> named(String placeholder) {
        return Arrays.stream(values())
                .filter(field -> field.placeholder().equals(placeholder))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values())
                .map(field -> "{" + field.placeholder() + "}")
                .collect(Collectors.joining(", "));
    }
}
