package dk.sagsflow.knowledge.news;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.subscription.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is news, who was told of it, and which notices are under way. Not thread-safe: a picture guards it. */
final class NoticeBook {
    /** For how long a piece of news can still come into a digest: two weeks before the last one. */
    static final Duration FRESH = Duration.ofDays(14);

    private final List<NewsSource> sources;
    private final Set<NewsId> known = new HashSet<>();
    private final Map<NewsId, Piece> pieces = new LinkedHashMap<>();
    private final Map<NoticeId, Notice> open = new LinkedHashMap<>();
    private final Map<Rhythm, Instant> slots = new EnumMap<>(Rhythm.class);
    private final Map<RecordId, Long> versions = new HashMap<>();

    /** A piece of news, and who was told. */
    private static final class Piece {
        private final Instant at;
        private final Set<ActorId> told = new HashSet<>();
        private boolean distributed;

        Piece(Instant at) {
            this.at = at;
        }
    }

    /** A notice under way. */
    record Notice(NoticeId id, ActorId who, ImmutableList<NewsId> news, Rhythm rhythm, boolean posted) {}

    NoticeBook(List<NewsSource> sources) {
        this.sources = ImmutableList.copyOf(sources);
    }

    void fold(KnowledgeEvent event) {
        if (event instanceof NoticeEvent told) {
            versions.put(event.stamp().record(), event.stamp().sequence());
            fold(told);
        } else {
            sources.stream()
                    .flatMap(source -> source.published(event).stream())
                    .filter(known::add)
                    .forEach(id -> pieces.put(id, new Piece(event.stamp().at())));
        }
    }

    private void fold(NoticeEvent event) {
        if (event instanceof NoticeEvent.NoticeWritten written) {
            write(written);
        } else if (event instanceof NoticeEvent.NoticesPosted posted) {
            posted.notices()
                    .forEach(id -> open.computeIfPresent(
                            id, (same, one) -> new Notice(id, one.who(), one.news(), one.rhythm(), true)));
        } else if (event instanceof NoticeEvent.NoticeSent sent) {
            open.remove(sent.notice());
        } else if (event instanceof NoticeEvent.NoticeDropped dropped) {
            Optional.ofNullable(open.remove(dropped.notice())).ifPresent(one -> untold(one.who(), one.news()));
        } else if (event instanceof NoticeEvent.NewsLeftOut left) {
            open.computeIfPresent(left.notice(), (id, one) -> without(one, left.news()));
        } else if (event instanceof NoticeEvent.NewsDistributed distributed) {
            piece(distributed.news()).ifPresent(piece -> piece.distributed = true);
        } else if (event instanceof NoticeEvent.DigestsWritten written) {
            slots.put(written.rhythm(), written.slot());
            forgetOld();
        }
    }

    private void write(NoticeEvent.NoticeWritten written) {
        ActorId who = ActorId.of(written.stamp().record().value());
        open.put(written.notice(), new Notice(written.notice(), who, written.news(), written.rhythm(), false));
        written.news().forEach(id -> piece(id).ifPresent(piece -> piece.told.add(who)));
    }

    private Notice without(Notice notice, ImmutableList<NewsId> news) {
        untold(notice.who(), news);
        ImmutableList<NewsId> rest =
                notice.news().stream().filter(id -> !news.contains(id)).collect(ImmutableList.toImmutableList());
        return new Notice(notice.id(), notice.who(), rest, notice.rhythm(), notice.posted());
    }

    /** What did not go out is told in a later digest if it is wanted then. */
    private void untold(ActorId who, ImmutableList<NewsId> news) {
        news.forEach(id -> piece(id).ifPresent(piece -> piece.told.remove(who)));
    }

    private void forgetOld() {
        Optional<Instant> weekly = slot(Rhythm.WEEKLY);
        Optional<Instant> last = slot(Rhythm.DAILY)
                .flatMap(day -> weekly.map(week -> day.isBefore(week) ? day : week))
                .map(slot -> slot.minus(FRESH));
        last.ifPresent(oldest -> pieces.values().removeIf(piece -> piece.distributed && piece.at.isBefore(oldest)));
    }

    private Optional<Piece> piece(NewsId id) {
        return Optional.ofNullable(pieces.get(id));
    }

    /** What nobody was told of at once yet. */
    ImmutableList<NewsId> undistributed() {
        return pieces.entrySet().stream()
                .filter(piece -> !piece.getValue().distributed)
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /** When it was published first; empty if it is too old to be told. */
    Optional<Instant> published(NewsId id) {
        return piece(id).map(piece -> piece.at);
    }

    /** What may go into the digests of this time, the oldest first. */
    ImmutableList<NewsId> by(Instant slot) {
        return pieces.entrySet().stream()
                .filter(piece -> !piece.getValue().at.isAfter(slot))
                .map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    boolean told(NewsId id, ActorId who) {
        return piece(id).filter(piece -> piece.told.contains(who)).isPresent();
    }

    Optional<Instant> slot(Rhythm rhythm) {
        return Optional.ofNullable(slots.get(rhythm));
    }

    Optional<Notice> open(NoticeId id) {
        return Optional.ofNullable(open.get(id));
    }

    ImmutableList<Notice> unposted(int limit) {
        return open.values().stream()
                .filter(notice -> !notice.posted())
                .limit(limit)
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableSet<NoticeId> open() {
        return ImmutableSet.copyOf(open.keySet());
    }

    long version(RecordId record) {
        return versions.getOrDefault(record, 0L);
    }
}
