package dk.sagsflow.core.decision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;

/**
 * The one decision function: a case, a command, the organisation and the time give the events that follow, or a refusal.
 * It reads no clock and stores nothing, so the same arguments give the same answer. Who may do what is decided before,
 * by the access policy. Immutable.
 */
public final class CaseDecisions {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final HandOverWays ways;

    /** Decisions in this organisation, which hands over along every way that the responsibility chain allows. */
    public CaseDecisions(SupportOrganisation organisation, Directory directory) {
        this(organisation, directory, HandOverWays.all());
    }

    /**
     * Decisions in this organisation.
     *
     * @param ways along which ways cases are handed over
     */
    public CaseDecisions(SupportOrganisation organisation, Directory directory, HandOverWays ways) {
        this.ways = requireNonNull(ways);
        this.organisation = requireNonNull(organisation);
        this.directory = requireNonNull(directory);
    }

    /** Decides whether, and where, a case comes in (R02, R03). */
    public Outcome<ImmutableList<CaseEvent>> register(
            CaseNumber number, Registration registration, ActorId actor, Instant now) {
        return new RegistrationDecision(organisation, directory).register(number, registration, actor, now);
    }

    /**
     * Decides a command on a case that exists.
     *
     * @param now the time of the command; if the clock has jumped back, the events carry the time of the latest event of
     *     the case, so that time never runs backwards within a case
     */
    public Outcome<ImmutableList<CaseEvent>> decide(
            SupportCase current, CaseCommand command, ActorId actor, Instant now) {
        Deliberation deliberation = new Deliberation(organisation, current, actor, now);
        if (command instanceof CaseCommand.Accept) {
            return new ChainDecisions(deliberation).accept();
        } else if (command instanceof CaseCommand.Assign assign) {
            return new ChainDecisions(deliberation).assign(assign, directory.actor(assign.assignee()));
        } else if (command instanceof CaseCommand.HandOver handOver) {
            return new ChainDecisions(deliberation).handOver(handOver, ways);
        } else if (command instanceof CaseCommand.Answer answer) {
            return new ChainDecisions(deliberation).answer(answer);
        } else if (command instanceof CaseCommand.GiveBack giveBack) {
            return new ChainDecisions(deliberation).giveBack(giveBack);
        } else if (command instanceof CaseCommand.Pause pause) {
            return new LifecycleDecisions(deliberation).pause(pause);
        } else if (command instanceof CaseCommand.Resume) {
            return new LifecycleDecisions(deliberation).resume();
        } else if (command instanceof CaseCommand.ConvertToChange convert) {
            return new LifecycleDecisions(deliberation).convertToChange(convert);
        } else if (command instanceof CaseCommand.Refer refer) {
            return new LifecycleDecisions(deliberation).refer(refer);
        } else if (command instanceof CaseCommand.Reopen reopen) {
            return new LifecycleDecisions(deliberation).reopen(reopen);
        } else if (command instanceof CaseCommand.Confirm) {
            return new LifecycleDecisions(deliberation).confirm();
        } else if (command instanceof CaseCommand.Close close) {
            return new LifecycleDecisions(deliberation).close(close);
        } else if (command instanceof CaseCommand.ErasePersonalData) {
            return new LifecycleDecisions(deliberation).erasePersonalData();
        } else if (command instanceof CaseCommand.Classify classify) {
            return new RecordDecisions(deliberation).classify(classify);
        } else if (command instanceof CaseCommand.Prioritise prioritise) {
            return new RecordDecisions(deliberation).prioritise(prioritise);
        } else if (command instanceof CaseCommand.SetAttribute set) {
            return new RecordDecisions(deliberation).setAttribute(set);
        } else if (command instanceof CaseCommand.AddNote note) {
            return new RecordDecisions(deliberation).addNote(note, directory.actor(actor));
        } else if (command instanceof CaseCommand.DocumentSupplierContact contact) {
            return new RecordDecisions(deliberation).documentSupplierContact(contact);
        } else if (command instanceof CaseCommand.ProvideWorkaround workaround) {
            return new RecordDecisions(deliberation).provideWorkaround(workaround);
        } else if (command instanceof CaseCommand.LinkKnowledge link) {
            return new RecordDecisions(deliberation).linkKnowledge(link);
        } else if (command instanceof CaseCommand.LinkCase link) {
            return new RecordDecisions(deliberation).linkCase(link);
        } else if (command instanceof CaseCommand.Escalate escalate) {
            return new RecordDecisions(deliberation).escalate(escalate, directory.actor(escalate.to()));
        } else if (command instanceof CaseCommand.RecordThreshold passed) {
            return new RecordDecisions(deliberation).recordThreshold(passed);
        } else if (command instanceof CaseCommand.RecordFollowUp due) {
            return new RecordDecisions(deliberation).recordFollowUp(due);
        } else if (command instanceof CaseCommand.SetAside aside) {
            return new RecordDecisions(deliberation).setAside(aside);
        } else if (command instanceof CaseCommand.TakeUp) {
            return new RecordDecisions(deliberation).takeUp();
        }
        throw new IllegalArgumentException(
                "no decision for " + command.getClass().getName());
    }

    /**
     * What an event of a major incident means for a child case: an answer to the customer unwinds the child's chain step
     * by step and answers its customer; a workaround is passed on; nothing else concerns it.
     */
    public ImmutableList<CaseEvent> followParent(SupportCase child, CaseEvent parentEvent) {
        Deliberation deliberation = new Deliberation(organisation, child, parentEvent.actor(), parentEvent.at());
        return new FamilyDecisions(deliberation).follow(parentEvent);
    }

    /** The other side of a link: the parent's event, when a case becomes the child of a major incident. */
    public ImmutableList<CaseEvent> adopt(SupportCase parent, SupportCase child, ActorId actor, Instant now) {
        Deliberation deliberation = new Deliberation(organisation, parent, actor, now);
        return deliberation.single(
                new CaseEvent.CaseLinked(deliberation.next(), CaseRelation.PARENT_OF, child.number()));
    }
}
