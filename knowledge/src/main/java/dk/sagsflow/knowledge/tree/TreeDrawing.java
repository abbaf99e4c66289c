package dk.sagsflow.knowledge.tree;

import java.util.HashMap;
import java.util.Map;

/** A question tree for people to look at: as text, and as a diagram for Mermaid or Graphviz. Immutable. */
public final class TreeDrawing {
    private final QuestionTree tree;
    private final Map<NodeId, Integer> numbers = new HashMap<>();

    private TreeDrawing(QuestionTree tree) {
        this.tree = tree;
        tree.nodes().forEach(node -> numbers.put(node.id(), numbers.size() + 1));
    }

    /** Drawings of this tree. */
    public static TreeDrawing of(QuestionTree tree) {
        return new TreeDrawing(tree);
    }

    /** As numbered lines: each question with its answers and the number of what they lead to. */
    public String text() {
        StringBuilder text = new StringBuilder(tree.title()).append('\n');
        for (TreeNode node : tree.nodes()) {
            text.append(numbers.get(node.id())).append(". ").append(label(node)).append('\n');
            if (node instanceof TreeNode.Question question) {
                for (TreeNode.Choice choice : question.choices()) {
                    text.append("   - ").append(choice.answer()).append(" -> ");
                    text.append(number(choice.next())).append('\n');
                }
            }
        }
        return text.toString();
    }

    private String number(NodeId id) {
        Integer number = numbers.get(id);
        return number == null ? "?" : number.toString();
    }

    /** As a flow chart of Mermaid. */
    public String mermaid() {
        StringBuilder chart = new StringBuilder("flowchart TD\n");
        for (TreeNode node : tree.nodes()) {
            String name = "n" + numbers.get(node.id());
            String label = mermaid(label(node));
            chart.append("  ").append(name);
            chart.append(node.leaf() ? "([\"" + label + "\"])\n" : "{\"" + label + "\"}\n");
            if (node instanceof TreeNode.Question question) {
                for (TreeNode.Choice choice : question.choices()) {
                    chart.append("  ").append(name).append(" -->|\"").append(mermaid(choice.answer()));
                    chart.append("\"| n").append(number(choice.next())).append('\n');
                }
            }
        }
        return chart.toString();
    }

    /** Quotes, brackets and signs of HTML as entities, which Mermaid shows as they were. */
    private static String mermaid(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(sign -> {
            boolean plain = Character.isLetterOrDigit(sign) || " .,?!-/:".indexOf(sign) >= 0;
            if (plain) {
                escaped.appendCodePoint(sign);
            } else {
                escaped.append('#').append(sign).append(';');
            }
        });
        return escaped.toString();
    }

    /** As a graph of Graphviz. */
    public String dot() {
        StringBuilder graph = new StringBuilder("digraph {\n");
        for (TreeNode node : tree.nodes()) {
            String name = "n" + numbers.get(node.id());
            graph.append("  ").append(name).append(" [label=").append(quoted(label(node)));
            graph.append(node.leaf() ? ", shape=box];\n" : ", shape=diamond];\n");
            if (node instanceof TreeNode.Question question) {
                for (TreeNode.Choice choice : question.choices()) {
                    graph.append("  ").append(name).append(" -> n").append(number(choice.next()));
                    graph.append(" [label=").append(quoted(choice.answer())).append("];\n");
                }
            }
        }
        return graph.append("}\n").toString();
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }

    private static String label(TreeNode node) {
        if (node instanceof TreeNode.ShowArticle shown) {
            return shown.text() + " (" + shown.article() + ")";
        } else if (node instanceof TreeNode.ReferElsewhere referral) {
            return referral.text() + " (" + referral.to() + ")";
        }
        return node.text();
    }
}
