package dk.sagsflow.knowledge.forum;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.ActorId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wrote in the forum. Immutable.
 *
 * @param number its number in the thread: 1 for the question
 * @param by who wrote it
 * @param at when
 * @param text what it says, in Markdown; empty for whom it is hidden from
 * @param hidden why it is shown no longer; empty if it is shown
 */
public record ForumPost(int number, ActorId by, Instant at, String text, Optional<String> hidden) {
    /** Refuses null. */
    public ForumPost {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(text, "text");
        requireNonNull(hidden, "hidden");
    }

    /** Whether it is shown. */
    public boolean shown() {
        return hidden.isEmpty();
    }

    ForumPost saying(String other) {
        return new ForumPost(number, by, at, other, hidden);
    }

    ForumPost hiddenFor(Optional<String> reason) {
        return new ForumPost(number, by, at, text, reason);
    }
}
