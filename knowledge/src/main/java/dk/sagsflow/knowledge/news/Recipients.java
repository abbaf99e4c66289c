package dk.sagsflow.knowledge.news;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.TopicSubscription;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is told of which news: asked when a notice is written, and again when it is sent. */
final class Recipients {
    private final NoticeParts parts;

    /** What somebody may be told, when it was published, and who asked for it itself. */
    record Piece(NewsItem item, Instant published, ImmutableSet<ActorId> asked) {}

    Recipients(NoticeParts parts) {
        this.parts = parts;
    }

    Optional<NewsItem> find(NewsId id) {
        return parts.sources().stream()
                .flatMap(source -> source.find(id).stream())
                .findFirst();
    }

    /** Everybody who may be told of one of these. */
    ImmutableList<ActorId> everybody(Collection<Piece> news) {
        Stream<ActorId> asked = news.stream().flatMap(piece -> piece.asked().stream());
        return Stream.concat(parts.subscriptions().people().stream(), asked)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    Piece piece(NewsItem item, Instant published) {
        return new Piece(item, published, askedBy(item.id()));
    }

    private ImmutableSet<ActorId> askedBy(NewsId id) {
        return parts.sources().stream()
                .flatMap(source -> source.askedBy(id).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether somebody who can be reached is told of this in one of these rhythms. */
    boolean wants(ActorId who, Piece piece, Predicate<Rhythm> rhythm) {
        NewsItem item = piece.item();
        Reader reader = parts.readers().of(who);
        if (!item.audience().reaches(reader)
                || parts.subscriptions().address(who).isEmpty()) {
            return false;
        }
        return (rhythm.test(Rhythm.AT_ONCE)
                        && (item.audience().urgentFor(reader) || piece.asked().contains(who)))
                || subscription(who, item, piece.published())
                        .filter(subscription -> rhythm.test(subscription.plan().rhythm()))
                        .isPresent();
    }

    Optional<TopicSubscription> subscription(ActorId who, NewsItem item, Instant published) {
        return parts.subscriptions().byMail(who, item.topics(), published);
    }

    /** What of this somebody may still be told, now that it goes out. */
    ImmutableList<NewsItem> wanted(ActorId who, ImmutableList<NewsItem> readable) {
        Reader reader = parts.readers().of(who);
        return readable.stream()
                .filter(item -> item.audience().urgentFor(reader)
                        || askedBy(item.id()).contains(who)
                        || subscription(who, item, Instant.MAX).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Of what somebody hears no more by one click: of the topic of the one piece of news, or of everything; nothing if they must hear
     * all of it.
     */
    Optional<NoticeWriter.WayOut> wayOut(ActorId who, ImmutableList<NewsItem> items) {
        ImmutableList<NewsItem> chosen = items.stream()
                .filter(item -> !item.audience().urgentFor(parts.readers().of(who))
                        && !parts.subscriptions().mustBeTold(who, item.topics()))
                .collect(ImmutableList.toImmutableList());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return items.size() > 1
                ? Optional.of(new NoticeWriter.WayOut(Optional.empty()))
                : subscription(who, items.get(0), Instant.MAX)
                        .map(subscription -> new NoticeWriter.WayOut(
                                Optional.of(subscription.topic().id())));
    }

    /** What of this somebody may still read, where they look. */
    ImmutableList<NewsItem> readable(ActorId who, ImmutableList<NewsId> news) {
        Reader reader = parts.readers().of(who);
        return news.stream()
                .flatMap(id -> find(id).stream())
                .filter(item -> item.audience().reaches(reader))
                .collect(ImmutableList.toImmutableList());
    }
}
