package dk.sagsflow.knowledge.article;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;
import java.util.Optional;

/** What happened to an article. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ArticleEvent extends KnowledgeEvent {
    /**
     * It was begun. Who did it owns it.
     *
     * @param content what it says
     */
    @JsonTypeName("drafted")
    record Drafted(Stamp stamp, ArticleContent content) implements ArticleEvent {
        public Drafted {
            requireNonNull(stamp, "stamp");
            requireNonNull(content, "content");
        }
    }

    /**
     * It was written anew; what was published before can be read until this is.
     *
     * @param content what it says
     */
    @JsonTypeName("revised")
    record Revised(Stamp stamp, ArticleContent content) implements ArticleEvent {
        public Revised {
            requireNonNull(stamp, "stamp");
            requireNonNull(content, "content");
        }
    }

    /** It was laid before those who may publish it. */
    @JsonTypeName("submitted")
    record Submitted(Stamp stamp) implements ArticleEvent {
        public Submitted {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * It went back to whoever wrote it.
     *
     * @param reason why
     */
    @JsonTypeName("sent-back")
    record SentBack(Stamp stamp, @Personal String reason) implements ArticleEvent {
        public SentBack {
            requireNonNull(stamp, "stamp");
            Bounds.text("reason", reason);
        }
    }

    /**
     * Its audience may read it as it stands now.
     *
     * @param validUntil when somebody must look at it again; empty if it holds until somebody says otherwise
     */
    @JsonTypeName("published")
    record Published(Stamp stamp, Optional<Instant> validUntil) implements ArticleEvent {
        public Published {
            requireNonNull(stamp, "stamp");
            requireNonNull(validUntil, "validUntil").ifPresent(end -> Bounds.instant("valid until", end));
        }
    }

    /**
     * Somebody looked at it and says that it still holds.
     *
     * @param validUntil until when; empty for as long as nobody says otherwise
     */
    @JsonTypeName("renewed")
    record Renewed(Stamp stamp, Optional<Instant> validUntil) implements ArticleEvent {
        public Renewed {
            requireNonNull(stamp, "stamp");
            requireNonNull(validUntil, "validUntil").ifPresent(end -> Bounds.instant("valid until", end));
        }
    }

    /**
     * It is out of use.
     *
     * @param reason why
     * @param successor what to read instead
     */
    @JsonTypeName("retired")
    record Retired(Stamp stamp, String reason, Optional<ArticleId> successor) implements ArticleEvent {
        public Retired {
            requireNonNull(stamp, "stamp");
            Bounds.text("reason", reason);
            requireNonNull(successor, "successor");
        }
    }

    /**
     * Somebody else owns it.
     *
     * @param owner who answers for it from now on
     */
    @JsonTypeName("given-to")
    record GivenTo(Stamp stamp, ActorId owner) implements ArticleEvent {
        public GivenTo {
            requireNonNull(stamp, "stamp");
            requireNonNull(owner, "owner");
        }
    }

    /**
     * Others say the same in other languages.
     *
     * @param others all of them
     */
    @JsonTypeName("translations-named")
    record TranslationsNamed(Stamp stamp, ImmutableSet<ArticleId> others) implements ArticleEvent {
        public TranslationsNamed {
            requireNonNull(stamp, "stamp");
            requireNonNull(others, "others");
        }
    }

    /**
     * A case is about what it tells of.
     *
     * @param number the case
     */
    @JsonTypeName("case-linked")
    record CaseLinked(Stamp stamp, CaseNumber number) implements ArticleEvent {
        public CaseLinked {
            requireNonNull(stamp, "stamp");
            requireNonNull(number, "number");
        }
    }

    /**
     * A case was told what helps: the first one, and with it all that were linked by then, or one that was linked later.
     *
     * @param number the case
     * @param text what was told
     */
    @JsonTypeName("case-told")
    record CaseTold(Stamp stamp, CaseNumber number, String text) implements ArticleEvent {
        public CaseTold {
            requireNonNull(stamp, "stamp");
            requireNonNull(number, "number");
            Bounds.text("text", text);
        }
    }

    /**
     * Its owner was asked to look at it again.
     *
     * @param validUntil until when it was valid
     */
    @JsonTypeName("owner-reminded")
    record OwnerReminded(Stamp stamp, Instant validUntil) implements ArticleEvent {
        public OwnerReminded {
            requireNonNull(stamp, "stamp");
            Bounds.instant("valid until", validUntil);
        }
    }

    /** Somebody opened it. */
    @JsonTypeName("viewed")
    record Viewed(Stamp stamp) implements ArticleEvent {
        public Viewed {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * Somebody said what it was good for.
     *
     * @param outcome what
     * @param number for which case; empty if there was none
     * @param words what somebody was looking for, or says about it; may be empty
     */
    @JsonTypeName("used")
    record Used(
            Stamp stamp,
            UseOutcome outcome,
            Optional<CaseNumber> number,
            @Personal String words) implements ArticleEvent {
        public Used {
            requireNonNull(stamp, "stamp");
            requireNonNull(outcome, "outcome");
            requireNonNull(number, "number");
            Bounds.text("words", words);
        }
    }

    /**
     * Somebody says that two articles contradict one another.
     *
     * @param other the other
     * @param why in what
     */
    @JsonTypeName("contradiction-reported")
    record ContradictionReported(
            Stamp stamp, ArticleId other, @Personal String why) implements ArticleEvent {
        public ContradictionReported {
            requireNonNull(stamp, "stamp");
            requireNonNull(other, "other");
            Bounds.text("why", why);
        }
    }
}
