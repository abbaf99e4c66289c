package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.RecordOfPerson;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.PeopleBook;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleRefusal;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.people.PersonRole;
import dk.sagsflow.knowledge.people.Unit;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is agreed with the managers of units about their superusers (R28), and how much of the time that was agreed is used.
 * Keepers write in it; the manager of a unit follows up on its agreements, and superusers say how long they worked at what nobody
 * measures. What is read here is for the host to guard. Safe for use by many threads.
 */
public final class SuperuserAgreements {
    private final BookKeeping books;
    private final PeopleBook people;
    private final WorkTime times;
    private final Picture<State> picture;

    private static final class State {
        private final Map<SuperuserAgreementId, AgreementFile> files = new LinkedHashMap<>();
        private final Map<ActorId, List<AgreementEvent.TimeSpent>> spent = new HashMap<>();

        void fold(KnowledgeEvent event) {
            if (event instanceof AgreementEvent.AgreementMade made) {
                files.merge(made.agreement().id(), AgreementFile.of(made), (before, unused) -> before.after(made));
            } else if (event instanceof AgreementEvent.TimeSpent time) {
                spent.computeIfAbsent(time.person(), unused -> new ArrayList<>())
                        .add(time);
            } else if (event instanceof AgreementEvent told) {
                files.computeIfPresent(
                        SuperuserAgreementId.of(told.stamp().record().value()), (unused, file) -> file.after(told));
            }
        }

        ImmutableList<AgreementFile> files() {
            return ImmutableList.copyOf(files.values());
        }

        Optional<AgreementFile> file(SuperuserAgreementId id) {
            return Optional.ofNullable(files.get(id));
        }

        ImmutableList<AgreementEvent.TimeSpent> spent(ActorId person) {
            return ImmutableList.copyOf(spent.getOrDefault(person, List.of()));
        }
    }

    /** Made by what reaches the books. */
    public SuperuserAgreements(BookKeeping books, PeopleBook people, WorkTime times) {
        this.books = requireNonNull(books, "books");
        this.people = requireNonNull(people, "people");
        this.times = requireNonNull(times, "times");
        this.picture = new Picture<>(books.store(), State::new, State::fold);
    }

    /** All agreements, in the order in which they were made. */
    public ImmutableList<AgreementFile> all() {
        return picture.ask(State::files);
    }

    /** The agreement with a unit that is in force on a day, the last if there are several; empty if there is none. */
    public Optional<AgreementFile> inForce(UnitId unit, LocalDate day) {
        return allInForce(unit, day).reduce((first, last) -> last);
    }

    /** All agreements with a unit that are in force on a day: each superuser may have one. */
    Stream<AgreementFile> allInForce(UnitId unit, LocalDate day) {
        return all().stream()
                .filter(file -> file.agreement().parties().unit().equals(unit))
                .filter(file -> file.agreement().period().includes(day));
    }

    /** Writes down what is agreed, in place of what the agreement of this id said before. */
    public KnowledgeOutcome<AgreementFile> agree(ActorId by, SuperuserAgreement agreement) {
        SuperuserAgreementId id = agreement.id();
        Optional<KnowledgeRefusal> refusal = books.keepers().objection(by).or(() -> unfit(agreement.parties()));
        return BookKeepers.unless(
                refusal,
                () -> picture.decide(
                        state -> accepted(new AgreementEvent.AgreementMade(
                                stamp(state.file(id).map(AgreementFile::version).orElse(0L), id.record(), by),
                                agreement)),
                        state -> state.file(id).orElseThrow()));
    }

    private Optional<KnowledgeRefusal> unfit(AgreementParties parties) {
        PeopleSnapshot now = people.now();
        UnitId unit = parties.unit();
        if (now.unit(unit).isEmpty()) {
            return Optional.of(new PeopleRefusal.UnitNotThere(
                    unit, now.units().stream().map(Unit::id).collect(ImmutableSet.toImmutableSet())));
        }
        ImmutableSet<ActorId> managers = having(now, PersonRole.MANAGER, unit);
        if (!managers.contains(parties.manager())) {
            return Optional.of(new AgreementRefusal.NotItsManager(parties.manager(), unit, managers));
        }
        ImmutableSet<ActorId> superusers = having(now, PersonRole.SUPERUSER, unit);
        ImmutableSet<ActorId> others = ImmutableSet.copyOf(Sets.difference(parties.superusers(), superusers));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new AgreementRefusal.NotItsSuperusers(others, unit, superusers));
    }

    private static ImmutableSet<ActorId> having(PeopleSnapshot now, PersonRole role, UnitId unit) {
        return now.having(role, unit).stream().map(entry -> entry.person().id()).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Ends an agreement before its time.
     *
     * @param on the first day on which it holds no longer, within its time
     */
    public KnowledgeOutcome<AgreementFile> end(ActorId by, SuperuserAgreementId id, LocalDate on, String reason) {
        return changed(
                books.keepers().objection(by),
                by,
                id,
                file -> notIn(file.agreement(), on),
                stamp -> new AgreementEvent.AgreementEnded(stamp, on, reason));
    }

    private static Optional<KnowledgeRefusal> notIn(SuperuserAgreement agreement, LocalDate on) {
        AgreementPeriod period = agreement.period();
        return period.includes(on) && on.isAfter(period.from())
                ? Optional.empty()
                : Optional.of(new AgreementRefusal.NotInPeriod(agreement.id(), period.from(), period.until()));
    }

    /** Says that the parties looked at an agreement again; its manager may say so. */
    public KnowledgeOutcome<AgreementFile> followUp(ActorId by, SuperuserAgreementId id, LocalDate on, String minutes) {
        boolean own = picture.ask(state -> state.file(id))
                .filter(file -> file.agreement().parties().manager().equals(by))
                .isPresent();
        return changed(
                own ? Optional.empty() : books.keepers().objection(by),
                by,
                id,
                file -> Optional.empty(),
                stamp -> new AgreementEvent.AgreementFollowedUp(stamp, on, minutes));
    }

    private KnowledgeOutcome<AgreementFile> changed(
            Optional<KnowledgeRefusal> forbidden,
            ActorId by,
            SuperuserAgreementId id,
            Function<AgreementFile, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, AgreementEvent> event) {
        return BookKeepers.unless(
                forbidden,
                () -> picture.decide(
                        state -> state.file(id)
                                .map(file -> BookKeepers.unless(
                                        objection.apply(file),
                                        () -> accepted(event.apply(stamp(file.version(), id.record(), by)))))
                                .orElseGet(() -> KnowledgeOutcome.refused(new AgreementRefusal.AgreementNotThere(id))),
                        state -> state.file(id).orElseThrow()));
    }

    /** Says how long somebody worked at what nobody measures, or takes back what was too much; people may say so of themselves. */
    public KnowledgeOutcome<Duration> spent(
            ActorId by, ActorId person, SuperuserWork work, LocalDate on, Duration time) {
        Optional<KnowledgeRefusal> forbidden =
                books.keepers().objection(by, person).or(() -> books.keepers().unknown(ImmutableSet.of(person)));
        RecordId record = RecordOfPerson.SUPERUSER_TIME.of(person);
        return BookKeepers.unless(
                forbidden,
                () -> picture.decide(
                        state -> accepted(new AgreementEvent.TimeSpent(
                                stamp(state.spent(person).size(), record, by), person, work, on, time)),
                        state -> sum(state.spent(person).stream().map(AgreementEvent.TimeSpent::time))));
    }

    private static Duration sum(Stream<Duration> times) {
        return times.reduce(Duration.ZERO, Duration::plus);
    }

    private Stamp stamp(long version, RecordId record, ActorId by) {
        return Stamp.after(version, record, books.clock().instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<AgreementEvent>> accepted(AgreementEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }

    /**
     * The time of each superuser of an agreement, from its first day on: what was agreed for these days, and what was used, by cases,
     * courses, meetings and what superusers said.
     *
     * @param end the day at which it ends, exclusive; the end of the agreement if it is later
     */
    public ImmutableList<TimeAccount> accounts(SuperuserAgreement agreement, LocalDate end) {
        return agreement.parties().superusers().stream()
                .flatMap(person ->
                        Arrays.stream(SuperuserWork.values()).map(work -> account(agreement, person, work, end)))
                .collect(ImmutableList.toImmutableList());
    }

    private TimeAccount account(SuperuserAgreement agreement, ActorId person, SuperuserWork work, LocalDate end) {
        AgreementPeriod period = agreement.period();
        LocalDate over = end.isBefore(period.until()) ? end : period.until();
        long days = period.days(period.from(), over);
        Instant from = period.from().atStartOfDay(books.zone()).toInstant();
        Instant to = period.from().plusDays(days).atStartOfDay(books.zone()).toInstant();
        Stream<Duration> said = picture.ask(state -> state.spent(person)).stream()
                .filter(time -> time.work() == work)
                .filter(time -> !time.on().isBefore(period.from()) && time.on().isBefore(over))
                .map(AgreementEvent.TimeSpent::time);
        Duration used = times.of(person, work, from, to).plus(sum(said));
        return new TimeAccount(person, work, agreement.expected().of(work, days), used);
    }

    /**
     * What somebody should see to: units without a superuser or an agreement, agreements that run out or should be followed up, time
     * that is used up.
     *
     * @param soon how long before an agreement runs out it is told
     */
    public ImmutableList<PeopleFinding> findings(Period soon) {
        return new AgreementFindings(
                        this, people.now(), books.today(), books.today().plus(soon))
                .all();
    }
}
