package dk.sagsflow.knowledge.json;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.tree.NodeId;
import dk.sagsflow.knowledge.tree.QuestionTree;
import dk.sagsflow.knowledge.tree.TreeId;
import dk.sagsflow.knowledge.tree.TreeNode;

/** A question tree as it is written. */
record WrittenTree(TreeId id, String title, Readership readership, NodeId start, ImmutableList<TreeNode> nodes) {
    static WrittenTree of(QuestionTree tree) {
        return new WrittenTree(tree.id(), tree.title(), tree.readership(), tree.start(), tree.nodes());
    }

    QuestionTree tree() {
        return new QuestionTree(id, title, readership, start, nodes);
    }
}
