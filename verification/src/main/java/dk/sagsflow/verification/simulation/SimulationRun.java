package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Urgency;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.simulation.Newcomers.Newcomer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** One run of a simulation: what happens next, until nothing does or the time is over. Not thread-safe. */
final class SimulationRun {
    private final SupportOrganisation organisation;
    private final Simulation simulation;
    private final NextTier nextTier;
    private final CaseRepository repository;
    private final SimulatedPeople people;
    private final SupportDesk desk;
    private final Instant start;
    private final Instant lastArrival;
    private final Instant end;
    private final Dice dice;
    private final Newcomers newcomers;
    private final Accounts accounts;
    private final Map<GroupId, Workplace> workplaces = new LinkedHashMap<>();
    private final Map<CaseNumber, SimulatedCase> cases = new LinkedHashMap<>();
    private final PriorityQueue<Moment> ahead =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
    private Instant now;
    private long order;

    private record Moment(Instant at, long order, Runnable happens) {}

    SimulationRun(Simulation simulation, CaseRepository repository, Instant start, Instant lastArrival, Dice dice) {
        this.simulation = simulation;
        this.organisation = simulation.model.organisation();
        this.nextTier = new NextTier(organisation, simulation.model.routing().handOvers());
        this.repository = repository;
        this.people = new SimulatedPeople(simulation);
        this.start = start;
        this.now = start;
        this.lastArrival = lastArrival;
        this.end = lastArrival.plus(simulation.runOut);
        this.dice = dice;
        this.newcomers = new Newcomers(simulation.load, organisation, people);
        this.accounts = new Accounts(simulation.model.agreements());
        this.desk = SupportDesk.builder(simulation.model, people.directory(), () -> now)
                .withRepository(repository)
                .withNotifier(accounts::mailed)
                .build();
        GroupHours hours = new GroupHours(simulation.model);
        for (SupportGroup group : organisation.groups()) {
            GroupWork work = simulation.load.work(group).orElseThrow();
            workplaces.put(
                    group.id(),
                    new Workplace(
                            group, work, work.hours().orElseGet(() -> hours.of(group)), people.members(group.id())));
        }
    }

    SimulationReport play() {
        awaitCase(start);
        Instant nextSweep = start;
        while (!nextSweep.isAfter(end) && somethingComes()) {
            playUntil(nextSweep);
            sweep();
            simulation.progress.accept(now);
            nextSweep = nextSweep.plus(simulation.sweepEvery);
        }
        if (somethingComes()) {
            playUntil(end);
        }
        Instant over = now;
        cases.values().forEach(open -> open.at.ifPresent(group -> place(group).leave(open, over)));
        workplaces.forEach((group, place) -> accounts.add(group, place.workload(start, over)));
        cases.values().forEach(one -> accounts.add(one, repository.history(one.number), waiting(one), over));
        return accounts.report(Duration.between(start, over));
    }

    private boolean somethingComes() {
        return now.isBefore(lastArrival)
                || !ahead.isEmpty()
                || !repository.due(end, 1).isEmpty();
    }

    private void playUntil(Instant until) {
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(until)) {
            Moment next = ahead.remove();
            now = next.at();
            next.happens().run();
        }
        now = until;
    }

    private void at(Instant when, Runnable happens) {
        ahead.add(new Moment(when, order++, happens));
    }

    private void awaitCase(Instant after) {
        Instant next = newcomers.nextArrival(after, dice);
        if (next.isBefore(lastArrival)) {
            at(next, () -> {
                comeIn();
                awaitCase(next);
            });
        }
    }

    private void comeIn() {
        Newcomer newcomer = newcomers.next(dice.split());
        Outcome<SupportCase> outcome = desk.register(SimulatedPeople.RECEPTION, newcomer.registration());
        if (outcome instanceof Outcome.Refused<SupportCase> refused) {
            accounts.refused("registration", refused.refusal());
        } else {
            SupportCase registered = outcome.orElseThrow();
            SimulatedCase simulated = new SimulatedCase(registered.number(), newcomer.fields(), newcomer.dice());
            cases.put(registered.number(), simulated);
            come(simulated, registered);
        }
    }

    /** The case is where it is now: it queues there. */
    private void come(SimulatedCase simulated, SupportCase current) {
        Workplace place = place(current.working().orElseThrow().group());
        simulated.at = Optional.of(place.group.id());
        simulated.cameAt = now;
        place.arrivals++;
        if (simulated.passedOn.contains(place.group.id())) {
            place.returns++;
        }
        queue(simulated, current, place);
    }

    private void queue(SimulatedCase simulated, SupportCase current, Workplace place) {
        simulated.visit++;
        simulated.inHand = false;
        place.queue(simulated, current.priority(), order++, now);
        dispatch(place);
    }

    private void dispatch(Workplace place) {
        while (!place.idle()) {
            if (!place.hours.openAt(now)) {
                wakeAtOpening(place);
                return;
            }
            takeUp(place, place.takeUp(now));
        }
    }

    private void wakeAtOpening(Workplace place) {
        if (!place.waking) {
            place.hours.nextOpening(now).instant().ifPresent(opening -> {
                place.waking = true;
                at(opening, () -> {
                    place.waking = false;
                    dispatch(place);
                });
            });
        }
    }

    private void takeUp(Workplace place, SimulatedCase simulated) {
        ActorId member = place.somebody();
        simulated.inHand = true;
        SupportCase current = current(simulated);
        if (current.status() == CaseStatus.ON_HOLD) {
            tryTo(simulated, place, member, "resume", new CaseCommand.Resume());
        }
        if (current(simulated).status() == CaseStatus.QUEUED) {
            tryTo(simulated, place, member, "accept", new CaseCommand.Accept());
        }
        judge(simulated, place, member);
        boolean quick = simulated.passedOn.contains(place.group.id())
                || (simulated.asked && current.hold().isPresent());
        Duration effort = simulated.dice.around(quick ? place.work.relay() : place.work.effort());
        Optional<Instant> done = place.hours.due(now, effort).instant();
        if (done.isEmpty()) {
            return;
        }
        int visit = simulated.visit;
        Instant from = now;
        at(done.get(), () -> {
            place.busy(from, now);
            place.free(member);
            if (simulated.visit == visit && !simulated.ended) {
                goOn(place, simulated, member);
            }
            dispatch(place);
        });
    }

    /** The first one who has the case says what it is. */
    private void judge(SimulatedCase simulated, Workplace place, ActorId member) {
        if (simulated.judged) {
            return;
        }
        simulated.judged = true;
        CaseCommand classify = new CaseCommand.Classify(
                simulated.kind(),
                simulated.system(),
                simulated.field(CaseField.CATEGORY),
                simulated.field(CaseField.CAUSE, Cause.class).orElse(Cause.UNKNOWN));
        tryTo(simulated, place, member, "classify", classify);
        simulated
                .field(CaseField.IMPACT, Impact.class)
                .ifPresent(impact -> tryTo(
                        simulated,
                        place,
                        member,
                        "prioritise",
                        new CaseCommand.Prioritise(
                                impact,
                                simulated
                                        .field(CaseField.URGENCY, Urgency.class)
                                        .orElseThrow())));
    }

    private void goOn(Workplace place, SimulatedCase simulated, ActorId member) {
        if (!simulated.asked && speaksToCustomers(place) && simulated.dice.chance(place.work.waitsForCustomer())) {
            ask(place, simulated, member);
        } else if (simulated.passedOn.contains(place.group.id())) {
            answer(place, simulated, member);
        } else if (!givesBack(place, simulated) || !giveBack(place, simulated, member)) {
            decide(place, simulated, member);
        }
    }

    /** Chance is asked only where a load gives one, so that a load without it plays as it did before. */
    private boolean givesBack(Workplace place, SimulatedCase simulated) {
        return place.work.givesBack() > 0
                && !simulated.givenBack
                && current(simulated).chain().awaiting().isPresent()
                && simulated.dice.chance(place.work.givesBack());
    }

    /** Whoever gets it back decides anew, so that it is no answer that came back. */
    private boolean giveBack(Workplace place, SimulatedCase simulated, ActorId member) {
        Optional<GroupId> to =
                current(simulated).chain().awaiting().map(Link::station).map(Station::group);
        CaseCommand incomplete = new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "something is missing");
        if (!tryTo(simulated, place, member, "give back", incomplete)) {
            return false;
        }
        simulated.givenBack = true;
        to.ifPresent(simulated.passedOn::remove);
        place.givenBack++;
        move(place, simulated);
        return true;
    }

    private boolean speaksToCustomers(Workplace place) {
        return organisation.rank(place.group.tier()) <= organisation.rank(organisation.contactTier());
    }

    private void ask(Workplace place, SimulatedCase simulated, ActorId member) {
        simulated.asked = true;
        if (tryTo(
                simulated,
                place,
                member,
                "ask the customer",
                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "asked"))) {
            int visit = simulated.visit;
            at(now.plus(simulated.dice.around(simulation.load.customerReply())), () -> {
                if (simulated.visit == visit) {
                    queue(simulated, current(simulated), place);
                }
            });
        } else {
            goOn(place, simulated, member);
        }
    }

    private void decide(Workplace place, SimulatedCase simulated, ActorId member) {
        Optional<TriageRule> rule = desk.propose(current(simulated)).rule();
        boolean answers = place.work.answered().map(simulated.dice::chance).orElse(rule.isEmpty());
        if (answers) {
            answer(place, simulated, member);
            return;
        }
        boolean went = rule.map(proposed ->
                        handOver(place, simulated, member, proposed.to(), "rule \"" + proposed.name() + "\""))
                .orElse(false);
        if (!went && (rule.isPresent() || !handOverByHand(place, simulated, member))) {
            answer(place, simulated, member);
        }
    }

    private boolean handOver(Workplace place, SimulatedCase simulated, ActorId member, GroupId to, String why) {
        if (!tryTo(simulated, place, member, why, new CaseCommand.HandOver(to, why))) {
            return false;
        }
        place.handOvers++;
        move(place, simulated);
        return true;
    }

    /** Whether there is somebody at the next tier to hand it to, and that was done. */
    private boolean handOverByHand(Workplace place, SimulatedCase simulated, ActorId member) {
        SupportCase current = current(simulated);
        return current.working()
                .flatMap(from -> nextTier.broughtTo(from, current))
                .filter(group -> handOver(place, simulated, member, group, "by hand"))
                .isPresent();
    }

    private void answer(Workplace place, SimulatedCase simulated, ActorId member) {
        SupportCase current = current(simulated);
        if (current.cause() == Cause.LOCAL_IT
                && place.group.tier().equals(organisation.contactTier())
                && current.chain().lastLink()) {
            refer(place, simulated, member);
            return;
        }
        if (place.work.answered().isPresent() && unplaced(place, current)) {
            CaseCommand known =
                    new CaseCommand.Classify(current.kind(), current.system(), current.category(), Cause.USER_ERROR);
            tryTo(simulated, place, member, "classify", known);
        }
        if (place.group.kind() == GroupKind.SUPPLIER && askedBySpecialists(current)) {
            CaseCommand contact = new CaseCommand.DocumentSupplierContact(place.group.id(), "agreed");
            tryTo(simulated, place, member, "document the contact", contact);
        }
        if (tryTo(simulated, place, member, "answer", new CaseCommand.Answer("like this"))) {
            place.answers++;
            move(place, simulated);
        } else if (!handOverByHand(place, simulated, member)) {
            simulated.refused = true;
        }
    }

    private void refer(Workplace place, SimulatedCase simulated, ActorId member) {
        CaseCommand outside = new CaseCommand.Refer("their own IT", "call them");
        if (tryTo(simulated, place, member, "refer", outside)) {
            place.answers++;
            move(place, simulated);
        } else {
            simulated.refused = true;
        }
    }

    private boolean unplaced(Workplace place, SupportCase current) {
        return current.kind() == CaseKind.INCIDENT
                && current.cause() == Cause.UNKNOWN
                && place.group.tier().equals(organisation.contactTier());
    }

    private boolean askedBySpecialists(SupportCase current) {
        return current.chain()
                .awaiting()
                .map(Link::station)
                .map(Station::group)
                .flatMap(organisation::group)
                .filter(group -> group.kind() == GroupKind.BUSINESS_SPECIALISTS)
                .isPresent();
    }

    /** The case has gone on from here: to whoever has it now, or to its customer. */
    private void move(Workplace place, SimulatedCase simulated) {
        SupportCase current = current(simulated);
        place.leave(simulated, now);
        simulated.at = Optional.empty();
        simulated.visit++;
        Optional<GroupId> next = current.working().map(Station::group);
        if (next.isEmpty()) {
            end(simulated, current);
            return;
        }
        if (current.chain().holds(place.group.id())) {
            simulated.passedOn.add(place.group.id());
        } else {
            simulated.passedOn.remove(place.group.id());
        }
        come(simulated, current);
    }

    private void end(SimulatedCase simulated, SupportCase current) {
        simulated.ended = true;
        if (current.status() == CaseStatus.ANSWERED) {
            ActorId customer = people.asking(current.customer());
            at(now.plus(simulated.dice.around(simulation.load.customerReply())), () -> {
                if (current(simulated).status() != CaseStatus.ANSWERED) {
                    return;
                }
                if (notContent(simulated)) {
                    reopen(simulated, customer);
                } else {
                    refusal(desk.submit(customer, simulated.number, new CaseCommand.Confirm()))
                            .ifPresent(refusal -> accounts.refused("confirm", refusal));
                }
            });
        }
    }

    private boolean notContent(SimulatedCase simulated) {
        double share = simulation.load.reopened();
        return share > 0 && !simulated.reopened && simulated.dice.chance(share);
    }

    /** It begins again at whoever answered it. */
    private void reopen(SimulatedCase simulated, ActorId customer) {
        simulated.reopened = true;
        Outcome<SupportCase> outcome =
                desk.submit(customer, simulated.number, new CaseCommand.Reopen("that does not help"));
        if (outcome instanceof Outcome.Refused<SupportCase> refused) {
            accounts.refused("reopen", refused.refusal());
        } else {
            simulated.ended = false;
            simulated.passedOn.clear();
            come(simulated, outcome.orElseThrow());
        }
    }

    private void sweep() {
        ImmutableList<CaseNumber> due = repository.due(now, Integer.MAX_VALUE);
        if (!due.isEmpty()) {
            var unused = desk.operations().sweep(Integer.MAX_VALUE);
            Stream<SimulatedCase> swept =
                    due.stream().flatMap(number -> Optional.ofNullable(cases.get(number)).stream());
            swept.forEach(this::follow);
        }
        var unused = desk.operations().deliver(Integer.MAX_VALUE);
    }

    /** A sweep may have taken the case to another group. */
    private void follow(SimulatedCase simulated) {
        Optional<GroupId> group = current(simulated).working().map(Station::group);
        if (simulated.at.isPresent() && !group.equals(simulated.at)) {
            Workplace before = place(simulated.at.get());
            before.takenAway++;
            move(before, simulated);
        }
    }

    @CanIgnoreReturnValue
    private boolean tryTo(SimulatedCase simulated, Workplace place, ActorId member, String what, CaseCommand command) {
        Optional<Refusal> refusal = refusal(desk.submit(member, simulated.number, command));
        refusal.ifPresent(no -> accounts.refused(what + " at " + place.group.id(), no));
        return refusal.isEmpty();
    }

    private static Optional<Refusal> refusal(Outcome<SupportCase> outcome) {
        return outcome instanceof Outcome.Refused<SupportCase> refused
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }

    /** Why the customer has no answer; empty if there is one. */
    private Optional<Waiting> waiting(SimulatedCase simulated) {
        if (simulated.ended) {
            return Optional.empty();
        }
        if (simulated.refused) {
            return Optional.of(Waiting.REFUSED);
        }
        if (current(simulated).hold().isPresent()) {
            return Optional.of(Waiting.FOR_CUSTOMER);
        }
        if (simulated.inHand) {
            return Optional.of(Waiting.WORKED_ON);
        }
        boolean nobody =
                simulated.at.map(this::place).filter(Workplace::nobodyThere).isPresent();
        return Optional.of(nobody ? Waiting.NOBODY_THERE : Waiting.IN_QUEUE);
    }

    private SupportCase current(SimulatedCase simulated) {
        return repository.find(simulated.number).orElseThrow();
    }

    private Workplace place(GroupId group) {
        Workplace place = workplaces.get(group);
        if (place == null) {
            throw new IllegalStateException(
                    "case at " + group + ", which is none of " + Iterables.toString(workplaces.keySet()));
        }
        return place;
    }
}
