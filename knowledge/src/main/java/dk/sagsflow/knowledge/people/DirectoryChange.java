package dk.sagsflow.knowledge.people;

import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Locale;

/** Something that an export would change in the directory. Immutable. */
public sealed interface DirectoryChange {
    /**
     * Somebody comes.
     *
     * @param person as they are described
     */
    record Comes(ListedPerson person) implements DirectoryChange {}

    /**
     * Somebody is described anew.
     *
     * @param before as they are described
     * @param after as they would be described
     */
    record Becomes(ListedPerson before, ListedPerson after) implements DirectoryChange {}

    /**
     * Somebody leaves.
     *
     * @param person as they are described
     */
    record Goes(ListedPerson person) implements DirectoryChange {}

    /** The change in words, in Danish or English. */
    default String describe(Locale language) {
        return KnowledgeWords.in(language).of((Record) this);
    }
}
