package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Personal;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What happened to courses, certificates and competence profiles. Kinds may be added in a minor release. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TrainingEvent extends KnowledgeEvent {
    /**
     * A course is offered, or has other contents than before.
     *
     * @param course the course
     */
    @JsonTypeName("course-offered")
    record CourseOffered(Stamp stamp, Course course) implements TrainingEvent {
        public CourseOffered {
            requireNonNull(stamp, "stamp");
            requireNonNull(course, "course");
        }
    }

    /** A course is offered no longer. */
    @JsonTypeName("course-withdrawn")
    record CourseWithdrawn(Stamp stamp) implements TrainingEvent {
        public CourseWithdrawn {
            requireNonNull(stamp, "stamp");
        }
    }

    /**
     * A course is held then, or then instead.
     *
     * @param date when
     */
    @JsonTypeName("course-date-set")
    record CourseDateSet(Stamp stamp, CourseDate date) implements TrainingEvent {
        public CourseDateSet {
            requireNonNull(stamp, "stamp");
            requireNonNull(date, "date");
        }
    }

    /**
     * A course is not held then.
     *
     * @param reason why
     */
    @JsonTypeName("course-date-cancelled")
    record CourseDateCancelled(Stamp stamp, String reason) implements TrainingEvent {
        public CourseDateCancelled {
            requireNonNull(stamp, "stamp");
            Texts.requireText("reason", reason);
        }
    }

    /**
     * Somebody will take part.
     *
     * @param person who
     */
    @JsonTypeName("course-enrolled")
    record Enrolled(Stamp stamp, ActorId person) implements TrainingEvent {
        public Enrolled {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
        }
    }

    /**
     * Somebody will not take part.
     *
     * @param person who
     */
    @JsonTypeName("course-disenrolled")
    record Disenrolled(Stamp stamp, ActorId person) implements TrainingEvent {
        public Disenrolled {
            requireNonNull(stamp, "stamp");
            requireNonNull(person, "person");
        }
    }

    /**
     * Who took part. What was said before of this date counts no longer.
     *
     * @param attended who
     */
    @JsonTypeName("course-attended")
    record AttendanceTaken(Stamp stamp, ImmutableSet<ActorId> attended) implements TrainingEvent {
        public AttendanceTaken {
            requireNonNull(stamp, "stamp");
            requireNonNull(attended, "attended");
        }
    }

    /**
     * Somebody is certified.
     *
     * @param competence in what
     * @param from from which day on, inclusive
     * @param until from which day on no longer; empty if as long as no release ends it
     * @param reason for what: the course, or what stands in its place
     */
    @JsonTypeName("certified")
    record Certified(
            Stamp stamp,
            CompetenceId competence,
            LocalDate from,
            Optional<LocalDate> until,
            @Personal String reason) implements TrainingEvent {
        public Certified {
            requireNonNull(stamp, "stamp");
            requireNonNull(competence, "competence");
            Bounds.instant("begin of a certificate", from.atStartOfDay().toInstant(ZoneOffset.UTC));
            until.ifPresent(day ->
                    Bounds.require(from.isBefore(day), "a certificate from %s until %s counts on no day", from, day));
            Texts.requireText("reason", reason);
        }
    }

    /**
     * The certificates that somebody has in this are no longer valid; what they were good for before stands.
     *
     * @param competence in what
     * @param reason why
     */
    @JsonTypeName("certificate-withdrawn")
    record CertificateWithdrawn(
            Stamp stamp, CompetenceId competence, @Personal String reason) implements TrainingEvent {
        public CertificateWithdrawn {
            requireNonNull(stamp, "stamp");
            requireNonNull(competence, "competence");
            Texts.requireText("reason", reason);
        }
    }

    /**
     * What some must know was written down, or written anew.
     *
     * @param profile what, and who
     */
    @JsonTypeName("competence-profile-written")
    record ProfileWritten(Stamp stamp, CompetenceProfile profile) implements TrainingEvent {
        public ProfileWritten {
            requireNonNull(stamp, "stamp");
            requireNonNull(profile, "profile");
        }
    }

    /** Nobody need know it as such any more. */
    @JsonTypeName("competence-profile-dropped")
    record ProfileDropped(Stamp stamp) implements TrainingEvent {
        public ProfileDropped {
            requireNonNull(stamp, "stamp");
        }
    }
}
