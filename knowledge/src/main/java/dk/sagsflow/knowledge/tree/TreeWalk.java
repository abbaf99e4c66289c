package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A walk through a question tree, as far as it has come; it can be broken off and gone on with at any time. It stays in the tree
 * as that was published when the walk began. Immutable.
 *
 * @param id what it is called
 * @param version how many events it has
 * @param by who walks
 * @param tree the tree
 * @param path the questions that were answered, in order
 * @param at the question or leaf that has been reached
 * @param number the case that it ended in; empty if there is none
 */
public record TreeWalk(
        WalkId id,
        long version,
        ActorId by,
        QuestionTree tree,
        ImmutableList<Answered> path,
        TreeNode at,
        Optional<CaseNumber> number) {
    /**
     * A question that was answered.
     *
     * @param question which
     * @param choice what was chosen
     */
    public record Answered(TreeNode.Question question, TreeNode.Choice choice) {
        public Answered {
            requireNonNull(question, "question");
            requireNonNull(choice, "choice");
        }
    }

    /** Refuses null. */
    public TreeWalk {
        requireNonNull(id, "id");
        requireNonNull(by, "by");
        requireNonNull(tree, "tree");
        requireNonNull(path, "path");
        requireNonNull(at, "at");
        requireNonNull(number, "number");
    }

    /** Whether it has come to a leaf. */
    public boolean ended() {
        return at.leaf();
    }

    /** Questions and answers in words, a line for each: what is kept with a case. */
    public String words() {
        return path.stream()
                .map(step -> step.question().text() + " " + step.choice().answer())
                .collect(Collectors.joining("\n"));
    }
}
