package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Something that is proved about a question tree, in the form of findings about models: a stable code, a place, words, a
 * counterexample, advice. All of them are errors. Immutable.
 *
 * @param code what kind of thing it is
 * @param tree in which tree
 * @param pointer where in its JSON (RFC 6901)
 * @param message what is the matter, in words
 * @param way the answers that lead there from the first question; empty if none do
 */
public record TreeFinding(
        TreeFindingCode code, TreeId tree, String pointer, String message, Optional<ImmutableList<String>> way) {
    /** Refuses null. */
    public TreeFinding {
        requireNonNull(code, "code");
        requireNonNull(tree, "tree");
        requireNonNull(pointer, "pointer");
        requireNonNull(message, "message");
        requireNonNull(way, "way");
    }

    /** What can be done about it, in words. */
    public String advice() {
        return code.advice();
    }

    /** All of it in one line, the place first. */
    public String describe() {
        return tree + ": " + pointer + ": " + code.id() + " " + message
                + way.map(answers -> " [" + String.join(" > ", answers) + "]").orElse("");
    }
}
