package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What happened to agreements about superusers, and to the time that they spend. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AgreementEvent extends KnowledgeEvent {
    /**
     * Something is agreed, or agreed otherwise than before.
     *
     * @param agreement what
     */
    @JsonTypeName("superuser-agreement-made")
    record AgreementMade(Stamp stamp, SuperuserAgreement agreement) implements AgreementEvent {
        public AgreementMade {
            requireNonNull(stamp, "stamp");
            requireNonNull(agreement, "agreement");
        }
    }

    /**
     * It ends before its time.
     *
     * @param on the first day on which it holds no longer
     * @param reason why
     */
    @JsonTypeName("superuser-agreement-ended")
    record AgreementEnded(Stamp stamp, LocalDate on, String reason) implements AgreementEvent {
        public AgreementEnded {
            requireNonNull(stamp, "stamp");
            Bounds.instant("end of an agreement", on.atStartOfDay().toInstant(ZoneOffset.UTC));
            Texts.requireText("reason", reason);
        }
    }

    /**
     * The parties looked at it again.
     *
     * @param on on which day
     * @param minutes what was said
     */
    @JsonTypeName("superuser-agreement-followed-up")
    record AgreementFollowedUp(
            Stamp stamp, LocalDate on, @Personal String minutes) implements AgreementEvent {
        public AgreementFollowedUp {
            requireNonNull(stamp, "stamp");
            Bounds.instant("day of a follow-up", on.atStartOfDay().toInstant(ZoneOffset.UTC));
            Texts.requireText("minutes", minutes);
        }
    }

    /**
     * A superuser spent time that nobody measures: on tests, say. Less than no time takes back what was too much.
     *
     * @param person who
     * @param work on what
     * @param on on which day
     * @param time how long
     */
    @JsonTypeName("superuser-time-spent")
    record TimeSpent(Stamp stamp, ActorId person, SuperuserWork work, LocalDate on, Duration time)
            implements AgreementEvent {
        public TimeSpent {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
            requireNonNull(work, "work");
            Bounds.instant("day of work", on.atStartOfDay().toInstant(ZoneOffset.UTC));
            Bounds.require(
                    time.abs().compareTo(Duration.ofDays(1)) <= 0, "%s were spent on one day; at most a day is", time);
        }
    }
}
