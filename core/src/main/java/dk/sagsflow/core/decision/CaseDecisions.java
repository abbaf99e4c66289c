package dk.sagsflow.core.decision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.sweep.SweepRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The one decision function: a case, a command, the organisation and the time give the events that follow, or a refusal.
 * It reads no clock and stores nothing, so the same arguments give the same answer. Who may do what is decided before,
 * by the access policy. Immutable.
 */
public final class CaseDecisions {
    private final SupportOrganisation organisation;
    private final Directory directory;
    private final HandOverRule handOvers;
    private final ReplyTerms replies;
    private final Sides sides;

    /** Decisions in this organisation, which hands over along every way that the responsibility chain allows. */
    public CaseDecisions(SupportOrganisation organisation, Directory directory) {
        this(organisation, directory, HandOverWays.all());
    }

    /**
     * Decisions in this organisation, where a word of the customer reopens a case whenever it comes.
     *
     * @param ways along which ways cases are handed over
     */
    public CaseDecisions(SupportOrganisation organisation, Directory directory, HandOverWays ways) {
        this(organisation, directory, ways, ReplyTerms.always());
    }

    /**
     * Decisions in this organisation.
     *
     * @param ways along which ways cases are handed over
     * @param replies what a word of the customer makes of a case that is over
     */
    public CaseDecisions(SupportOrganisation organisation, Directory directory, HandOverWays ways, ReplyTerms replies) {
        this.replies = requireNonNull(replies, "replies");
        this.organisation = requireNonNull(organisation, "organisation");
        this.handOvers = new HandOverRule(organisation, ways);
        this.directory = requireNonNull(directory, "directory");
        this.sides = new Sides(directory);
    }

    /** Decides whether, and where, a case comes in (R02, R03). */
    public Outcome<ImmutableList<CaseEvent>> register(CaseNumber number, Registration registration, Act act) {
        return new RegistrationDecision(organisation, directory).register(number, registration, act);
    }

    /**
     * Decides whether a case is brought along from elsewhere, and with what past.
     *
     * @param numbers gives a number to a case that brings none
     * @param beyond the cases that a case leads to in this way, itself among them; none if there is no such case
     */
    public Outcome<ImmutableList<CaseEvent>> bringAlong(
            CaseImport asked,
            Supplier<CaseNumber> numbers,
            BiFunction<CaseNumber, CaseRelation, ImmutableSet<CaseNumber>> beyond,
            Instant now) {
        requireNonNull(numbers, "numbers");
        ImportedLinks links = new ImportedLinks(requireNonNull(beyond, "beyond"));
        return new ImportDecision(organisation, directory, Microseconds.kept(now), links).decide(asked, numbers);
    }

    /**
     * Decides a command on a case that exists. If the clock of the desk is behind the case, the events carry the time of the
     * latest event, and the outcome says so; what is reported late keeps the time at which it happened, if nothing that
     * happened to the case came after it.
     */
    public Outcome<ImmutableList<CaseEvent>> decide(SupportCase current, CaseCommand command, Act act) {
        if (current.personalDataErased() && command.action() != CaseAction.TAKE_UP) {
            return Outcome.refused(new Refusal.PersonalDataErased(command.action()));
        }
        return deliberation(current, act)
                .flatMap(deliberation ->
                        command.accept(new CommandDecision(deliberation, directory, handOvers, replies, act.actor())));
    }

    /**
     * What a sweep puts on record; nothing refuses it.
     *
     * @param now when it was noticed; if the clock has jumped back, the event carries the time of the latest event of the case
     */
    public CaseEvent record(SupportCase current, SweepRecord record, Instant now) {
        return record.event(program(current, now));
    }

    /** The header of the next event of a case, if the library writes it of its own accord; as late as the latest event. */
    public static EventHeader program(SupportCase current, Instant now) {
        return Signature.program(current, Microseconds.kept(now)).header(current.number(), current.version() + 1);
    }

    /**
     * Decides to relate a case to another one that is known. That the other is still so when it is stored is for the step to
     * see to.
     *
     * @param beyond the cases that the other is related to in the same way, however many lie between: none belongs to itself
     */
    public Outcome<ImmutableList<CaseEvent>> link(
            SupportCase current,
            CaseCommand.LinkCase command,
            SupportCase other,
            ImmutableSet<CaseNumber> beyond,
            Act act) {
        return current.personalDataErased()
                ? Outcome.refused(new Refusal.PersonalDataErased(command.action()))
                : deliberation(current, act)
                        .flatMap(deliberation ->
                                new FamilyDecisions(deliberation).link(command, Optional.of(other), beyond));
    }

    /** What the other case says of it that the first is related to it like that; nothing if it says so already. */
    public ImmutableList<CaseEvent> adopt(SupportCase other, CaseRelation relation, Act act) {
        return adopted(other, relation, Signature.now(act, sides.of(act, other), other));
    }

    /** The same, if nobody asked for it. */
    public ImmutableList<CaseEvent> adopt(SupportCase other, CaseRelation relation, Instant now) {
        return adopted(other, relation, Signature.program(other, Microseconds.kept(now)));
    }

    private ImmutableList<CaseEvent> adopted(SupportCase other, CaseRelation relation, Signature signature) {
        Deliberation deliberation = new Deliberation(organisation, other, signature);
        return switch (relation) {
            case CHILD_OF ->
                other.majorIncident()
                        ? ImmutableList.of()
                        : deliberation.single(new CaseEvent.BecameMajorIncident(deliberation.next()));
            case DUPLICATE_OF ->
                other.original()
                        ? ImmutableList.of()
                        : deliberation.single(new CaseEvent.BecameOriginal(deliberation.next()));
            case CAUSED_BY, FOLLOWS -> ImmutableList.of();
        };
    }

    /**
     * Decides to close a case as a duplicate of another one that is known. If that is answered the customer has the answer in
     * the same step, otherwise when it is; one that ended without an answer has none to wait for.
     */
    public Outcome<ImmutableList<CaseEvent>> closeAsDuplicate(
            SupportCase current, CaseCommand.Close command, SupportCase original, Act act) {
        return decide(current, command, act).flatMap(closing -> {
            SupportCase closed = current;
            for (CaseEvent event : closing) {
                closed = closed.after(event);
            }
            SupportCase after = closed;
            return deliberation(after, act)
                    .flatMap(deliberation -> new FamilyDecisions(deliberation).fromOriginal(original))
                    .map(heard -> ImmutableList.<CaseEvent>builder()
                            .addAll(closing)
                            .addAll(heard)
                            .build());
        });
    }

    /**
     * What an event of the case that another belongs to means for the other, which has not heard of it. To a child of a major
     * incident: an answer to the customer unwinds its chain step by step and answers its customer; a workaround is passed on; if the
     * major incident ends without an answer, the child is left to the group that has it. To what was closed as a duplicate: its
     * customer is given the answer, or it is worked on again if there will be none. Nothing else concerns it. It happens when it is
     * told, however late it was reported of the other.
     *
     * @param now when it is told
     */
    public ImmutableList<CaseEvent> followParent(SupportCase child, CaseEvent parentEvent, Instant now) {
        return following(child, parentEvent, now).follow(parentEvent);
    }

    /**
     * What it means for a child that its major incident was closed as a duplicate of another case: it belongs to that from then
     * on, or is answered like it if that is answered already; if neither can be, it is left to the group that has it.
     *
     * @param next the case that the major incident is a duplicate of
     * @param now when it is told
     */
    public ImmutableList<CaseEvent> handOnChild(
            SupportCase child, CaseEvent parentClosed, SupportCase next, Instant now) {
        return following(child, parentClosed, now).handOn(parentClosed, next);
    }

    /**
     * What a case that was brought along as a child of a major incident has from it at once: its answer, if that is there.
     *
     * @param now when it is told
     */
    public ImmutableList<CaseEvent> heardAtOnce(SupportCase child, SupportCase parent, Instant now) {
        Signature signature = Signature.program(child, Microseconds.kept(now));
        return new FamilyDecisions(new Deliberation(organisation, child, signature)).atOnce(Optional.of(parent));
    }

    private FamilyDecisions following(SupportCase child, CaseEvent cause, Instant now) {
        Signature signature = Signature.following(cause.header(), child, Microseconds.kept(now));
        return new FamilyDecisions(new Deliberation(organisation, child, signature));
    }

    private Outcome<Deliberation> deliberation(SupportCase current, Act act) {
        return Signature.of(act, sides.of(act, current), current)
                .map(signature -> new Deliberation(organisation, current, signature));
    }
}
