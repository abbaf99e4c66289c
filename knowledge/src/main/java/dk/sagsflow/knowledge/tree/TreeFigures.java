package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;

/**
 * Where walks through a tree ended. Immutable.
 *
 * @param walks how many were begun
 * @param left of how many the last that is known is a question, by question: where people leave
 * @param ended how many came to each leaf
 * @param cases how many ended in a case
 */
public record TreeFigures(
        int walks, ImmutableMap<NodeId, Integer> left, ImmutableMap<NodeId, Integer> ended, int cases) {
    /** Refuses null. */
    public TreeFigures {
        requireNonNull(left, "left");
        requireNonNull(ended, "ended");
    }
}
