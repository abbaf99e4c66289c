package dk.sagsflow.knowledge.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.knowledge.article.ArticleContent;
import dk.sagsflow.knowledge.audience.NewsChannel;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.markdown.MarkdownText;
import dk.sagsflow.knowledge.news.News;
import dk.sagsflow.knowledge.news.PublishedNews;
import dk.sagsflow.knowledge.operation.Disruption;
import dk.sagsflow.knowledge.operation.DisruptionEntry;
import dk.sagsflow.knowledge.operation.DisruptionStep;
import dk.sagsflow.knowledge.operation.Operations;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.topic.TopicId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Feeds of news and of operations, and calendars of planned work. Each is made for a readership, holds what all may read who belong to
 * it and nothing else, and says for whom it is; who gets at the address of one that is not for everyone is the host's to guard. Needs
 * Rome and biweekly, which the host adds. Safe for use by many threads.
 */
public final class Feeds {
    /** What writes feeds. */
    static final OptionalLibrary ROME =
            new OptionalLibrary("com.rometools:rome", "2.1", "com.rometools.rome.io.SyndFeedOutput");

    private static final int MOST_ENTRIES = 100;

    private static final Comparator<FeedEntry> NEWEST_FIRST =
            Comparator.comparing(FeedEntry::changed).reversed();

    private final Readers readers;
    private final News news;
    private final Operations operations;
    private final InstantSource clock;

    /** Made by the knowledge base. */
    public Feeds(Readers readers, News news, Operations operations, InstantSource clock) {
        this.readers = requireNonNull(readers, "readers");
        this.news = requireNonNull(news, "news");
        this.operations = requireNonNull(operations, "operations");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * The latest news for these readers, a hundred pieces at most.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Rome is not there
     */
    public String news(Readership readership, FeedFormat format, FeedPage page) {
        Reader reader = readers.least(readership);
        return written(
                readership,
                format,
                page,
                news.on(NewsChannel.of(reader), reader).stream()
                        .map(Feeds::entry)
                        .toList());
    }

    private static FeedEntry entry(PublishedNews piece) {
        ArticleContent content = piece.content();
        return new FeedEntry(
                piece.id().value(),
                content.title(),
                new MarkdownText(content.body()).html(),
                piece.edition().at(),
                Streams.concat(
                                content.topics().stream().map(TopicId::value),
                                content.systems().stream().map(Object::toString))
                        .distinct()
                        .collect(ImmutableList.toImmutableList()));
    }

    /**
     * The latest words about how systems run, for these readers, a hundred at most.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Rome is not there
     */
    public String operations(Readership readership, FeedFormat format, FeedPage page) {
        Reader reader = readers.least(readership);
        KnowledgeWords words = KnowledgeWords.in(page.language());
        return written(
                readership,
                format,
                page,
                operations.seenBy(reader).stream()
                        .flatMap(
                                disruption -> disruption.entries().stream().map(said -> entry(disruption, said, words)))
                        .toList());
    }

    private static FeedEntry entry(Disruption disruption, DisruptionEntry said, KnowledgeWords words) {
        return new FeedEntry(
                disruption.id() + "#" + said.number(),
                words.of(said.step()) + ": " + disruption.details().title(),
                new MarkdownText(said.text()).html(),
                said.at(),
                systems(disruption));
    }

    private static ImmutableList<String> systems(Disruption disruption) {
        return disruption.details().systems().stream().map(Object::toString).collect(ImmutableList.toImmutableList());
    }

    private static String written(Readership readership, FeedFormat format, FeedPage page, List<FeedEntry> entries) {
        ROME.require("feeds");
        String audience = KnowledgeWords.in(page.language())
                .of(
                        "FeedAudience",
                        Map.of("readership", KnowledgeWords.in(page.language()).of((Record) readership)));
        return new FeedWriter(format, page)
                .written(
                        audience,
                        entries.stream()
                                .sorted(NEWEST_FIRST)
                                .limit(MOST_ENTRIES)
                                .toList());
    }

    /** Planned work of which these readers may know and that is not over; what was cancelled stands in it as cancelled. */
    public CalendarFile plannedWork(Readership readership, String name) {
        Instant now = clock.instant();
        return new CalendarFile(
                name,
                operations.planned(readers.least(readership), now).stream()
                        .map(Feeds::appointment)
                        .collect(ImmutableList.toImmutableList()));
    }

    private static CalendarEntry appointment(Disruption work) {
        DisruptionEntry last = work.entries().get(work.entries().size() - 1);
        String text = work.entries().stream()
                .filter(said -> !said.text().isBlank() && said.step() != DisruptionStep.WORKAROUND)
                .map(said -> new MarkdownText(said.text()).plain())
                .reduce((earlier, later) -> later)
                .orElse("");
        String uid = UUID.nameUUIDFromBytes(("sagsflow/operation/" + work.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new CalendarEntry(
                uid,
                work.begins(),
                work.until().orElseThrow(),
                new CalendarEntry.Words(work.details().title(), text, systems(work)),
                new CalendarEntry.Revision((int) work.version() - 1, last.at(), work.cancelled()));
    }
}
