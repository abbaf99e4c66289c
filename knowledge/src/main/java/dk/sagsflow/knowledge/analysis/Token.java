package dk.sagsflow.knowledge.analysis;

/**
 * A word of a text as it is compared. Immutable.
 *
 * @param term its stem
 * @param part whether it is part of a compound, which came right before its parts
 * @param start where the word begins in the text, inclusive
 * @param end where it ends, exclusive
 */
public record Token(String term, boolean part, int start, int end) {
    static final String PART = "part";
}
