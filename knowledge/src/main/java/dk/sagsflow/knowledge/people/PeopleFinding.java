package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

/**
 * Something about people that somebody should see to, in the form of findings about models: a stable code, whom or what it is
 * about, words, advice. Immutable.
 *
 * @param code what kind of thing it is
 * @param about the unit, the person, the agreement or the group
 * @param message what is the matter, in words
 */
public record PeopleFinding(PeopleFindingCode code, String about, String message) {
    /** Refuses null. */
    public PeopleFinding {
        requireNonNull(code, "code");
        requireNonNull(about, "about");
        requireNonNull(message, "message");
    }

    /** All of it in one line. */
    public String describe() {
        return about + ": " + code.id() + " " + message;
    }
}
