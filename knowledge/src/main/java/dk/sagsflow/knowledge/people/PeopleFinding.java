package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Locale;

/**
 * Something about people that somebody should see to, in the form of findings about models: a stable code, whom or what it is
 * about, words, advice, in Danish and English. Immutable.
 *
 * @param code what kind of thing it is
 * @param about the unit, the person, the agreement or the group
 * @param facts what the words name
 */
public record PeopleFinding(PeopleFindingCode code, String about, ImmutableMap<String, Object> facts) {
    /** Refuses null. */
    public PeopleFinding {
        requireNonNull(code, "code");
        requireNonNull(about, "about");
        requireNonNull(facts, "facts");
    }

    /** What is the matter, in Danish if the language is Danish, else in English. */
    public String message(Locale language) {
        return KnowledgeWords.in(language).of("PeopleFinding." + code.name(), facts);
    }

    /** What is the matter, in English. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /** All of it in one line. */
    public String describe(Locale language) {
        return about + ": " + code.id() + " " + message(language);
    }

    /** All of it in one line, in English. */
    public String describe() {
        return describe(Locale.ENGLISH);
    }
}
