package dk.sagsflow.knowledge.tree;

import dk.sagsflow.core.members.Members;
import dk.sagsflow.knowledge.audience.Readership;

/** A question tree as the JSON that people write; behind {@link TreeJson}, which asks first whether Jackson is there. */
final class TreeWriting {
    private TreeWriting() {}

    static String written(int format, QuestionTree tree) {
        return new Members()
                .with("format", format)
                .with("id", tree.id())
                .with("title", tree.title())
                .with("readership", Members.kindOf(tree.readership(), Readership.class))
                .with("start", tree.start())
                .withKinds("nodes", tree.nodes(), TreeNode.class)
                .node()
                .toPrettyString();
    }
}
