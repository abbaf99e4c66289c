package dk.sagsflow.knowledge.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.UseOutcome;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.json.KnowledgeEventJson;
import dk.sagsflow.knowledge.search.ArticleIndex;
import dk.sagsflow.knowledge.search.SearchQuery;
import dk.sagsflow.knowledge.tree.NodeId;
import dk.sagsflow.knowledge.tree.QuestionTree;
import dk.sagsflow.knowledge.tree.TreeId;
import dk.sagsflow.knowledge.tree.TreeNode;
import dk.sagsflow.knowledge.tree.WalkId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is forgotten by one command in store, pictures and index, on every node. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasureTest {
    private static final String MARK = "hemmeligheden";
    private static final ArticleId ARTICLE = ArticleId.of("printer");
    private static final WalkId WALK = WalkId.of("w-1");

    private final KnowledgeStore store = KnowledgeStore.inMemory();
    private final Org other = new Org(builder -> builder.withStore(store));

    @TempDir
    Path folder;

    private Org org = other;

    private void lived() {
        org = new Org(builder -> builder.withStore(store).withIndex(ArticleIndex.onDisk(folder)));
        org.published(ARTICLE.value(), ArticleContent.faq(Readership.everyone(), "Printeren står stille", "Tænd den."));
        Reader astrid = org.base.reader(Org.SUPERUSER);
        org.base.articles().view(astrid, ARTICLE).orElseThrow();
        org.base
                .articles()
                .used(astrid, ARTICLE, UseOutcome.HELPED, Optional.empty(), MARK + " skriver ikke")
                .orElseThrow();
        org.base.articles().contradicts(astrid, ARTICLE, ARTICLE, MARK).orElseThrow();
        assertThat(org.base
                        .search()
                        .search(astrid, SearchQuery.of("ufindelig" + MARK))
                        .total())
                .isZero();
        NodeId end = NodeId.of("end");
        org.base
                .trees()
                .publish(
                        Org.EDITOR,
                        new QuestionTree(
                                TreeId.of("t"),
                                "Hvad er der galt?",
                                Readership.everyone(),
                                end,
                                List.of(new TreeNode.ReferElsewhere(end, "Ring", "KMD"))),
                        org.base.verification(supportCase -> Optional.empty()))
                .orElseThrow();
        org.base.trees().begin(astrid, TreeId.of("t"), WALK).orElseThrow();
    }

    private String log() {
        KnowledgeEventJson json = new KnowledgeEventJson();
        return store.after(store.beginning(), 1_000).stream()
                .flatMap(step -> step.events().stream())
                .map(json::write)
                .collect(Collectors.joining("\n"));
    }

    /** The files of the index that hold words. */
    private Set<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("_"))
                    .collect(Collectors.toSet());
        }
    }

    private static int found(Org node, String words) {
        return node.base
                .search()
                .search(node.base.reader(Org.CENTRE), SearchQuery.of(words))
                .total();
    }

    @Test
    void nothing_of_the_person_is_left_in_the_store_in_pictures_and_in_the_index() throws IOException {
        lived();
        assertThat(found(org, MARK)).as("what helped is learnt").isEqualTo(1);
        assertThat(found(other, MARK)).isEqualTo(1);
        assertThat(log()).contains(MARK, "\"astrid\"");
        Set<Path> before = segments();
        assertThat(before).isNotEmpty();

        ActorId called = org.base.erasure().forget(Org.EDITOR, Org.SUPERUSER).orElseThrow();

        assertThat(log()).doesNotContain(MARK, "astrid").contains(called.value());
        List<Org> nodes = List.of(org, other, new Org(builder -> builder.withStore(store)));
        for (Org node : nodes) {
            assertThat(node.base.search().notFound(Org.EDITOR).orElseThrow().toString())
                    .doesNotContain(MARK);
        }
        for (Org node : nodes) {
            assertThat(found(node, MARK)).isZero();
            assertThat(node.base
                            .articles()
                            .open(Org.EDITOR, ARTICLE)
                            .orElseThrow()
                            .toString())
                    .doesNotContain(MARK, "astrid");
            assertThat(node.base
                            .trees()
                            .resume(node.base.reader(Org.SUPERUSER), WALK)
                            .wasAccepted())
                    .as("the walk is nobody's")
                    .isFalse();
        }
        assertThat(segments()).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    @Test
    void figures_stay_as_they_were_and_what_the_organisation_wrote_is_still_found() {
        lived();
        long before = org.base.articles().find(ARTICLE).orElseThrow().tally().helped();

        org.base.erasure().forget(Org.EDITOR, Org.SUPERUSER).orElseThrow();

        assertThat(org.base.articles().find(ARTICLE).orElseThrow().tally().helped())
                .isEqualTo(before);
        assertThat(found(org, "printer")).isEqualTo(1);
        assertThat(org.base
                        .articles()
                        .view(org.base.reader(Org.CENTRE), ARTICLE)
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void an_editor_who_is_forgotten_leaves_the_articles() {
        lived();

        ActorId called = org.base.erasure().forget(Org.EDITOR, Org.EDITOR).orElseThrow();

        assertThat(org.base.articles().find(ARTICLE).orElseThrow().owner()).isEqualTo(called);
        assertThat(log()).doesNotContain("\"editor\"");
        assertThat(found(org, "printer")).isEqualTo(1);
    }

    @Test
    void those_who_are_forgotten_are_told_apart_and_only_editors_have_anybody_forgotten() {
        lived();

        assertThat(org.base
                        .erasure()
                        .forget(Org.CENTRE, Org.SUPERUSER)
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("have a person forgotten");
        assertThat(log()).contains("astrid");
        ActorId one = org.base.erasure().forget(Org.EDITOR, Org.SUPERUSER).orElseThrow();
        ActorId two = org.base.erasure().forget(Org.EDITOR, Org.CITIZEN).orElseThrow();
        assertThat(one).isNotEqualTo(two);
    }
}
