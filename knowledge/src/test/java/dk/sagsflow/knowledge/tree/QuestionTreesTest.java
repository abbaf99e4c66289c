package dk.sagsflow.knowledge.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.tree.TreeNode.Choice;
import dk.sagsflow.knowledge.tree.TreeNode.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R24")
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionTreesTest {
    private static final TreeId PRINTER = TreeId.of("printer");
    private static final WalkId WALK = WalkId.of("w1");
    private static final String JSON = """
        {"format": 1, "id": "printer", "title": "Printeren virker ikke", "readership": {"for": "superusers"},
         "start": "on", "nodes": [
          {"node": "question", "id": "on", "text": "Er den tændt?", "choices": [
            {"answer": "Nej", "next": "faq"}, {"answer": "Ja", "next": "whose"}]},
          {"node": "question", "id": "whose", "text": "Hvis er den?", "choices": [
            {"answer": "Kommunens", "next": "local"}, {"answer": "Amandas", "next": "case"},
            {"answer": "Forfra", "next": "on"}]},
          {"node": "article", "id": "faq", "text": "Tænd den", "article": "print"},
          {"node": "referral", "id": "local", "text": "Ring til jeres egen it", "to": "Kommunens it"},
          {"node": "registration", "id": "case", "text": "Opret en sag",
           "ready": {"subject": "Printer", "system": "amanda", "cause": "TECHNICAL"}}]}
        """;

    private final Org org = new Org();
    private final QuestionTrees trees = org.base.trees();
    private final Reader astrid = org.base.reader(Org.SUPERUSER);
    private final TreeVerification verification = org.base.verification(one -> Optional.empty());
    private final QuestionTree tree = TreeJson.read("printer.json", JSON);

    private void published() {
        org.published("print", ArticleContent.faq(Readership.everyone(), "Printer", "Tænd den."));
        trees.publish(Org.EDITOR, tree, verification).orElseThrow();
    }

    private static Question question(String id, String... next) {
        List<Choice> choices = new ArrayList<>();
        for (String to : next) {
            choices.add(new Choice("to " + to, NodeId.of(to)));
        }
        return new Question(NodeId.of(id), id + "?", ImmutableList.copyOf(choices));
    }

    private static QuestionTree of(TreeNode... nodes) {
        return new QuestionTree(PRINTER, "t", Readership.superusers(), NodeId.of("q"), List.of(nodes));
    }

    private static TreeNode leaf(String id) {
        return new TreeNode.ReferElsewhere(NodeId.of(id), "call", "it");
    }

    private List<TreeFindingCode> codes(TreeNode... nodes) {
        return findings(of(nodes)).stream().map(TreeFinding::code).toList();
    }

    private ImmutableList<TreeFinding> findings(QuestionTree of) {
        return verification.findings(of, astrid);
    }

    @Test
    void a_walk_is_broken_off_and_gone_on_with_and_its_way_is_kept_with_the_case() {
        published();
        trees.begin(astrid, PRINTER, WALK).orElseThrow();
        trees.answer(astrid, WALK, 1).orElseThrow();

        assertThat(trees.resume(astrid, WALK).orElseThrow().at().text()).isEqualTo("Hvis er den?");
        trees.publish(Org.EDITOR, of(question("q", "a"), leaf("a")), verification)
                .orElseThrow();
        assertThat(trees.answer(astrid, WALK, 1).orElseThrow().ended()).isTrue();
        Registration ready =
                trees.registration(astrid, WALK, CustomerId.of("astrid")).orElseThrow();
        assertThat(ready.system().orElseThrow().value()).isEqualTo("amanda");
        assertThat(ready.cause()).contains(Cause.TECHNICAL);
        assertThat(ready.description()).contains("Er den tændt? Ja\nHvis er den? Amandas");

        CaseNumber number = CaseNumber.of("S-1");
        trees.registered(astrid, WALK, number).orElseThrow();
        assertThat(trees.wayTo(number).orElseThrow().path()).hasSize(2);
        assertThat(trees.registered(astrid, WALK, number).wasAccepted()).isFalse();
        assertThat(trees.back(astrid, WALK).wasAccepted()).isFalse();
    }

    @Test
    void an_answer_can_be_taken_back_and_one_that_there_is_not_is_refused() {
        published();
        trees.begin(astrid, PRINTER, WALK).orElseThrow();

        assertThat(trees.answer(astrid, WALK, 2).refusal().orElseThrow().describe())
                .contains("Nej, Ja");
        trees.answer(astrid, WALK, 0).orElseThrow();
        assertThat(trees.answer(astrid, WALK, 0).refusal()).contains(new TreeRefusal.NowhereToGo(WALK));
        assertThat(trees.back(astrid, WALK).orElseThrow().at().id()).isEqualTo(NodeId.of("on"));
    }

    @Test
    void a_walk_is_for_those_who_may_and_for_who_began_it() {
        published();
        Reader carl = org.base.reader(Org.CITIZEN);

        assertThat(trees.begin(carl, PRINTER, WALK).refusal()).contains(new TreeRefusal.UnknownTree(PRINTER));
        assertThat(trees.trees(carl)).isEmpty();
        trees.begin(astrid, PRINTER, WALK).orElseThrow();
        assertThat(trees.resume(org.base.reader(Org.CENTRE), WALK).wasAccepted())
                .isFalse();
        assertThat(trees.begin(astrid, PRINTER, WALK).refusal()).contains(new TreeRefusal.WalkThere(WALK));
    }

    @Test
    void editors_see_where_people_leave() {
        published();
        WalkId other = WalkId.of("w2");
        trees.begin(astrid, PRINTER, WALK).orElseThrow();
        trees.answer(astrid, WALK, 1).orElseThrow();
        trees.begin(astrid, PRINTER, other).orElseThrow();
        trees.answer(astrid, other, 0).orElseThrow();

        TreeFigures figures = trees.figures(Org.EDITOR, PRINTER).orElseThrow();
        assertThat(figures.walks()).isEqualTo(2);
        assertThat(figures.left()).containsOnlyKeys(NodeId.of("whose"));
        assertThat(figures.ended()).containsOnlyKeys(NodeId.of("faq"));
        assertThat(trees.figures(Org.CENTRE, PRINTER).wasAccepted()).isFalse();
    }

    @Test
    void a_tree_that_is_not_sound_is_not_published() {
        assertThat(trees.publish(Org.EDITOR, tree, verification)
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("SK111")
                .contains("/nodes/2/article")
                .contains("Nej");
        assertThat(trees.publish(Org.CENTRE, tree, verification).wasAccepted()).isFalse();
    }

    @Test
    void each_fault_of_a_tree_is_found_with_a_way_that_leads_there() {
        assertThat(codes(question("p", "a"), leaf("a"))).contains(TreeFindingCode.NO_START);
        assertThat(codes(question("q", "a", "b"), leaf("a"))).containsExactly(TreeFindingCode.DEAD_END);
        assertThat(codes(question("q", "a", "b"), leaf("a"), question("b"))).containsExactly(TreeFindingCode.DEAD_END);
        assertThat(codes(question("q", "a"), leaf("a"), leaf("b"))).containsExactly(TreeFindingCode.UNREACHABLE);
        assertThat(codes(question("q", "a", "a"), leaf("a"))).containsExactly(TreeFindingCode.SAME_ANSWER);
        ImmutableList<TreeFinding> loop =
                findings(of(question("q", "a", "b"), leaf("a"), question("b", "c"), question("c", "b")));
        assertThat(loop).extracting(TreeFinding::code).containsOnly(TreeFindingCode.LOOP_WITHOUT_EXIT);
        assertThat(loop.get(1).describe())
                .isEqualTo("printer: /nodes/3: SK102 from c no answers lead to a leaf [to b > to c]");
    }

    @Test
    void a_way_to_a_dead_end_is_no_way_round() {
        assertThat(codes(question("q", "b"), question("b"))).containsExactly(TreeFindingCode.DEAD_END);
        assertThat(codes(question("q", "b"), question("b", "q", "c"), question("c")))
                .containsExactly(TreeFindingCode.DEAD_END);
    }

    @Test
    void editors_see_what_has_become_wrong_with_what_is_published() {
        published();
        assertThat(trees.findings(Org.EDITOR, verification).orElseThrow()).isEmpty();
        org.base
                .articles()
                .retire(Org.EDITOR, ArticleId.of("print"), "old", Optional.empty())
                .orElseThrow();
        assertThat(trees.findings(Org.EDITOR, verification).orElseThrow())
                .extracting(TreeFinding::code)
                .containsExactly(TreeFindingCode.NO_ARTICLE);
        assertThat(trees.findings(Org.CENTRE, verification).wasAccepted()).isFalse();
    }

    @Test
    void leaves_are_for_everybody_who_may_walk_there_and_their_cases_reach_a_group() {
        org.published("inside", ArticleContent.faq(Readership.supportOrganisation(), "Kun os", "x"));
        NodeId a = NodeId.of("a");
        TreeNode hidden = new TreeNode.ShowArticle(a, "read", ArticleId.of("inside"));
        TreeNode lost = new TreeNode.Register(a, "write", ReadyCase.of("it is slow"));
        TreeNode unknown =
                new TreeNode.Register(a, "write", ReadyCase.of("it is slow").about("lotus"));

        assertThat(codes(question("q", "a"), hidden)).containsExactly(TreeFindingCode.ARTICLE_HIDDEN);
        assertThat(codes(question("q", "a"), lost)).containsExactly(TreeFindingCode.CASE_STAYS);
        assertThat(codes(question("q", "a"), unknown)).containsExactly(TreeFindingCode.SYSTEM_UNKNOWN);
        assertThat(org.base
                        .verification(one -> Optional.of(GroupId.of("bit")))
                        .findings(of(question("q", "a"), lost), astrid))
                .isEmpty();
    }

    @Test
    void ten_thousand_nodes_are_proved_and_drawn_and_more_are_refused() {
        List<TreeNode> chain = new ArrayList<>();
        chain.add(question("q", "0"));
        for (int i = 0; i < QuestionTree.MOST_NODES - 2; i++) {
            chain.add(question("" + i, "" + (i + 1), "q"));
        }
        chain.add(leaf("" + (QuestionTree.MOST_NODES - 2)));
        QuestionTree large = of(chain.toArray(TreeNode[]::new));

        assertThat(findings(large)).isEmpty();
        assertThat(TreeDrawing.of(large).mermaid()).contains("n10000([");
        chain.add(leaf("more"));
        assertThatThrownBy(() -> of(chain.toArray(TreeNode[]::new)))
                .isInstanceOf(OutOfBoundsException.class)
                .hasMessageContaining("10000");
    }

    @Test
    void what_is_written_as_json_is_read_as_it_was_with_ten_thousand_nodes_too() {
        assertThat(TreeJson.read("written.json", TreeJson.write(tree))).isEqualTo(tree);
        List<TreeNode> chain = new ArrayList<>();
        for (int i = 0; i < QuestionTree.MOST_NODES - 1; i++) {
            chain.add(question("" + i, "" + (i + 1)));
        }
        chain.add(leaf("" + (QuestionTree.MOST_NODES - 1)));
        QuestionTree large = of(chain.toArray(TreeNode[]::new));
        assertThat(TreeJson.read("large.json", TreeJson.write(large))).isEqualTo(large);
    }

    @Test
    void is_drawn_as_text_and_for_mermaid_and_graphviz() {
        TreeDrawing drawing = TreeDrawing.of(tree);

        assertThat(drawing.text()).contains("1. Er den tændt?\n   - Nej -> 3\n   - Ja -> 2\n");
        assertThat(drawing.mermaid())
                .startsWith("flowchart TD\n")
                .contains("n1 -->|\"Nej\"| n3", "it #40;Kommunens it#41;");
        assertThat(drawing.dot()).startsWith("digraph {\n").contains("n1 -> n3 [label=\"Nej\"];");
    }

    @Test
    void everything_that_is_wrong_with_the_json_is_told_at_once() {
        String wrong = JSON.replace("\"superusers\"", "\"friends\"").replace("\"to\": \"Kommunens it\"", "\"too\": 1");

        assertThatThrownBy(() -> TreeJson.read("printer.json", wrong))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("printer.json:1:")
                .hasMessageContaining("/readership/for")
                .hasMessageContaining("/nodes/3/too");
    }
}
