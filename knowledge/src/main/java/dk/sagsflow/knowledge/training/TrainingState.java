package dk.sagsflow.knowledge.training;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All of training, and everything that happened to it. Not thread-safe: a picture guards it. */
final class TrainingState {
    private final List<TrainingEvent> events = new ArrayList<>();
    private final Map<RecordId, Long> versions = new HashMap<>();
    private final Map<CourseId, Course> courses = new LinkedHashMap<>();
    private final Map<CourseDateId, CourseTurn> turns = new LinkedHashMap<>();
    private final Map<ActorId, List<Certificate>> certificates = new LinkedHashMap<>();
    private final Map<ProfileId, CompetenceProfile> profiles = new LinkedHashMap<>();
    /** Of whatever is in the log, so that nothing is recorded as older than what was known already. */
    private Instant last = Instant.MIN;

    private Optional<TrainingRecords> read = Optional.empty();

    static RecordId trainee(ActorId person) {
        return RecordOfPerson.TRAINEE.of(person);
    }

    void fold(KnowledgeEvent event) {
        last = event.stamp().at().isAfter(last) ? event.stamp().at() : last;
        if (event instanceof TrainingEvent told) {
            events.add(told);
            versions.put(told.stamp().record(), told.stamp().sequence());
            read = Optional.empty();
            foldCourse(told, told.stamp().record().value());
        }
    }

    private void foldCourse(TrainingEvent event, String id) {
        if (event instanceof TrainingEvent.CourseOffered offered) {
            courses.put(offered.course().id(), offered.course());
        } else if (event instanceof TrainingEvent.CourseWithdrawn) {
            courses.remove(CourseId.of(id));
        } else if (event instanceof TrainingEvent.Certified certified) {
            certificates
                    .computeIfAbsent(ActorId.of(id), unused -> new ArrayList<>())
                    .add(Certificate.of(certified));
        } else if (event instanceof TrainingEvent.CertificateWithdrawn withdrawn) {
            certificates
                    .getOrDefault(ActorId.of(id), new ArrayList<>())
                    .replaceAll(certificate -> certificate.after(withdrawn));
        } else if (event instanceof TrainingEvent.ProfileWritten written) {
            profiles.put(written.profile().id(), written.profile());
        } else if (event instanceof TrainingEvent.ProfileDropped) {
            profiles.remove(ProfileId.of(id));
        } else {
            foldTurn(event, CourseDateId.of(id));
        }
    }

    private void foldTurn(TrainingEvent event, CourseDateId id) {
        if (event instanceof TrainingEvent.CourseDateSet set) {
            turns.merge(id, CourseTurn.of(set.date()), (before, unused) -> before.on(set.date()));
        } else if (event instanceof TrainingEvent.CourseDateCancelled) {
            turns.remove(id);
        } else if (event instanceof TrainingEvent.Enrolled enrolled) {
            change(id, turn -> turn.with(enrolled.person()));
        } else if (event instanceof TrainingEvent.Disenrolled disenrolled) {
            change(id, turn -> turn.without(disenrolled.person()));
        } else if (event instanceof TrainingEvent.AttendanceTaken taken) {
            change(id, turn -> turn.attendedBy(taken.attended()));
        }
    }

    private void change(CourseDateId id, UnaryOperator<CourseTurn> how) {
        turns.computeIfPresent(id, (unused, turn) -> how.apply(turn));
    }

    /** All of it now. */
    TrainingRecords now() {
        TrainingRecords current = read.orElseGet(this::records);
        read = Optional.of(current);
        return current;
    }

    private TrainingRecords records() {
        ImmutableListMultimap.Builder<ActorId, Certificate> held = ImmutableListMultimap.builder();
        certificates.forEach(held::putAll);
        return new TrainingRecords(
                ImmutableList.copyOf(courses.values()),
                ImmutableList.copyOf(turns.values()),
                held.build(),
                ImmutableList.copyOf(profiles.values()));
    }

    /** All of it at that time: what was recorded until then, that included. */
    TrainingRecords at(Instant time) {
        if (!last.isAfter(time)) {
            return now();
        }
        TrainingState then = new TrainingState();
        events.stream().filter(event -> !event.stamp().at().isAfter(time)).forEach(then::fold);
        return then.now();
    }

    /** Of the next event of this record; no event is older than one that is there. */
    Stamp next(RecordId record, Instant now, ActorId by) {
        return Stamp.after(versions.getOrDefault(record, 0L), record, now.isAfter(last) ? now : last, by);
    }
}
