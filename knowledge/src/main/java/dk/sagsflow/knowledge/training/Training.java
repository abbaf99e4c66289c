package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleRefusal;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.release.Release;
import dk.sagsflow.knowledge.release.Releases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Courses, who attends them, certificates and competence profiles (R29, R31). <b>Whether somebody was certified at a past time
 * never changes</b>: it is what was on the books then. A certificate that is written down later for a day before, one that is
 * withdrawn, a release that ends others: all of it counts from when it was recorded, and the past can be asked about again with what
 * is known since ({@link #certified(ActorId, CompetenceId, Instant, Instant)}). What is read here is for the host to guard. Safe
 * for use by many threads.
 */
public final class Training {
    private final BookKeeping books;
    private final Releases releases;
    private final Picture<TrainingState> picture;

    /** Made by what reaches the books. */
    public Training(BookKeeping books, Releases releases) {
        this.books = requireNonNull(books, "books");
        this.releases = requireNonNull(releases, "releases");
        this.picture = new Picture<>(books.store(), TrainingState::new, TrainingState::fold);
    }

    /** All that is known now. */
    public TrainingSnapshot now() {
        return snapshot(picture.ask(TrainingState::now), releases.all());
    }

    private TrainingSnapshot snapshot(TrainingRecords records, ImmutableList<Release> planned) {
        return new TrainingSnapshot(records, planned, books.organisation());
    }

    /** All that was known at this time. */
    public TrainingSnapshot at(Instant time) {
        requireNonNull(time, "time");
        // Whatever is recorded from now on is not older than the question, also if the clock is set back.
        var unused = books.clock().instant();
        return snapshot(picture.ask(state -> state.at(time)), releases.at(time));
    }

    /** Whether somebody was certified in this at that time, by the books of that time. It never changes once the time is past. */
    public boolean certified(ActorId person, CompetenceId competence, Instant at) {
        return certified(person, competence, at, at);
    }

    /**
     * Whether somebody was certified in this at a time, by the books of another.
     *
     * @param at at which time
     * @param knownAt as it was known then: later than {@code at} for what turned out since
     */
    public boolean certified(ActorId person, CompetenceId competence, Instant at, Instant knownAt) {
        return at(knownAt).certified(person, competence, books.day(at));
    }

    /** What people are certified in now, or were: who asks is told of everybody by one reading of the books. */
    public Function<ActorId, ImmutableSet<HeldCompetence>> held() {
        TrainingSnapshot now = now();
        LocalDate today = books.today();
        return person -> now.held(person, today);
    }

    /** How long somebody took part in courses that began in this time: from, inclusive; to, exclusive. */
    public Duration attended(ActorId person, Instant from, Instant to) {
        return now().dates().stream()
                .filter(turn -> turn.attendedBy(person))
                .map(CourseTurn::date)
                .filter(date -> !date.begins().isBefore(from) && date.begins().isBefore(to))
                .map(CourseDate::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What somebody should see to about these people: superusers without the basic module, certificates that are due, or will be
     * soon, and gaps in what supporters must know.
     *
     * @param soon how long before a certificate is due it is told
     */
    public ImmutableList<PeopleFinding> findings(PeopleSnapshot there, Period soon) {
        return new TrainingFindings(
                        now(),
                        books.organisation(),
                        books.today(),
                        books.today().plus(soon))
                .of(there);
    }

    /** Offers the courses and writes down the profiles of a plan, in place of those of the same ids; the first refusal ends it. */
    public KnowledgeOutcome<TrainingSnapshot> adopt(ActorId by, TrainingPlan plan) {
        Stream<KnowledgeOutcome<?>> done = Stream.concat(
                plan.courses().stream().map(course -> offer(by, course)),
                plan.profiles().stream().map(profile -> write(by, profile)));
        return done.flatMap(outcome -> outcome.refusal().stream())
                .findFirst()
                .<KnowledgeOutcome<TrainingSnapshot>>map(KnowledgeOutcome::refused)
                .orElseGet(() -> KnowledgeOutcome.accepted(now()));
    }

    /** Offers a course, or gives it other contents. */
    public KnowledgeOutcome<Course> offer(ActorId by, Course course) {
        requireNonNull(course, "course");
        Set<CompetenceId> asked = Sets.union(course.requires(), ImmutableSet.of(course.competence()));
        return kept(
                        by,
                        course.id().record(),
                        ImmutableSet.of(),
                        records -> unknown(asked),
                        stamp -> new TrainingEvent.CourseOffered(stamp, course))
                .map(unused -> course);
    }

    private Optional<KnowledgeRefusal> unknown(Set<CompetenceId> asked) {
        ImmutableSet<CompetenceId> known = books.organisation().competenceIds();
        ImmutableSet<CompetenceId> unknown = ImmutableSet.copyOf(Sets.difference(asked, known));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrainingRefusal.CompetencesNotThere(unknown, known));
    }

    /** Offers a course no longer; certificates stay. */
    public KnowledgeOutcome<ImmutableList<Course>> withdraw(ActorId by, CourseId course) {
        return kept(
                        by,
                        course.record(),
                        ImmutableSet.of(),
                        records -> courseThere(records, course),
                        TrainingEvent.CourseWithdrawn::new)
                .map(TrainingRecords::courses);
    }

    private static Optional<KnowledgeRefusal> courseThere(TrainingRecords records, CourseId course) {
        return records.course(course).isPresent()
                ? Optional.empty()
                : Optional.of(new TrainingRefusal.CourseNotThere(
                        course, records.courses().stream().map(Course::id).collect(ImmutableSet.toImmutableSet())));
    }

    /** Says when a course is held, or that it is held then instead; who is enrolled stays so. */
    public KnowledgeOutcome<CourseTurn> hold(ActorId by, CourseDate date) {
        requireNonNull(date, "date");
        return kept(
                        by,
                        date.id().record(),
                        ImmutableSet.of(),
                        records -> courseThere(records, date.course()),
                        stamp -> new TrainingEvent.CourseDateSet(stamp, date))
                .map(records -> records.turn(date.id()).orElseThrow());
    }

    /** Says that a course is not held then. */
    public KnowledgeOutcome<ImmutableList<CourseTurn>> cancel(ActorId by, CourseDateId date, String reason) {
        return kept(
                        by,
                        date.record(),
                        ImmutableSet.of(),
                        records -> dateThere(records, date),
                        stamp -> new TrainingEvent.CourseDateCancelled(stamp, reason))
                .map(TrainingRecords::turns);
    }

    private static Optional<KnowledgeRefusal> dateThere(TrainingRecords records, CourseDateId date) {
        return records.turn(date).isPresent()
                ? Optional.empty()
                : Optional.of(new TrainingRefusal.CourseDateNotThere(date));
    }

    /** Enrols somebody; people may enrol themselves. */
    public KnowledgeOutcome<CourseTurn> enrol(ActorId by, CourseDateId date, ActorId person) {
        return onTurn(by, person, date, (turn, stamp) -> {
            if (turn.enrolled().contains(person)) {
                return KnowledgeOutcome.accepted(ImmutableList.of());
            } else if (turn.enrolled().size() >= turn.date().places()) {
                return KnowledgeOutcome.refused(
                        new TrainingRefusal.CourseDateFull(date, turn.date().places()));
            }
            return accepted(new TrainingEvent.Enrolled(stamp, person));
        });
    }

    /** Takes an enrolment back; people may take back their own. */
    public KnowledgeOutcome<CourseTurn> disenrol(ActorId by, CourseDateId date, ActorId person) {
        return onTurn(
                by,
                person,
                date,
                (turn, stamp) -> turn.enrolled().contains(person)
                        ? accepted(new TrainingEvent.Disenrolled(stamp, person))
                        : KnowledgeOutcome.accepted(ImmutableList.of()));
    }

    private KnowledgeOutcome<CourseTurn> onTurn(
            ActorId by,
            ActorId person,
            CourseDateId date,
            BiFunction<CourseTurn, Stamp, KnowledgeOutcome<ImmutableList<TrainingEvent>>> decision) {
        Optional<KnowledgeRefusal> forbidden =
                books.keepers().objection(by, person).or(() -> books.keepers().unknown(ImmutableSet.of(person)));
        return changed(
                        forbidden,
                        (state, records) -> records.turn(date)
                                .map(turn -> decision.apply(turn, next(state, date.record(), by)))
                                .orElseGet(
                                        () -> KnowledgeOutcome.refused(new TrainingRefusal.CourseDateNotThere(date))))
                .map(records -> records.turn(date).orElseThrow());
    }

    /** Says who took part, in place of what was said of this date before; those too who were not enrolled. */
    public KnowledgeOutcome<CourseTurn> takeAttendance(ActorId by, CourseDateId date, Set<ActorId> attended) {
        ImmutableSet<ActorId> people = ImmutableSet.copyOf(attended);
        return kept(
                        by,
                        date.record(),
                        people,
                        records -> dateThere(records, date)
                                .or(() -> toCome(records.turn(date).orElseThrow())),
                        stamp -> new TrainingEvent.AttendanceTaken(stamp, people))
                .map(records -> records.turn(date).orElseThrow());
    }

    private Optional<KnowledgeRefusal> toCome(CourseTurn turn) {
        return turn.date().begins().isAfter(books.clock().instant())
                ? Optional.of(new TrainingRefusal.CourseDateToCome(
                        turn.date().id(), turn.date().begins()))
                : Optional.empty();
    }

    /** Certifies somebody who took part in a course and holds what it requires, from the day on which it ended. */
    public KnowledgeOutcome<ImmutableList<Certificate>> certify(ActorId by, CourseDateId date, ActorId person) {
        return changed(
                        books.keepers().objection(by),
                        (state, records) -> records.turn(date)
                                .map(turn -> certified(
                                        records, turn, person, next(state, TrainingState.trainee(person), by)))
                                .orElseGet(
                                        () -> KnowledgeOutcome.refused(new TrainingRefusal.CourseDateNotThere(date))))
                .map(records -> records.certificates().get(person));
    }

    private KnowledgeOutcome<ImmutableList<TrainingEvent>> certified(
            TrainingRecords records, CourseTurn turn, ActorId person, Stamp stamp) {
        Optional<KnowledgeRefusal> refusal =
                courseThere(records, turn.date().course()).or(() -> notAttended(turn, person));
        return BookKeepers.unless(refusal, () -> {
            Course course = records.course(turn.date().course()).orElseThrow();
            LocalDate from = books.day(turn.date().ends());
            return BookKeepers.unless(
                    missing(records, course, person, from),
                    () -> accepted(new TrainingEvent.Certified(
                            stamp,
                            course.competence(),
                            from,
                            course.validFor().map(from::plus),
                            turn.date().id() + ": " + course.title())));
        });
    }

    private static Optional<KnowledgeRefusal> notAttended(CourseTurn turn, ActorId person) {
        return turn.attendedBy(person)
                ? Optional.empty()
                : Optional.of(new TrainingRefusal.NotAttended(turn.date().id(), person));
    }

    private Optional<KnowledgeRefusal> missing(TrainingRecords records, Course course, ActorId person, LocalDate day) {
        TrainingSnapshot now = snapshot(records, releases.all());
        ImmutableSet<CompetenceId> missing = course.requires().stream()
                .filter(competence -> !now.certified(person, competence, day))
                .collect(ImmutableSet.toImmutableSet());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new TrainingRefusal.CompetencesMissing(person, missing));
    }

    /**
     * Certifies somebody for something else than a course: what was brought along from other books, say.
     *
     * @param held in what, from today if no day is said, and until when
     * @param reason for what
     */
    public KnowledgeOutcome<ImmutableList<Certificate>> recognise(
            ActorId by, ActorId person, HeldCompetence held, String reason) {
        LocalDate from = held.certified().orElseGet(books::today);
        return kept(
                        by,
                        TrainingState.trainee(person),
                        ImmutableSet.of(person),
                        records -> unknown(ImmutableSet.of(held.competence())),
                        stamp -> new TrainingEvent.Certified(stamp, held.competence(), from, held.due(), reason))
                .map(records -> records.certificates().get(person));
    }

    /** Takes back what somebody is certified in, from now on: a correction. The past stays what it was. */
    public KnowledgeOutcome<ImmutableList<Certificate>> withdraw(
            ActorId by, ActorId person, CompetenceId competence, String reason) {
        return kept(
                        by,
                        TrainingState.trainee(person),
                        ImmutableSet.of(person),
                        records -> records.certificates().get(person).stream().anyMatch(one -> one.is(competence))
                                ? Optional.empty()
                                : Optional.of(new TrainingRefusal.NoCertificate(person, competence)),
                        stamp -> new TrainingEvent.CertificateWithdrawn(stamp, competence, reason))
                .map(records -> records.certificates().get(person));
    }

    /** Writes down what supporters must know (R31), in place of what the profile said before. */
    public KnowledgeOutcome<CompetenceProfile> write(ActorId by, CompetenceProfile profile) {
        requireNonNull(profile, "profile");
        return kept(
                        by,
                        profile.id().record(),
                        profile.people(),
                        records -> unknown(profile.competences()).or(() -> unknownGroups(profile.groups())),
                        stamp -> new TrainingEvent.ProfileWritten(stamp, profile))
                .map(unused -> profile);
    }

    private Optional<KnowledgeRefusal> unknownGroups(Set<GroupId> groups) {
        ImmutableSet<GroupId> known = books.organisation().groupIds();
        ImmutableSet<GroupId> unknown = ImmutableSet.copyOf(Sets.difference(groups, known));
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new PeopleRefusal.GroupsNotThere(unknown, known));
    }

    /** Does without a profile. */
    public KnowledgeOutcome<ImmutableList<CompetenceProfile>> drop(ActorId by, ProfileId profile) {
        return kept(
                        by,
                        profile.record(),
                        ImmutableSet.of(),
                        records -> records.profiles().stream()
                                        .anyMatch(one -> one.id().equals(profile))
                                ? Optional.empty()
                                : Optional.of(new TrainingRefusal.ProfileNotThere(
                                        profile,
                                        records.profiles().stream()
                                                .map(CompetenceProfile::id)
                                                .collect(ImmutableSet.toImmutableSet()))),
                        TrainingEvent.ProfileDropped::new)
                .map(TrainingRecords::profiles);
    }

    /** Decided on the records alone: whoever asks for people asks for their certificates, so that is done before. */
    private KnowledgeOutcome<TrainingRecords> kept(
            ActorId by,
            RecordId record,
            Set<ActorId> people,
            Function<TrainingRecords, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, TrainingEvent> event) {
        Optional<KnowledgeRefusal> forbidden =
                books.keepers().objection(by).or(() -> books.keepers().unknown(people));
        return changed(
                forbidden,
                (state, records) -> BookKeepers.unless(
                        objection.apply(records), () -> accepted(event.apply(next(state, record, by)))));
    }

    private KnowledgeOutcome<TrainingRecords> changed(
            Optional<KnowledgeRefusal> forbidden,
            BiFunction<TrainingState, TrainingRecords, KnowledgeOutcome<ImmutableList<TrainingEvent>>> decision) {
        return BookKeepers.unless(
                forbidden, () -> picture.decide(state -> decision.apply(state, state.now()), TrainingState::now));
    }

    private Stamp next(TrainingState state, RecordId record, ActorId by) {
        return state.next(record, books.clock().instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<TrainingEvent>> accepted(TrainingEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }
}
