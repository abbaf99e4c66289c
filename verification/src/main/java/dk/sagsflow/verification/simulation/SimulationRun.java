package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.simulation.Newcomers.Newcomer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of a simulation: what happens next, until nothing does or the time is over. Not thread-safe. */
final class SimulationRun {
    private final SupportOrganisation organisation;
    private final Simulation simulation;
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
    private final SimulatedTime time;
    private final Conduct conduct;
    private long order;

    SimulationRun(Simulation simulation, CaseRepository repository, Instant start, Instant lastArrival, Dice dice) {
        this.simulation = simulation;
        this.organisation = simulation.model.organisation();
        this.repository = repository;
        this.people = new SimulatedPeople(simulation);
        this.start = start;
        this.time = new SimulatedTime(start);
        this.lastArrival = lastArrival;
        this.end = lastArrival.plus(simulation.runOut);
        this.dice = dice;
        this.newcomers = new Newcomers(simulation.load, organisation, people);
        this.accounts = new Accounts(simulation.model.agreements());
        this.desk = SupportDesk.builder(simulation.model, people.directory(), time::now)
                .withRepository(repository)
                .withNotifier(accounts::mailed)
                .build();
        this.conduct = new Conduct(this, simulation.model, desk, accounts);
        furnish(new GroupHours(simulation.model));
    }

    private void furnish(GroupHours hours) {
        for (SupportGroup group : organisation.groups()) {
            GroupWork work = simulation.load.work(group).orElseThrow();
            ServiceCalendar open = work.hours().orElseGet(() -> hours.of(group));
            workplaces.put(group.id(), new Workplace(group, work, open, people.members(group.id())));
        }
    }

    SimulationReport play() {
        awaitCase(start);
        Instant nextSweep = start;
        while (!nextSweep.isAfter(end) && somethingComes()) {
            time.playUntil(nextSweep);
            sweep();
            simulation.progress.accept(time.now());
            nextSweep = nextSweep.plus(simulation.sweepEvery);
        }
        if (somethingComes()) {
            time.playUntil(end);
        }
        return report(time.now());
    }

    private SimulationReport report(Instant over) {
        cases.values().forEach(open -> open.at.ifPresent(group -> place(group).leave(open, over)));
        workplaces.forEach((group, place) -> accounts.add(group, place.workload(start, over)));
        cases.values().forEach(one -> accounts.add(one, repository.history(one.number), waiting(one), over));
        return accounts.report(Duration.between(start, over));
    }

    private boolean somethingComes() {
        return time.now().isBefore(lastArrival)
                || time.somethingComes()
                || !repository.due(end, 1).isEmpty();
    }

    private void awaitCase(Instant after) {
        Instant next = newcomers.nextArrival(after, dice);
        if (next.isBefore(lastArrival)) {
            time.at(next, () -> {
                comeIn();
                awaitCase(next);
            });
        }
    }

    private void comeIn() {
        Newcomer newcomer = newcomers.next(dice.split());
        Outcome<CaseView> outcome = desk.register(SimulatedPeople.RECEPTION, newcomer.registration());
        if (outcome instanceof Outcome.Refused<CaseView> refused) {
            accounts.refused("registration", refused.refusal());
        } else {
            SupportCase registered = outcome.orElseThrow().whole();
            SimulatedCase simulated = new SimulatedCase(registered.number(), newcomer.fields(), newcomer.dice());
            cases.put(registered.number(), simulated);
            come(simulated, registered);
        }
    }

    /** The case is where it is now: it queues there. */
    private void come(SimulatedCase simulated, SupportCase current) {
        Workplace place = place(current.working().orElseThrow().group());
        simulated.at = Optional.of(place.group.id());
        simulated.cameAt = time.now();
        place.arrivals++;
        if (simulated.passedOn.contains(place.group.id())) {
            place.returns++;
        }
        queue(simulated, current, place);
    }

    private void queue(SimulatedCase simulated, SupportCase current, Workplace place) {
        simulated.visit++;
        simulated.inHand = false;
        place.queue(simulated, current.priority(), order++, time.now());
        dispatch(place);
    }

    private void dispatch(Workplace place) {
        while (!place.idle()) {
            if (!place.hours.openAt(time.now())) {
                wakeAtOpening(place);
                return;
            }
            takeUp(place, place.takeUp(time.now()));
        }
    }

    private void wakeAtOpening(Workplace place) {
        if (!place.waking) {
            place.hours.nextOpening(time.now()).instant().ifPresent(opening -> {
                place.waking = true;
                time.at(opening, () -> {
                    place.waking = false;
                    dispatch(place);
                });
            });
        }
    }

    private void takeUp(Workplace place, SimulatedCase simulated) {
        ActorId member = place.somebody();
        simulated.inHand = true;
        conduct.begin(simulated, place, member);
        Duration effort = effort(place, simulated);
        int visit = simulated.visit;
        Instant from = time.now();
        place.hours
                .due(from, effort)
                .instant()
                .ifPresent(done -> time.at(done, () -> {
                    place.busy(from, time.now());
                    place.free(member);
                    if (simulated.visit == visit && !simulated.ended) {
                        conduct.goOn(place, simulated, member);
                    }
                    dispatch(place);
                }));
    }

    private Duration effort(Workplace place, SimulatedCase simulated) {
        boolean quick = simulated.passedOn.contains(place.group.id())
                || (simulated.asked && current(simulated).hold().isPresent());
        return simulated.dice.around(quick ? place.work.relay() : place.work.effort());
    }

    /** The customer was asked: the case comes back into the queue with the reply. */
    void awaitReply(SimulatedCase simulated, Workplace place) {
        int visit = simulated.visit;
        time.at(time.now().plus(simulated.dice.around(simulation.load.customerReply())), () -> {
            if (simulated.visit == visit) {
                queue(simulated, current(simulated), place);
            }
        });
    }

    /** The case has gone on from here: to whoever has it time.now(), or to its customer. */
    void move(Workplace place, SimulatedCase simulated) {
        SupportCase current = current(simulated);
        place.leave(simulated, time.now());
        simulated.at = Optional.empty();
        simulated.visit++;
        if (current.working().isEmpty()) {
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
            CustomerId customer = current.customer();
            Duration reply = simulated.dice.around(simulation.load.customerReply());
            time.at(time.now().plus(reply), () -> hear(simulated, customer));
        }
    }

    private void hear(SimulatedCase simulated, CustomerId customer) {
        if (current(simulated).status() != CaseStatus.ANSWERED) {
            return;
        }
        if (notContent(simulated)) {
            reopen(simulated, customer);
        } else {
            Conduct.refusal(desk.submit(people.word(customer, simulated.number, new CaseCommand.Confirm())))
                    .ifPresent(refusal -> accounts.refused("confirm", refusal));
        }
    }

    private boolean notContent(SimulatedCase simulated) {
        double share = simulation.load.reopened();
        return share > 0 && !simulated.reopened && simulated.dice.chance(share);
    }

    /** It begins again at whoever answered it. */
    private void reopen(SimulatedCase simulated, CustomerId customer) {
        simulated.reopened = true;
        Outcome<CaseView> outcome =
                desk.submit(people.word(customer, simulated.number, new CaseCommand.Reopen("that does not help")));
        if (outcome instanceof Outcome.Refused<CaseView> refused) {
            accounts.refused("reopen", refused.refusal());
        } else {
            simulated.ended = false;
            simulated.passedOn.clear();
            come(simulated, current(simulated));
        }
    }

    private void sweep() {
        ImmutableList<CaseNumber> due = repository.due(time.now(), Integer.MAX_VALUE);
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

    /** Why the customer has no answer; empty if there is one. */
    private Optional<Waiting> waiting(SimulatedCase simulated) {
        return simulated.ended ? Optional.empty() : Optional.of(reason(simulated));
    }

    private Waiting reason(SimulatedCase simulated) {
        if (simulated.refused) {
            return Waiting.REFUSED;
        }
        if (current(simulated).hold().isPresent()) {
            return Waiting.FOR_CUSTOMER;
        }
        if (simulated.inHand) {
            return Waiting.WORKED_ON;
        }
        boolean nobody =
                simulated.at.map(this::place).filter(Workplace::nobodyThere).isPresent();
        return nobody ? Waiting.NOBODY_THERE : Waiting.IN_QUEUE;
    }

    SupportCase current(SimulatedCase simulated) {
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
