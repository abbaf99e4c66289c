package dk.sagsflow.knowledge.tree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;

/** Why something was not done with a question tree. Immutable. */
public sealed interface TreeRefusal extends KnowledgeRefusal {
    /**
     * There is no such tree, or none that whoever asks may walk through.
     *
     * @param tree the id
     */
    record UnknownTree(TreeId tree) implements TreeRefusal {}

    /**
     * There is no such walk, or it is somebody else's.
     *
     * @param walk the id
     */
    record UnknownWalk(WalkId walk) implements TreeRefusal {}

    /**
     * There is a walk of this name already.
     *
     * @param walk the id
     */
    record WalkThere(WalkId walk) implements TreeRefusal {}

    /**
     * The tree does not hold what it promises.
     *
     * @param tree the tree
     * @param count how many findings there are
     * @param first the first of them, in words
     */
    record TreeUnsound(TreeId tree, int count, ImmutableList<String> first) implements TreeRefusal {}

    /**
     * The question has no such answer.
     *
     * @param question the question
     * @param answers those that it has
     */
    record NoSuchAnswer(NodeId question, ImmutableList<String> answers) implements TreeRefusal {}

    /**
     * The walk has come to a leaf, or stands at its first question.
     *
     * @param walk the walk
     */
    record NowhereToGo(WalkId walk) implements TreeRefusal {}

    /**
     * A case comes of a leaf that registers one, and of each walk once.
     *
     * @param walk the walk
     * @param registered the case that came of it; nothing if there is none
     */
    record NoCaseHere(WalkId walk, ImmutableSet<CaseNumber> registered) implements TreeRefusal {}
}
