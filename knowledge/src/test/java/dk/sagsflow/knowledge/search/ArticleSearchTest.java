package dk.sagsflow.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.article.UseOutcome;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.tree.ReadyCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleSearchTest {
    private final Org org = new Org();

    private static ArticleContent faq(String title, String body) {
        return ArticleContent.faq(Readership.everyone(), title, body);
    }

    private static SearchResult search(Org in, SearchQuery query) {
        return in.base.search().search(Reader.anybody(), query);
    }

    private static List<String> found(Org in, String words) {
        return search(in, SearchQuery.of(words)).hits().stream()
                .map(hit -> hit.article().value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adgangskoder",
                "kode til adgang",
                "ADGANGSKODEN",
                "adgangskdoe",
                "sagsbehandleres adgang",
                "aendring",
                "ændringer",
                "laase"
            })
    void danish_words_are_found_however_they_are_bent_spelt_and_put_together(String words) {
        org.published("kode", faq("Adgangskode", "Sagsbehandlerens adgang ved ændring: lås kontoen op."));
        org.published("andet", faq("Printer", "Papir og toner."));

        assertThat(found(org, words)).containsExactly("kode");
    }

    @Test
    void english_words_are_found_by_their_stems() {
        org.published(
                "en", faq("Resetting passwords", "Use the portal's settings.").withLanguage(Locale.ENGLISH));

        assertThat(found(org, "reset a password")).containsExactly("en");
        assertThat(search(org, SearchQuery.of("password").in(Locale.forLanguageTag("da")))
                        .total())
                .isZero();
    }

    @Test
    void a_title_counts_more_than_a_text() {
        org.published("text", faq("Om noget andet", "Her nævnes printer en gang."));
        org.published("title", faq("Printer", "Om den."));

        assertThat(found(org, "printer")).containsExactly("title", "text");
    }

    @Test
    void what_was_published_is_found_at_once_and_what_was_retired_no_more() {
        org.published("a", faq("Printer", "Papir."));
        assertThat(found(org, "printer")).containsExactly("a");
        org.base
                .articles()
                .revise(Org.EDITOR, ArticleId.of("a"), faq("Scanner", "Papir."))
                .orElseThrow();
        assertThat(found(org, "scanner")).isEmpty();
        org.republished("a");
        assertThat(found(org, "scanner")).containsExactly("a");
        assertThat(found(org, "printer")).isEmpty();

        org.base
                .articles()
                .retire(Org.EDITOR, ArticleId.of("a"), "old", Optional.empty())
                .orElseThrow();
        assertThat(found(org, "scanner")).isEmpty();
    }

    @Test
    void facets_count_what_fits_by_kind_and_system() {
        SystemId amanda = SystemId.of("amanda");
        org.published("a", faq("Printer", "x").withSystems(amanda));
        org.published("b", faq("Printer", "x").withKind(ArticleKind.MANUAL).withSystems(amanda));
        org.published("c", faq("Printer", "x"));

        SearchResult all = search(org, SearchQuery.of("printer"));
        assertThat(all.kinds()).isEqualTo(ImmutableMap.of(ArticleKind.FAQ, 2, ArticleKind.MANUAL, 1));
        assertThat(all.systems()).isEqualTo(ImmutableMap.of(amanda, 2));
        assertThat(search(
                                org,
                                SearchQuery.of("printer")
                                        .among(ArticleKind.MANUAL)
                                        .about(amanda))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void what_was_found_is_marked_and_all_else_escaped() {
        org.published("a", faq("Printer <b>nu</b>", "Se <script>alert(1)</script> printeren & papiret."));

        SearchHit hit = search(org, SearchQuery.of("printer")).hits().get(0);

        assertThat(hit.titleHtml()).isEqualTo("<mark>Printer</mark> &lt;b&gt;nu&lt;/b&gt;");
        assertThat(hit.snippetHtml())
                .contains("<mark>printeren</mark> &amp; papiret")
                .doesNotContain("<script");
        assertThat(hit.found()).containsExactly("Printer", "printeren");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:*",
                "+-!(){}[]^\"~*?:\\/",
                "a AND",
                "* *",
                "\uD83D\uDE00",
                "og i at",
                "   ",
                "\"åben",
                "a\u0000b",
                "\uD800 x"
            })
    void no_text_is_an_error(String words) {
        org.published("a", faq("Printer", "Papir."));

        assertThat(search(org, SearchQuery.of(words)).total()).isBetween(0, 1);
    }

    @Test
    void a_story_of_half_a_million_signs_is_looked_for_too() {
        org.published("a", faq("Printer", "Papir."));

        assertThat(search(org, SearchQuery.of("printer ".repeat(60_000))).total())
                .isEqualTo(1);
    }

    @Test
    void what_was_looked_for_in_vain_is_told_to_editors_without_numbers() {
        assertThat(found(org, "Faxnummer 010203-1234")).isEmpty();
        assertThat(found(org, "faxnummer")).isEmpty();

        assertThat(org.base.search().notFound(Org.EDITOR).orElseThrow().entrySet())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getElement()).isEqualTo("faxnummer");
                    assertThat(line.getCount()).isEqualTo(2);
                });
        assertThat(org.base.search().notFound(Org.CENTRE).wasAccepted()).isFalse();
    }

    @Test
    @Tag("R27")
    void a_case_is_suggested_what_is_about_its_words_and_system_and_what_helped_comes_first() {
        org.published("a", faq("Fejl ved print af brev", "Skift skrifttype."));
        org.published("b", faq("Fejl ved print af brev", "Skift skrifttype.").withSystems(SystemId.of("amanda")));
        org.published("c", faq("Helt andet", "Ferie."));
        SupportCase current = ReadyCase.of("Jeg får en fejl, når jeg vil printe et brev")
                .about("amanda")
                .asCase(Org.organisation());
        assertThat(suggested(current)).containsExactly("b", "a");

        for (int i = 0; i < 40; i++) {
            used("a", UseOutcome.USED_IN_ANSWER, "");
            used("b", UseOutcome.DID_NOT_HELP, "");
        }
        assertThat(suggested(current)).containsExactly("a", "b");
    }

    private void used(String id, UseOutcome outcome, String words) {
        Reader karen = org.base.reader(Org.CENTRE);
        org.base
                .articles()
                .used(karen, ArticleId.of(id), outcome, Optional.empty(), words)
                .orElseThrow();
    }

    private List<String> suggested(SupportCase current) {
        return org.base.search().suggest(Reader.anyStaff(), current, 5).stream()
                .map(hit -> hit.article().value())
                .toList();
    }

    @Test
    void words_that_led_to_what_helped_lead_there_again() {
        org.published("a", faq("Skærmen er sort", "Tænd for strømmen."));
        assertThat(found(org, "monitor")).isEmpty();

        used("a", UseOutcome.HELPED, "monitor død");

        assertThat(found(org, "monitor")).containsExactly("a");
    }

    @Test
    void what_others_may_read_does_not_change_what_a_misspelt_word_finds() {
        org.published("open", faq("Printeren", "Papir og toner."));
        assertThat(found(org, "prinnteren")).containsExactly("open");
        org.published("inside", faq("Prinnteren prinntere", "Hemmeligt.").withReadership(Readership.ofGroup("bit")));
        SearchResult open = search(org, SearchQuery.of("prinnteren"));
        assertThat(open.hits()).extracting(hit -> hit.article().value()).containsExactly("open");
        assertThat(open.total()).isEqualTo(1);
        assertThat(org.base
                        .search()
                        .search(org.base.reader(Org.BIT), SearchQuery.of("prinnteren"))
                        .hits())
                .extracting(hit -> hit.article().value())
                .containsExactly("inside");
    }

    /** An index that is made anew, as far as that is possible, right when somebody begins to look. */
    private static final class Disturbed implements ArticleIndex {
        private final ArticleIndex kept = ArticleIndex.inMemory();
        private final CountDownLatch cleared = new CountDownLatch(1);
        private final CountDownLatch looked = new CountDownLatch(1);
        private Optional<Runnable> disturb = Optional.empty();

        @Override
        public Optional<LogPosition> position() {
            return kept.position();
        }

        @Override
        public void update(List<IndexedArticle> articles, List<ArticleId> gone, LogPosition upTo) {
            kept.update(articles, gone, upTo);
        }

        @Override
        public void clear() {
            kept.clear();
            cleared.countDown();
            waited(looked);
        }

        @Override
        public SearchResult search(IndexQuery query) {
            Optional<Thread> other = disturb.map(Thread::new);
            disturb = Optional.empty();
            other.ifPresent(thread -> {
                thread.start();
                waited(cleared);
            });
            SearchResult found = kept.search(query);
            looked.countDown();
            return found;
        }

        private static void waited(CountDownLatch latch) {
            try {
                assertThat(latch.await(100, TimeUnit.MILLISECONDS)).isIn(true, false);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public ImmutableList<String> telling(String story, int most) {
            return kept.telling(story, most);
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    @Test
    void who_looks_while_the_index_is_made_anew_finds_all_of_it() {
        Disturbed index = new Disturbed();
        Org disturbed = new Org(builder -> builder.withIndex(index));
        disturbed.published("a", faq("Printer", "Papir."));
        assertThat(found(disturbed, "printer")).containsExactly("a");
        index.disturb = Optional.of(() -> disturbed.base.search().rebuild());
        assertThat(found(disturbed, "printer")).containsExactly("a");
        assertThat(found(disturbed, "papir")).containsExactly("a");
    }

    @Test
    void an_index_whose_folder_is_lost_while_it_is_open_is_made_anew(@TempDir Path above) throws IOException {
        Path folder = above.resolve("index");
        Org lost = new Org(builder -> builder.withIndex(ArticleIndex.onDisk(folder)));
        lost.published("a", faq("Printer", "Papir."));
        assertThat(found(lost, "printer")).containsExactly("a");
        for (boolean whole : new boolean[] {false, true}) {
            try (var files = Files.list(folder)) {
                for (Path file : ImmutableList.copyOf(files.iterator())) {
                    Files.delete(file);
                }
            }
            if (whole) {
                Files.delete(folder);
            }
            lost.published("b" + whole, faq("Printer", "Toner."));
            assertThat(found(lost, "toner")).contains("b" + whole);
            assertThat(found(lost, "papir")).containsExactly("a");
        }
        lost.base.search().rebuild();
        assertThat(found(lost, "printer")).hasSize(3);
        lost.base.close();
        lost.base.close();
        assertThatThrownBy(() -> found(lost, "printer")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_index_that_is_open_is_not_taken_for_a_broken_one(@TempDir Path folder) {
        Org first = new Org(builder -> builder.withIndex(ArticleIndex.onDisk(folder)));
        first.published("a", faq("Printer", "Papir."));
        assertThat(found(first, "printer")).containsExactly("a");
        assertThatThrownBy(() -> ArticleIndex.onDisk(folder)).isInstanceOf(UncheckedIOException.class);
        first.published("b", faq("Printer", "Toner."));
        assertThat(found(first, "toner")).containsExactly("b");
        first.base.close();
        try (ArticleIndex again = ArticleIndex.onDisk(folder)) {
            assertThat(again.position()).isPresent();
        }
    }

    @Test
    void an_index_on_disk_is_there_again_and_a_broken_one_is_made_anew(@TempDir Path folder) throws IOException {
        KnowledgeStore store = KnowledgeStore.inMemory();
        Org first = new Org(builder -> builder.withStore(store).withIndex(ArticleIndex.onDisk(folder)));
        first.published("a", faq("Printer", "Papir."));
        assertThat(found(first, "printer")).containsExactly("a");
        first.base.close();
        try (ArticleIndex again = ArticleIndex.onDisk(folder)) {
            assertThat(again.position()).isPresent();
        }

        try (var files = Files.list(folder)) {
            for (Path file : ImmutableList.copyOf(files.iterator())) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        Org second = new Org(builder -> builder.withStore(store).withIndex(ArticleIndex.onDisk(folder)));
        assertThat(found(second, "printer")).containsExactly("a");
        second.base.search().rebuild();
        assertThat(found(second, "printer")).containsExactly("a");
        second.base.close();
    }
}
