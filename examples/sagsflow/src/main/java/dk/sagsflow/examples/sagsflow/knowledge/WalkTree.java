package dk.sagsflow.examples.sagsflow.knowledge;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.knowledge.KnowledgeBase;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.KnownErrorDetails;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.tree.QuestionTree;
import dk.sagsflow.knowledge.tree.QuestionTrees;
import dk.sagsflow.knowledge.tree.TreeJson;
import dk.sagsflow.knowledge.tree.TreeNode;
import dk.sagsflow.knowledge.tree.TreeWalk;
import dk.sagsflow.knowledge.tree.WalkId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Walks through a question tree. Not thread-safe. */
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a question tree, and asks its questions: the number of an answer goes on, b goes back, an empty"
                    + " line ends.",
            "For example: knowledge walk examples/models/ams examples/knowledge/ams/trees/slow.json"
        })
final class WalkTree implements Callable<Integer> {
    private static final WalkId WALK = WalkId.of("walk");

    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Parameters(index = "1", paramLabel = "TREE", description = "The question tree, in JSON.")
    private Path file = Path.of("");

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    WalkTree() {}

    @Override
    public Integer call() throws IOException {
        QuestionTree tree = read();
        SupportModel model = known.model();
        SupportDesk desk = SupportDesk.builder(
                        model, KnownOrganisation.people(model.organisation()), InstantSource.system())
                .build();
        try (KnowledgeBase base = known.base(model.organisation(), InstantSource.system())) {
            KnowledgeOutcome<QuestionTree> published = publish(base, desk, tree);
            if (published.refusal().isPresent()) {
                out.println(published.refusal().orElseThrow().describe());
                return 1;
            }
            end(base, model, desk, walked(base, tree));
        }
        return 0;
    }

    private static KnowledgeOutcome<QuestionTree> publish(KnowledgeBase base, SupportDesk desk, QuestionTree tree) {
        return base.trees()
                .publish(
                        KnownOrganisation.EDITOR,
                        tree,
                        base.verification(one -> desk.propose(one).group()));
    }

    private QuestionTree read() throws IOException {
        try {
            return TreeJson.read(file.toString(), Files.readString(file));
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        }
    }

    private TreeWalk walked(KnowledgeBase base, QuestionTree tree) throws IOException {
        Reader reader = base.reader(KnownOrganisation.SUPERUSER);
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(tree.title());
        TreeWalk walk = base.trees().begin(reader, tree.id(), WALK).orElseThrow();
        while (walk.at() instanceof TreeNode.Question question) {
            print(question);
            String line = answers.readLine();
            if (line == null || line.isBlank()) {
                return walk;
            }
            KnowledgeOutcome<TreeWalk> next = next(base.trees(), reader, line.strip());
            next.refusal().ifPresent(refusal -> out.println(refusal.describe()));
            walk = base.trees().resume(reader, WALK).orElseThrow();
        }
        return walk;
    }

    private void print(TreeNode.Question question) {
        out.println(question.text());
        for (int number = 0; number < question.choices().size(); number++) {
            out.println(
                    "  " + (number + 1) + " " + question.choices().get(number).answer());
        }
    }

    private static KnowledgeOutcome<TreeWalk> next(QuestionTrees trees, Reader reader, String line) {
        if (line.equals("b")) {
            return trees.back(reader, WALK);
        }
        int number = line.matches("\\d{1,4}") ? Integer.parseInt(line) : 0;
        return trees.answer(reader, WALK, number - 1);
    }

    private void end(KnowledgeBase base, SupportModel model, SupportDesk desk, TreeWalk walk) {
        TreeNode at = walk.at();
        if (!at.leaf()) {
            out.println("broken off; the walk stands at: " + at.text());
            return;
        }
        out.println("-> " + at.text());
        if (at instanceof TreeNode.ShowArticle shown) {
            show(base, shown.article());
        } else if (at instanceof TreeNode.Register leaf) {
            out.println("case: " + leaf.ready().subject() + "\n" + walk.words());
            out.println("triage: " + triaged(leaf, model.organisation(), desk));
        } else if (at instanceof TreeNode.ReferElsewhere referral) {
            out.println(referral.to());
        }
    }

    private static String triaged(TreeNode.Register leaf, SupportOrganisation organisation, SupportDesk desk) {
        return desk.propose(leaf.ready().asCase(organisation))
                .group()
                .map(GroupId::value)
                .orElse("stays at " + organisation.contactEntrance());
    }

    private void show(KnowledgeBase base, ArticleId id) {
        ArticleContent content = base.articles()
                .read(base.reader(KnownOrganisation.SUPERUSER), id)
                .orElseThrow()
                .content();
        out.println(content.title());
        String text = content.knownError().map(KnownErrorDetails::symptom).orElse(content.body());
        out.println(new MarkdownText(text).plain());
    }
}
