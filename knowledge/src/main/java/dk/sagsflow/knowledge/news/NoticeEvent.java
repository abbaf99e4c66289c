package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.subscription.Rhythm;
import java.time.Instant;

/** What became of telling people the news. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface NoticeEvent extends KnowledgeEvent {
    /**
     * Somebody is to be told; of none of it a second time.
     *
     * @param notice what it is called
     * @param news what they are told, at least one piece
     * @param rhythm whether at once, or in the digest of a day or a week
     */
    @JsonTypeName("notice-written")
    record NoticeWritten(Stamp stamp, NoticeId notice, ImmutableList<NewsId> news, Rhythm rhythm)
            implements NoticeEvent {
        public NoticeWritten {
            requireNonNull(stamp, "stamp");
            requireNonNull(notice, "notice");
            Bounds.require(!news.isEmpty(), "notice %s tells nothing", notice);
            requireNonNull(rhythm, "rhythm");
        }
    }

    /**
     * Notices were handed to whoever delivers them.
     *
     * @param notices which
     */
    @JsonTypeName("notices-posted")
    record NoticesPosted(Stamp stamp, ImmutableList<NoticeId> notices) implements NoticeEvent {
        public NoticesPosted {
            requireNonNull(stamp, "stamp");
            requireNonNull(notices, "notices");
        }
    }

    /**
     * Somebody was told.
     *
     * @param notice which notice
     */
    @JsonTypeName("notice-sent")
    record NoticeSent(Stamp stamp, NoticeId notice) implements NoticeEvent {
        public NoticeSent {
            requireNonNull(stamp, "stamp");
            requireNonNull(notice, "notice");
        }
    }

    /**
     * Somebody was not told after all.
     *
     * @param notice which notice
     * @param reason why not
     */
    @JsonTypeName("notice-dropped")
    record NoticeDropped(Stamp stamp, NoticeId notice, DropReason reason) implements NoticeEvent {
        public NoticeDropped {
            requireNonNull(stamp, "stamp");
            requireNonNull(notice, "notice");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Of a notice under way this is not told after all, because it is not wanted or gone; the rest is.
     *
     * @param notice which notice
     * @param news what is left out, at least one piece
     */
    @JsonTypeName("news-left-out")
    record NewsLeftOut(Stamp stamp, NoticeId notice, ImmutableList<NewsId> news) implements NoticeEvent {
        public NewsLeftOut {
            requireNonNull(stamp, "stamp");
            requireNonNull(notice, "notice");
            Bounds.require(!news.isEmpty(), "of notice %s nothing is left out", notice);
        }
    }

    /**
     * Everybody who is to be told at once has a notice of it.
     *
     * @param news the piece of news
     */
    @JsonTypeName("news-distributed")
    record NewsDistributed(Stamp stamp, NewsId news) implements NoticeEvent {
        public NewsDistributed {
            requireNonNull(stamp, "stamp");
            requireNonNull(news, "news");
        }
    }

    /**
     * Everybody who is told in such digests has a notice of what there was by then.
     *
     * @param rhythm which digests
     * @param slot when they were due
     */
    @JsonTypeName("digests-written")
    record DigestsWritten(Stamp stamp, Rhythm rhythm, Instant slot) implements NoticeEvent {
        public DigestsWritten {
            requireNonNull(stamp, "stamp");
            requireNonNull(rhythm, "rhythm");
            requireNonNull(slot, "slot");
        }
    }
}
