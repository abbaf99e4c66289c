package dk.sagsflow.verification.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.followup.FollowUpPlan;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.EscalationPlan;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.verification.script.Expectation;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case at a real desk on a store in memory, whose clock is moved from one thing that happens to the next. Whenever
 * something is due in between it sweeps, just then, and what is to be sent is delivered. Not thread-safe.
 */
public final class Rehearsal {
    /** A case with a limit of which nobody can be told comes due every minute; so often it is looked at so soon. */
    private static final int PATIENCE = 3;

    /** How long later it is looked at then, unless something else comes before. */
    private static final Duration SELDOM = Duration.ofHours(1);

    private final SubjectModel subject;
    private final Opening opening;
    private final Cast cast;
    private final Deeds deeds;
    private final InMemoryStore store = CaseRepository.inMemory();
    private final List<Told> told = new ArrayList<>();
    private final SupportDesk desk;
    private Instant now;
    private Optional<CaseNumber> number = Optional.empty();
    private Instant happened;
    private int known;

    /**
     * Something that somebody was told.
     *
     * @param at when it was sent
     * @param who who reads it: a group, a person, or {@code customer}
     * @param notification what it says
     */
    public record Told(Instant at, String who, Notification notification) {
        /** As scenarios say it: {@code bit: TIME_LIMIT_EXCEEDED}. */
        public String describe() {
            return who + ": " + notification.kind();
        }
    }

    /**
     * A desk for this model at which nothing has happened yet.
     *
     * @param subject the model that is put to the test
     * @param opening the case that is to come in
     */
    public Rehearsal(SubjectModel subject, Opening opening) {
        this.subject = requireNonNull(subject, "subject");
        this.opening = requireNonNull(opening, "opening");
        this.cast = new Cast(subject, opening.customer());
        this.deeds = new Deeds(subject.model().organisation(), cast);
        this.now = opening.at();
        this.happened = opening.at();
        this.desk = SupportDesk.builder(subject.model(), cast.directory(), () -> now)
                .withRepository(store)
                .withNotifier(this::received)
                .build();
    }

    private void received(Notification notification) {
        Instant sent =
                notification.notBefore().filter(notification.at()::isBefore).orElse(notification.at());
        told.add(new Told(sent, cast.reader(notification.address()), notification));
    }

    /** The case comes in. */
    public Outcome<CaseView> opens() {
        GroupId entrance =
                opening.registration().group().orElseGet(subject.model().organisation()::contactEntrance);
        ActorId by = opening.by().map(cast::named).orElseGet(() -> cast.somebodyOf(entrance));
        Registration registration =
                opening.registration().withCustomer(cast.customer().id());
        Outcome<CaseView> outcome = desk.register(by, registration);
        if (outcome instanceof Outcome.Accepted<CaseView> accepted) {
            number = Optional.of(accepted.value().number());
        }
        settle();
        return outcome;
    }

    /** What happens, at its time; what was due before is done before. */
    public Outcome<CaseView> happens(Happening event) {
        until(event.at());
        ActorId by = deeds.actor(event, current());
        Outcome<CaseView> outcome =
                event.verb() == Verb.TRIAGED ? desk.triage(by, number()) : desk.submit(deeds.request(event, current()));
        settle();
        return outcome;
    }

    private void settle() {
        deliver();
        happened = now;
        known = number.map(one -> store.history(one).size()).orElse(0);
    }

    /** Lets time pass until an instant, and sweeps whenever something is due. */
    public void until(Instant instant) {
        int unheard = 0;
        Optional<Instant> due = due();
        while (due.isPresent() && !due.get().isAfter(instant)) {
            now = due.get().isAfter(now) ? due.get() : now;
            SweepReport report = sweep();
            unheard = report.unheard().isEmpty() && report.handled() > 0 ? 0 : unheard + 1;
            due = unheard < PATIENCE ? due() : due().map(soon -> whenElse());
        }
        now = instant.isAfter(now) ? instant : now;
        var unused = sweep();
    }

    private Optional<Instant> due() {
        return number.flatMap(store::load).flatMap(stored -> stored.agenda().nextDue());
    }

    /** When the desk finds something to do besides telling what nobody can be told. */
    private Instant whenElse() {
        CaseHistory history = CaseHistory.of(history());
        return Stream.of(
                        new EscalationPlan(new Clocks(subject.model().agreements())).nextUnrecorded(history, now),
                        new FollowUpPlan(
                                        subject.model().organisation(),
                                        subject.model().routing().followUps())
                                .next(history, now),
                        current().hold().flatMap(SupportCase.Hold::until))
                .flatMap(Optional::stream)
                .map(Microseconds::due)
                .filter(now::isBefore)
                .reduce(now.plus(SELDOM), (one, other) -> other.isBefore(one) ? other : one);
    }

    private SweepReport sweep() {
        SweepReport report = desk.operations().sweep(Integer.MAX_VALUE);
        deliver();
        return report;
    }

    private void deliver() {
        var unused = desk.operations().deliver(Integer.MAX_VALUE);
    }

    /** The desk. */
    public SupportDesk desk() {
        return desk;
    }

    /** What time it is. */
    public Instant now() {
        return now;
    }

    /** The case as it stands. */
    public SupportCase current() {
        return store.find(number()).orElseThrow();
    }

    private CaseNumber number() {
        return number.orElseThrow(() -> new IllegalStateException("the case was not registered"));
    }

    /** All that happened to the case, by people and by sweeps. */
    public ImmutableList<CaseEvent> history() {
        return store.history(number());
    }

    /** What sweeps did since somebody did something last. */
    public ImmutableList<CaseEvent> swept() {
        return history().subList(known, history().size());
    }

    /** Who was told what since something happened last, that included, in order. */
    public ImmutableList<Told> told() {
        return told.stream()
                .filter(one -> !one.at().isBefore(happened) && !one.at().isAfter(now))
                .sorted(Comparator.comparing(Told::at))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What is otherwise than expected when its time has come; empty if it holds.
     *
     * @param expected what must hold, at this time or later
     * @param values how times are written
     */
    public Optional<Mismatch> mismatch(Expectation expected, Values values) {
        until(expected.at());
        Found found = new Observer(subject, values, this).found(expected);
        return expected.isMetBy(found.texts())
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        expected.describe(values),
                        expected.spot(),
                        expected.texts(),
                        found.texts(),
                        expected.fact().several(),
                        true,
                        found.reason()));
    }

    /** Every clock of the case as it was at an instant, with why it showed what it showed. */
    public ImmutableList<Explanation> clocks(Instant asOf) {
        return desk.clocks(cast.looksOn(), number(), asOf).orElseThrow();
    }
}
