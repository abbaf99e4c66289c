package dk.sagsflow.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.article.ArticleId;
import dk.sagsflow.knowledge.article.ArticleKind;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.operation.DisruptionDetails;
import dk.sagsflow.knowledge.operation.DisruptionId;
import dk.sagsflow.knowledge.operation.Operations;
import dk.sagsflow.knowledge.operation.WorkWindow;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is announced, told, planned, described anew for others, ended and retired: no feed and no calendar says what is not for its readers. */
@Tag("R21")
class FeedProperties {
    private static final List<Readership> READERSHIPS = List.of(
            Readership.everyone(),
            Readership.superusers(),
            Readership.supportOrganisation(),
            Readership.ofTier("first"),
            Readership.ofTier("second"),
            Readership.ofGroup("centre"));
    private static final Pattern MARK = Pattern.compile("said-for-([a-z:-]+?)-end");
    private static final FeedPage PAGE = new FeedPage(
            "Nyt",
            URI.create("https://support.example.dk/"),
            URI.create("https://support.example.dk/news/"),
            Locale.forLanguageTag("da"));
    private static final WorkWindow NIGHT =
            new WorkWindow(Instant.parse("2007-10-27T20:00:00Z"), Instant.parse("2007-10-28T04:00:00Z"));

    /** What is done next, with what, for whom. */
    record Step(int action, int which, int readership) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, READERSHIPS.size() - 1))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(25);
    }

    @Property(tries = 30)
    void feeds_and_calendars_say_what_is_for_their_readers_and_nothing_else(@ForAll("steps") List<Step> steps) {
        World world = new World();
        steps.forEach(step -> {
            world.carryOut(step);
            READERSHIPS.forEach(world::holdsWhatIsFor);
        });
        world.org.base.close();
    }

    private static final class World {
        private final Org org = new Org();
        private final Feeds feeds = org.base.feeds();
        private final Operations operations = org.base.operations();
        private final Readers readers = new Readers(Org.organisation(), Org.people());
        private final Map<ArticleId, String> news = new HashMap<>();
        private final Map<DisruptionId, String> work = new HashMap<>();

        void carryOut(Step step) {
            Readership readership = READERSHIPS.get(step.readership());
            ArticleId article = ArticleId.of("a" + step.which());
            DisruptionId incident = DisruptionId.of("i" + step.which());
            DisruptionId planned = DisruptionId.of("p" + step.which());
            switch (step.action()) {
                case 0, 1 -> announce(article, readership);
                case 2 -> retire(article);
                case 3 -> tried(operations.report(Org.EDITOR, incident, details(readership)));
                case 4 -> plan(planned, readership);
                case 5 -> describe(step.which() % 2 == 0 ? incident : planned, readership);
                case 6 -> tell(step.which() % 2 == 0 ? incident : planned);
                case 7 -> tried(operations.end(Org.EDITOR, incident, ""));
                default -> cancel(planned);
            }
        }

        private static void tried(KnowledgeOutcome<?> outcome) {
            assertThat(outcome).isNotNull();
        }

        private static String mark(String key) {
            return "said-for-" + key + "-end";
        }

        private void announce(ArticleId id, Readership readership) {
            String words = mark(readership.key());
            ArticleContent content = ArticleContent.builder()
                    .kind(ArticleKind.NEWS)
                    .title(words)
                    .body(words)
                    .readership(readership)
                    .addSystems(SystemId.of("amanda"))
                    .build();
            if (org.base.news().announce(Org.EDITOR, id, content).wasAccepted()) {
                news.put(id, readership.key());
            }
        }

        private void retire(ArticleId id) {
            if (org.base
                    .articles()
                    .retire(Org.EDITOR, id, "old", Optional.empty())
                    .wasAccepted()) {
                news.remove(id);
            }
        }

        private static DisruptionDetails details(Readership readership) {
            String words = mark(readership.key());
            return DisruptionDetails.of("amanda", words, words).forReaders(readership);
        }

        private void plan(DisruptionId id, Readership readership) {
            if (operations.plan(Org.EDITOR, id, details(readership), NIGHT).wasAccepted()) {
                work.put(id, readership.key());
            }
        }

        private void describe(DisruptionId id, Readership readership) {
            if (operations.describe(Org.EDITOR, id, details(readership)).wasAccepted()) {
                work.computeIfPresent(id, (same, before) -> readership.key());
            }
        }

        /** A word is for those for whom the disruption is at that moment. */
        private void tell(DisruptionId id) {
            operations.find(id).ifPresent(before -> {
                String words = mark(before.details().readership().key());
                tried(operations.tell(Org.EDITOR, id, words));
                tried(operations.workAround(Org.EDITOR, id, words));
            });
        }

        private void cancel(DisruptionId id) {
            operations
                    .find(id)
                    .ifPresent(before -> tried(operations.cancel(
                            Org.EDITOR, id, mark(before.details().readership().key()))));
        }

        void holdsWhatIsFor(Readership readership) {
            Set<String> keys = readers.least(readership).keys();
            for (FeedFormat format : FeedFormat.values()) {
                assertThat(marks(feeds.news(readership, format, PAGE))).isEqualTo(among(news, keys));
                assertThat(keys).containsAll(marks(feeds.operations(readership, format, PAGE)));
            }
            Set<String> calendar =
                    marks(feeds.plannedWork(readership, "Drift").text().replaceAll("\r?\n[ \t]", ""));
            assertThat(keys).containsAll(calendar);
            assertThat(calendar).containsAll(among(work, keys));
        }

        private static Set<String> among(Map<?, String> there, Set<String> keys) {
            return there.values().stream().filter(keys::contains).collect(Collectors.toSet());
        }

        private static Set<String> marks(String text) {
            return MARK.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }
    }
}
