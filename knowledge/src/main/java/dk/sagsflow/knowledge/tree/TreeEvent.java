package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;

/** What happened to question trees and to those who walk through them. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TreeEvent extends KnowledgeEvent {
    /**
     * A tree was published, in place of what was published of it before.
     *
     * @param tree the tree
     */
    @JsonTypeName("tree-published")
    record TreePublished(Stamp stamp, QuestionTree tree) implements TreeEvent {
        public TreePublished {
            requireNonNull(stamp, "stamp");
            requireNonNull(tree, "tree");
        }
    }

    /**
     * Somebody began to walk through a tree as it was published then.
     *
     * @param tree the tree
     */
    @JsonTypeName("walk-begun")
    record WalkBegun(Stamp stamp, TreeId tree) implements TreeEvent {
        public WalkBegun {
            requireNonNull(stamp, "stamp");
            requireNonNull(tree, "tree");
        }
    }

    /**
     * A question was answered.
     *
     * @param question which
     * @param choice the number of the answer, from 0
     */
    @JsonTypeName("walk-answered")
    record WalkAnswered(Stamp stamp, NodeId question, int choice) implements TreeEvent {
        public WalkAnswered {
            requireNonNull(stamp, "stamp");
            requireNonNull(question, "question");
        }
    }

    /** The last answer was taken back. */
    @JsonTypeName("walk-taken-back")
    record WalkTakenBack(Stamp stamp) implements TreeEvent {
        public WalkTakenBack {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * The walk ended in a case.
     *
     * @param number the case
     */
    @JsonTypeName("walk-registered")
    record WalkRegistered(Stamp stamp, CaseNumber number) implements TreeEvent {
        public WalkRegistered {
            requireNonNull(stamp, "stamp");
            requireNonNull(number, "number");
        }
    }
}
