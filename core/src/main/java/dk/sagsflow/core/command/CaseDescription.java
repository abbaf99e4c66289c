package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A case of another system as it stands there, for those who know where it is and since when, and not every event that led
 * to it. What it does not say is taken as never having happened. Immutable.
 */
@Value.Immutable
@ValueStyle
public non-sealed interface CaseDescription extends CaseImport.Past, WithCaseDescription {
    /** Its number; the desk gives it one if it brings none. */
    Optional<CaseNumber> number();

    /** Whose case it is. */
    CustomerId customer();

    /** What it is about, in a line. */
    String subject();

    /** What the customer said; nothing more than the subject unless said otherwise. */
    @Value.Default
    default String description() {
        return subject();
    }

    /** When it came in. */
    Instant registeredAt();

    /** Who brought it in; the customer unless said otherwise. */
    Optional<ActorId> registeredBy();

    /** What kind of record it is; an incident unless said otherwise. */
    @Value.Default
    default CaseKind kind() {
        return CaseKind.INCIDENT;
    }

    /** The system that it concerns. */
    Optional<SystemId> system();

    /** The category within the system. */
    Optional<String> category();

    /** Where it comes from, as far as it is placed. */
    @Value.Default
    default Cause cause() {
        return Cause.UNKNOWN;
    }

    /** How much is touched and how soon it must be put right, if that is judged. */
    Optional<Judgement> judgement();

    /** What it is called in other systems, that from which it comes among them. */
    ImmutableSet<Reference> references();

    /** The fields of the organisation's own that are filled in. */
    ImmutableMap<AttributeId, AttributeValue> attributes();

    /**
     * The groups that answer for it, nearest to the customer first, or that did until it was answered: the first has had it
     * since it came in, the last works on it. The entrance of the contact tier alone unless said otherwise.
     */
    ImmutableList<Holder> holders();

    /** What was written on it. */
    ImmutableList<Note> notes();

    /** What it waits for, if it does. */
    Optional<Waiting> waiting();

    /** What the customer was answered, if that was done. */
    Optional<Answer> answer();

    /** How it ended, if it did. */
    Optional<End> end();

    /**
     * How much is touched and how soon it must be put right; the priority follows. Immutable.
     *
     * @param impact how much is touched
     * @param urgency how soon it must be put right
     */
    record Judgement(Impact impact, Urgency urgency) {
        /** Refuses null. */
        public Judgement {
            requireNonNull(impact, "impact");
            requireNonNull(urgency, "urgency");
        }
    }

    /**
     * A group that answers for the case. Immutable.
     *
     * @param group the group
     * @param since when it got the case
     * @param taken who there took it on; empty if nobody did
     */
    record Holder(GroupId group, Instant since, Optional<Taken> taken) {
        /** Refuses null. */
        public Holder {
            requireNonNull(group, "group");
            requireNonNull(since, "since");
            requireNonNull(taken, "taken");
        }

        /** A group in which nobody has taken it on. */
        public static Holder of(GroupId group, Instant since) {
            return new Holder(group, since, Optional.empty());
        }

        /** The same, where this one has taken it on. */
        public Holder takenBy(ActorId actor, Instant at) {
            return new Holder(group, since, Optional.of(new Taken(actor, at)));
        }
    }

    /**
     * Somebody took the case on. Immutable.
     *
     * @param by who works on it
     * @param at since when
     */
    record Taken(ActorId by, Instant at) {
        /** Refuses null. */
        public Taken {
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }

    /**
     * Something that was written on the case. Immutable.
     *
     * @param at when
     * @param by who wrote it
     * @param side on which side of the counter
     * @param visibility who may read it
     * @param text the note
     */
    record Note(Instant at, ActorId by, Side side, Visibility visibility, String text) {
        /** Refuses null. */
        public Note {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(side, "side");
            requireNonNull(visibility, "visibility");
            requireNonNull(text, "text");
        }
    }

    /**
     * What the case waits for. Immutable.
     *
     * @param waitingFor for whom or what
     * @param since when the waiting began
     * @param until when it goes on by itself; empty if it waits to be resumed
     * @param note in words
     */
    record Waiting(WaitingFor waitingFor, Instant since, Optional<Instant> until, String note) {
        /** Refuses null. */
        public Waiting {
            requireNonNull(waitingFor, "waitingFor");
            requireNonNull(since, "since");
            requireNonNull(until, "until");
            requireNonNull(note, "note");
        }
    }

    /**
     * What the customer was answered. Immutable.
     *
     * @param at when
     * @param by who answered
     * @param text the answer
     */
    record Answer(Instant at, ActorId by, String text) {
        /** Refuses null. */
        public Answer {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(text, "text");
        }
    }

    /**
     * How the case ended. Immutable.
     *
     * @param at when
     * @param by who closed it
     * @param reason why
     * @param remark in words
     */
    record End(Instant at, ActorId by, ClosingReason reason, String remark) {
        /** Refuses null. */
        public End {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
            requireNonNull(remark, "remark");
        }
    }

    /** Refuses texts that are too long. */
    @Value.Check
    default void check() {
        Bounds.line("subject", subject());
        Bounds.text("description", description());
        category().ifPresent(told -> Bounds.line("category", told));
        notes().forEach(note -> Bounds.text("note", note.text()));
        waiting().ifPresent(hold -> Bounds.text("note of a hold", hold.note()));
        answer().ifPresent(told -> Bounds.text("answer", told.text()));
        end().ifPresent(ended -> Bounds.text("remark", ended.remark()));
    }

    /** A builder; customer, subject and when it came in are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CaseDescription.class, "bring a case along by importCase");
    }

    /** Builds descriptions. Not thread-safe. */
    final class Builder extends ImmutableCaseDescription.Builder {
        Builder() {}
    }
}
