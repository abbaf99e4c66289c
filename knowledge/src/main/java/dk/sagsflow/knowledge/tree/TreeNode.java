package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.article.ArticleId;

/** A question, or a leaf where questions end. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "node")
public sealed interface TreeNode {
    /** What others name it by. */
    NodeId id();

    /** What is asked, or said. */
    String text();

    /** Whether questions end here. */
    default boolean leaf() {
        return !(this instanceof Question);
    }

    /**
     * An answer that can be chosen.
     *
     * @param answer in words
     * @param next where it leads
     */
    record Choice(String answer, NodeId next) {
        public Choice {
            Bounds.line("answer", answer);
            requireNonNull(next, "next");
        }
    }

    /**
     * A question.
     *
     * @param choices the answers, in the order in which they are shown
     */
    @JsonTypeName("question")
    record Question(NodeId id, String text, ImmutableList<Choice> choices) implements TreeNode {
        public Question {
            requireNonNull(id, "id");
            Bounds.line("question", text);
            requireNonNull(choices, "choices");
        }
    }

    /**
     * An article or a known error that helps.
     *
     * @param article which
     */
    @JsonTypeName("article")
    record ShowArticle(NodeId id, String text, ArticleId article) implements TreeNode {
        public ShowArticle {
            requireNonNull(id, "id");
            Bounds.line("text", text);
            requireNonNull(article, "article");
        }
    }

    /**
     * A case to register, with everything filled in that the answers told.
     *
     * @param ready what is filled in
     */
    @JsonTypeName("registration")
    record Register(NodeId id, String text, ReadyCase ready) implements TreeNode {
        public Register {
            requireNonNull(id, "id");
            Bounds.line("text", text);
            requireNonNull(ready, "ready");
        }
    }

    /**
     * Somebody outside the organisation who helps (R11).
     *
     * @param to who
     */
    @JsonTypeName("referral")
    record ReferElsewhere(NodeId id, String text, String to) implements TreeNode {
        public ReferElsewhere {
            requireNonNull(id, "id");
            Bounds.line("text", text);
            Bounds.line("to", to);
        }
    }
}
