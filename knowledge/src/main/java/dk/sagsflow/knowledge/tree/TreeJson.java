package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.audience.Readership;
import java.util.Optional;
import java.util.function.Function;

/**
 * Question trees as JSON, for people who write them: all that is wrong is told at once, with line and pointer. Whether a tree that
 * can be read holds what it promises is for {@link TreeVerification} to say. Needs Jackson 3 databind, which the host adds.
 */
public final class TreeJson {
    private static final int FORMAT = 1;

    private static final ImmutableMap<String, Function<JsonPlace, Optional<TreeNode>>> NODES = ImmutableMap.of(
            "question", TreeJson::question,
            "article", TreeJson::article,
            "registration", TreeJson::registration,
            "referral", TreeJson::referral);

    private TreeJson() {}

    /**
     * The tree that this text says.
     *
     * @param name what the text is called, for what is told of it: {@code printer.json}
     * @throws InvalidDocumentException with everything that is wrong with it
     */
    public static QuestionTree read(String name, String json) {
        OptionalLibrary.requireJson(requireNonNull(name, "name"));
        Problems problems = new Problems();
        return problems.unlessAny(JsonDocument.read(name, json, problems).flatMap(TreeJson::tree));
    }

    /** The tree as JSON that {@link #read} reads, for people to go on with. */
    public static String write(QuestionTree tree) {
        OptionalLibrary.requireJson("tree " + requireNonNull(tree, "tree").id());
        return TreeWriting.written(FORMAT, tree);
    }

    private static Optional<QuestionTree> tree(JsonPlace root) {
        root.allowOnly("$schema", "format", "id", "title", "readership", "start", "nodes");
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        Optional<TreeId> id = root.at("id").parsed("the id of the tree", TreeId::of);
        Optional<String> title = root.at("title").text("the title of the tree");
        Optional<Readership> readership = readership(root.at("readership"));
        Optional<NodeId> start = root.at("start").parsed("the id of the first question", NodeId::of);
        ImmutableList<TreeNode> nodes = root.at("nodes").atLeastOne("questions and leaves", TreeJson::node);
        return id.flatMap(known -> title.flatMap(words -> readership.flatMap(readers ->
                start.flatMap(first -> root.made(() -> new QuestionTree(known, words, readers, first, nodes))))));
    }

    private static Optional<Readership> readership(JsonPlace place) {
        place.allowOnly("for", "tier", "group");
        ImmutableMap<String, Function<JsonPlace, Optional<Readership>>> kinds = ImmutableMap.of(
                "everyone", unused -> Optional.of(Readership.everyone()),
                "superusers", unused -> Optional.of(Readership.superusers()),
                "support-organisation", unused -> Optional.of(Readership.supportOrganisation()),
                "tier",
                        at -> at.at("tier")
                                .parsed("the id of a tier", TierId::of)
                                .map(Readership.OfTier::new),
                "group",
                        at -> at.at("group")
                                .parsed("the id of a group", GroupId::of)
                                .map(Readership.OfGroup::new));
        return place.at("for").oneOf("readership", kinds).flatMap(kind -> kind.apply(place));
    }

    private static Optional<TreeNode> node(JsonPlace place) {
        return place.at("node").oneOf("kind of node", NODES).flatMap(kind -> kind.apply(place));
    }

    private static Optional<NodeId> id(JsonPlace place) {
        return place.at("id").parsed("the id of the node", NodeId::of);
    }

    private static Optional<String> words(JsonPlace place) {
        return place.at("text").text("what is asked or said");
    }

    private static Optional<TreeNode> question(JsonPlace place) {
        place.allowOnly("node", "id", "text", "choices");
        ImmutableList<TreeNode.Choice> choices = place.at("choices").all("answers", TreeJson::choice);
        return id(place)
                .flatMap(id ->
                        words(place).flatMap(text -> place.made(() -> new TreeNode.Question(id, text, choices))));
    }

    private static Optional<TreeNode.Choice> choice(JsonPlace place) {
        place.allowOnly("answer", "next");
        Optional<String> answer = place.at("answer").text("the answer");
        Optional<NodeId> next = place.at("next").parsed("the id of the node that it leads to", NodeId::of);
        return answer.flatMap(words -> next.flatMap(to -> place.made(() -> new TreeNode.Choice(words, to))));
    }

    private static Optional<TreeNode> article(JsonPlace place) {
        place.allowOnly("node", "id", "text", "article");
        Optional<ArticleId> article = place.at("article").parsed("the id of an article", ArticleId::of);
        return id(place)
                .flatMap(id -> words(place)
                        .flatMap(text ->
                                article.flatMap(shown -> place.made(() -> new TreeNode.ShowArticle(id, text, shown)))));
    }

    private static Optional<TreeNode> referral(JsonPlace place) {
        place.allowOnly("node", "id", "text", "to");
        Optional<String> to = place.at("to").text("who helps");
        return id(place)
                .flatMap(id -> words(place)
                        .flatMap(text ->
                                to.flatMap(who -> place.made(() -> new TreeNode.ReferElsewhere(id, text, who)))));
    }

    private static Optional<TreeNode> registration(JsonPlace place) {
        place.allowOnly("node", "id", "text", "ready");
        Optional<ReadyCase> ready = ready(place.at("ready"));
        return id(place)
                .flatMap(id -> words(place)
                        .flatMap(text ->
                                ready.flatMap(filled -> place.made(() -> new TreeNode.Register(id, text, filled)))));
    }

    private static Optional<ReadyCase> ready(JsonPlace place) {
        place.allowOnly("subject", "kind", "system", "category", "cause");
        Optional<String> subject = place.at("subject").text("the subject of the case");
        CaseKind kind =
                place.at("kind").ifPresent(at -> at.constant(CaseKind.class)).orElse(CaseKind.INCIDENT);
        Optional<SystemId> system = place.at("system").ifPresent(at -> at.parsed("the id of a system", SystemId::of));
        Optional<String> category = place.at("category").ifPresent(at -> at.text("a category"));
        Optional<Cause> cause = place.at("cause").ifPresent(at -> at.constant(Cause.class));
        return subject.flatMap(words -> place.made(() -> new ReadyCase(words, kind, system, category, cause)));
    }
}
