package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.knowledge.audience.Readership;
import java.util.Optional;

/**
 * Questions that lead to what helps (R24). Built in code or read by {@link TreeJson}; whether it holds what it promises is
 * proved by {@link TreeVerification}. Immutable.
 */
public final class QuestionTree {
    /** How many questions and leaves a tree may have. */
    public static final int MOST_NODES = 10_000;

    private final TreeId id;
    private final String title;
    private final Readership readership;
    private final NodeId start;
    private final ImmutableMap<NodeId, TreeNode> nodes;

    /**
     * A tree.
     *
     * @param readership who may walk through it
     * @param start the first question
     * @throws dk.sagsflow.core.bounds.OutOfBoundsException if there are too many nodes, none, or two of one id
     */
    public QuestionTree(
            TreeId id, String title, Readership readership, NodeId start, Iterable<? extends TreeNode> nodes) {
        this.id = requireNonNull(id, "id");
        this.title = Bounds.line("title", title);
        this.readership = requireNonNull(readership, "readership");
        this.start = requireNonNull(start, "start");
        ImmutableList<TreeNode> all = ImmutableList.copyOf(nodes);
        Bounds.require(
                !all.isEmpty() && all.size() <= MOST_NODES,
                "tree %s has %s questions and leaves; from 1 to %s are allowed",
                id,
                all.size(),
                MOST_NODES);
        long different = all.stream().map(TreeNode::id).distinct().count();
        Bounds.require(different == all.size(), "tree %s has two questions or leaves of one id", id);
        this.nodes = all.stream().collect(ImmutableMap.toImmutableMap(TreeNode::id, node -> node));
    }

    /** What others name it by. */
    public TreeId id() {
        return id;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Who may walk through it. */
    public Readership readership() {
        return readership;
    }

    /** The first question. */
    public NodeId start() {
        return start;
    }

    /** All questions and leaves, in the order in which they were given. */
    public ImmutableList<TreeNode> nodes() {
        return nodes.values().asList();
    }

    /** The question or leaf of this id; empty if there is none. */
    public Optional<TreeNode> node(NodeId named) {
        return Optional.ofNullable(nodes.get(named));
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(QuestionTree.class, "use TreeJson");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionTree tree
                && tree.id.equals(id)
                && tree.title.equals(title)
                && tree.readership.equals(readership)
                && tree.start.equals(start)
                && tree.nodes().equals(nodes());
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + nodes.hashCode();
    }

    @Override
    public String toString() {
        return "tree " + id + " of " + nodes.size() + " nodes";
    }
}
