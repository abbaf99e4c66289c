package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.article.Article;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proves that a question tree holds what it promises, over every way of answers: no dead end, no loop without exit, nothing that
 * cannot be reached, every leaf for everybody who may walk there, and a group for every case. Immutable.
 */
public final class TreeVerification {
    private final SupportOrganisation organisation;
    private final Function<ArticleId, Optional<Article>> articles;
    private final Function<SupportCase, Optional<GroupId>> triage;

    /**
     * A verification.
     *
     * @param articles where articles are found
     * @param triage where the rules lead a case from the entrance; empty if it stays there:
     *     {@code supportCase -> desk.propose(supportCase).group()}
     */
    public TreeVerification(
            SupportOrganisation organisation,
            Function<ArticleId, Optional<Article>> articles,
            Function<SupportCase, Optional<GroupId>> triage) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.articles = requireNonNull(articles, "articles");
        this.triage = requireNonNull(triage, "triage");
    }

    /**
     * Everything that is wrong with the tree, in the order of its nodes.
     *
     * @param least somebody who may walk through the tree, and may read no more than everybody who may
     */
    public ImmutableList<TreeFinding> findings(QuestionTree tree, Reader least) {
        return new Proof(tree, least).findings();
    }

    /** From which question one came first, by which answer. */
    private record Came(Optional<NodeId> from, String answer) {
        private static final Came START = new Came(Optional.empty(), "");
    }

    /** The proof of one tree. */
    private final class Proof {
        private final QuestionTree tree;
        private final Reader least;
        private final Map<NodeId, Came> reached = new HashMap<>();
        private final List<TreeFinding> found = new ArrayList<>();

        Proof(QuestionTree tree, Reader least) {
            this.tree = tree;
            this.least = least;
        }

        ImmutableList<TreeFinding> findings() {
            if (tree.node(tree.start()).isEmpty()) {
                add(TreeFindingCode.NO_START, "/start", "there is no " + tree.start(), Optional.empty());
            }
            reach();
            Set<NodeId> leading = leadingToEnds();
            for (int number = 0; number < tree.nodes().size(); number++) {
                TreeNode node = tree.nodes().get(number);
                String pointer = "/nodes/" + number;
                if (!reached.containsKey(node.id())) {
                    add(TreeFindingCode.UNREACHABLE, pointer, "no answers lead to " + node.id(), Optional.empty());
                } else if (!leading.contains(node.id())) {
                    String words = "from " + node.id() + " no answers lead to a leaf";
                    add(TreeFindingCode.LOOP_WITHOUT_EXIT, pointer, words, way(node));
                }
                check(node, pointer);
            }
            return ImmutableList.copyOf(found);
        }

        private void add(TreeFindingCode code, String pointer, String words, Optional<ImmutableList<String>> way) {
            found.add(new TreeFinding(code, tree.id(), pointer, words, way));
        }

        /** Whether it is told as a dead end, which is no way round. */
        private boolean open(TreeNode node) {
            return node instanceof TreeNode.Question question
                    && (question.choices().isEmpty()
                            || question.choices().stream()
                                    .anyMatch(choice -> tree.node(choice.next()).isEmpty()));
        }

        private void reach() {
            Deque<NodeId> next = new ArrayDeque<>();
            tree.node(tree.start()).ifPresent(first -> {
                reached.put(first.id(), Came.START);
                next.add(first.id());
            });
            while (!next.isEmpty()) {
                NodeId at = next.remove();
                for (TreeNode.Choice choice : choices(at)) {
                    boolean first = tree.node(choice.next()).isPresent()
                            && reached.putIfAbsent(choice.next(), new Came(Optional.of(at), choice.answer())) == null;
                    if (first) {
                        next.add(choice.next());
                    }
                }
            }
        }

        private ImmutableList<TreeNode.Choice> choices(NodeId id) {
            return tree.node(id).orElseThrow() instanceof TreeNode.Question question
                    ? question.choices()
                    : ImmutableList.of();
        }

        /** Backwards from the leaves and dead ends. */
        private Set<NodeId> leadingToEnds() {
            Map<NodeId, List<NodeId>> before = new HashMap<>();
            for (TreeNode node : tree.nodes()) {
                for (TreeNode.Choice choice : choices(node.id())) {
                    before.computeIfAbsent(choice.next(), unused -> new ArrayList<>())
                            .add(node.id());
                }
            }
            Set<NodeId> leading = tree.nodes().stream()
                    .filter(node -> node.leaf() || open(node))
                    .map(TreeNode::id)
                    .collect(Collectors.toSet());
            Deque<NodeId> next = new ArrayDeque<>(leading);
            while (!next.isEmpty()) {
                for (NodeId earlier : before.getOrDefault(next.remove(), List.of())) {
                    if (leading.add(earlier)) {
                        next.add(earlier);
                    }
                }
            }
            return leading;
        }

        /** The first answers that lead there; empty if none do. */
        private Optional<ImmutableList<String>> way(TreeNode node) {
            if (!reached.containsKey(node.id())) {
                return Optional.empty();
            }
            List<String> answers = new ArrayList<>();
            Came came = reached.getOrDefault(node.id(), Came.START);
            Optional<NodeId> from = came.from();
            while (from.isPresent()) {
                answers.add(came.answer());
                came = reached.getOrDefault(from.get(), Came.START);
                from = came.from();
            }
            return Optional.of(ImmutableList.copyOf(answers).reverse());
        }

        private void check(TreeNode node, String pointer) {
            if (node instanceof TreeNode.Question question) {
                check(question, pointer);
            } else if (node instanceof TreeNode.ShowArticle shown) {
                check(shown, pointer);
            } else if (node instanceof TreeNode.Register register) {
                check(register, pointer);
            }
        }

        private void check(TreeNode.Question question, String pointer) {
            if (question.choices().isEmpty()) {
                add(TreeFindingCode.DEAD_END, pointer, question.id() + " has no answers", way(question));
            }
            Set<String> answers = new HashSet<>();
            for (int number = 0; number < question.choices().size(); number++) {
                TreeNode.Choice choice = question.choices().get(number);
                String place = pointer + "/choices/" + number;
                if (tree.node(choice.next()).isEmpty()) {
                    String words = "\"" + choice.answer() + "\" leads to " + choice.next() + ", which there is not";
                    add(TreeFindingCode.DEAD_END, place, words, way(question));
                }
                if (!answers.add(choice.answer().strip())) {
                    add(TreeFindingCode.SAME_ANSWER, place, "\"" + choice.answer() + "\" comes twice", way(question));
                }
            }
        }

        private void check(TreeNode.ShowArticle leaf, String pointer) {
            Optional<Article> article =
                    articles.apply(leaf.article()).filter(one -> one.inForce().isPresent());
            if (article.isEmpty()) {
                String words = "article " + leaf.article() + " is not in force";
                add(TreeFindingCode.NO_ARTICLE, pointer + "/article", words, way(leaf));
            } else if (!least.mayRead(
                    article.get().inForce().orElseThrow().content().readership())) {
                String words = "article " + leaf.article() + " is not for everybody who may walk through the tree";
                add(TreeFindingCode.ARTICLE_HIDDEN, pointer + "/article", words, way(leaf));
            }
        }

        private void check(TreeNode.Register leaf, String pointer) {
            ReadyCase ready = leaf.ready();
            if (ready.system()
                    .filter(system -> organisation.system(system).isEmpty())
                    .isPresent()) {
                String words = "there is no system " + ready.system().orElseThrow();
                add(TreeFindingCode.SYSTEM_UNKNOWN, pointer + "/ready/system", words, way(leaf));
            } else if (!ready.mayStay()
                    && triage.apply(ready.asCase(organisation)).isEmpty()) {
                String words = "triage leads \"" + ready.subject() + "\" to no group";
                add(TreeFindingCode.CASE_STAYS, pointer + "/ready", words, way(leaf));
            }
        }
    }
}
