package dk.sagsflow.verification.simulation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.handover.NextTier;
import dk.sagsflow.routing.triage.TriageRule;
import java.util.Optional;

/** What people do with a case that they have: they find out what it is, ask, hand over, give back and answer. Not thread-safe. */
final class Conduct {
    private final SimulationRun run;
    private final SupportOrganisation organisation;
    private final NextTier nextTier;
    private final SupportDesk desk;
    private final Accounts accounts;

    Conduct(SimulationRun run, SupportModel model, SupportDesk desk, Accounts accounts) {
        this.run = run;
        this.organisation = model.organisation();
        this.nextTier = new NextTier(organisation, model.routing().handOvers());
        this.desk = desk;
        this.accounts = accounts;
    }

    void begin(SimulatedCase simulated, Workplace place, ActorId member) {
        if (run.current(simulated).status() == CaseStatus.ON_HOLD) {
            tryTo(simulated, place, member, "resume", new CaseCommand.Resume());
        }
        if (run.current(simulated).status() == CaseStatus.QUEUED) {
            tryTo(simulated, place, member, "accept", new CaseCommand.Accept());
        }
        judge(simulated, place, member);
    }

    /** The first one who has the case says what it is. */
    private void judge(SimulatedCase simulated, Workplace place, ActorId member) {
        if (simulated.judged) {
            return;
        }
        simulated.judged = true;
        Cause cause = simulated.field(CaseField.CAUSE, Cause.class).orElse(Cause.UNKNOWN);
        CaseCommand classify = new CaseCommand.Classify(
                simulated.kind(), simulated.system(), simulated.field(CaseField.CATEGORY), cause);
        tryTo(simulated, place, member, "classify", classify);
        simulated.field(CaseField.IMPACT, Impact.class).ifPresent(impact -> {
            Urgency urgency = simulated.field(CaseField.URGENCY, Urgency.class).orElseThrow();
            tryTo(simulated, place, member, "prioritise", new CaseCommand.Prioritise(impact, urgency));
        });
    }

    void goOn(Workplace place, SimulatedCase simulated, ActorId member) {
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
                && run.current(simulated).chain().awaiting().isPresent()
                && simulated.dice.chance(place.work.givesBack());
    }

    /** Whoever gets it back decides anew, so that it is no answer that came back. */
    private boolean giveBack(Workplace place, SimulatedCase simulated, ActorId member) {
        Optional<GroupId> to =
                run.current(simulated).chain().awaiting().map(Link::station).map(Station::group);
        CaseCommand incomplete = new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "something is missing");
        if (!tryTo(simulated, place, member, "give back", incomplete)) {
            return false;
        }
        simulated.givenBack = true;
        to.ifPresent(simulated.passedOn::remove);
        place.givenBack++;
        run.move(place, simulated);
        return true;
    }

    private boolean speaksToCustomers(Workplace place) {
        return organisation.rank(place.group.tier()) <= organisation.rank(organisation.contactTier());
    }

    private void ask(Workplace place, SimulatedCase simulated, ActorId member) {
        simulated.asked = true;
        CaseCommand pause = new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "asked");
        if (tryTo(simulated, place, member, "ask the customer", pause)) {
            run.awaitReply(simulated, place);
        } else {
            goOn(place, simulated, member);
        }
    }

    private void decide(Workplace place, SimulatedCase simulated, ActorId member) {
        Optional<TriageRule> rule = desk.propose(run.current(simulated)).rule();
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
        run.move(place, simulated);
        return true;
    }

    /** Whether there is somebody at the next tier to hand it to, and that was done. */
    private boolean handOverByHand(Workplace place, SimulatedCase simulated, ActorId member) {
        SupportCase current = run.current(simulated);
        return current.working()
                .flatMap(from -> nextTier.broughtTo(from, current))
                .filter(group -> handOver(place, simulated, member, group, "by hand"))
                .isPresent();
    }

    private void answer(Workplace place, SimulatedCase simulated, ActorId member) {
        SupportCase current = run.current(simulated);
        if (current.cause() == Cause.LOCAL_IT
                && atContactTier(place)
                && current.chain().lastLink()) {
            refer(place, simulated, member);
            return;
        }
        prepare(place, simulated, member, current);
        if (tryTo(simulated, place, member, "answer", new CaseCommand.Answer("like this"))) {
            place.answers++;
            run.move(place, simulated);
        } else if (!handOverByHand(place, simulated, member)) {
            simulated.refused = true;
        }
    }

    /** What must be on record before an answer. */
    private void prepare(Workplace place, SimulatedCase simulated, ActorId member, SupportCase current) {
        if (place.work.answered().isPresent() && unplaced(place, current)) {
            CaseCommand known =
                    new CaseCommand.Classify(current.kind(), current.system(), current.category(), Cause.USER_ERROR);
            tryTo(simulated, place, member, "classify", known);
        }
        if (place.group.kind() == GroupKind.SUPPLIER && askedBySpecialists(current)) {
            CaseCommand contact = new CaseCommand.DocumentSupplierContact(place.group.id(), "agreed");
            tryTo(simulated, place, member, "document the contact", contact);
        }
    }

    private boolean atContactTier(Workplace place) {
        return place.group.tier().equals(organisation.contactTier());
    }

    private void refer(Workplace place, SimulatedCase simulated, ActorId member) {
        CaseCommand outside = new CaseCommand.Refer("their own IT", "call them");
        if (tryTo(simulated, place, member, "refer", outside)) {
            place.answers++;
            run.move(place, simulated);
        } else {
            simulated.refused = true;
        }
    }

    private boolean unplaced(Workplace place, SupportCase current) {
        return current.kind() == CaseKind.INCIDENT && current.cause() == Cause.UNKNOWN && atContactTier(place);
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

    @CanIgnoreReturnValue
    boolean tryTo(SimulatedCase simulated, Workplace place, ActorId member, String what, CaseCommand command) {
        Optional<Refusal> refusal = refusal(desk.submit(member, simulated.number, command));
        refusal.ifPresent(no -> accounts.refused(what + " at " + place.group.id(), no));
        return refusal.isEmpty();
    }

    static Optional<Refusal> refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }
}
