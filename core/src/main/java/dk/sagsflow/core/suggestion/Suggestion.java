package dk.sagsflow.core.suggestion;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.conversation.Visibility;

/**
 * Something that may help with a case while it is worked on (R27). Immutable.
 *
 * @param kind what it is
 * @param title what it is called, not blank
 * @param why why it is suggested for this case, in words
 * @param link the id by which it is opened, and put on record with {@code LinkKnowledge}, not blank
 * @param visibility who may see it
 */
public record Suggestion(Kind kind, String title, String why, String link, Visibility visibility) {
    /** What may be suggested. Kinds may be added in a minor release. */
    public enum Kind {
        /** A problem that is analysed and not solved. */
        KNOWN_ERROR,
        /** What lessens the trouble while it is not solved. */
        WORKAROUND,
        /** A question that is asked often, with its answer. */
        FAQ,
        /** Anything else that is written down. */
        ARTICLE,
        /** A case that was like this one. */
        SIMILAR_CASE
    }

    /** Refuses null and blank words. */
    public Suggestion {
        requireNonNull(kind, "kind");
        checkArgument(!title.isBlank(), "suggestion %s has no title", link);
        requireNonNull(why, "why");
        checkArgument(!link.isBlank(), "suggestion \"%s\" has no link to open it by", title);
        requireNonNull(visibility, "visibility");
    }
}
