package dk.sagsflow.core.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a command was refused: what was wrong, where, and what would be allowed. Kinds may be added in a minor release.
 * Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "refusal")
public sealed interface Refusal {
    /**
     * The refusal in words, in English, without personal data of customers; {@link RefusalWords} has other languages too.
     */
    default String describe() {
        return RefusalWords.in(Locale.ENGLISH).of(this);
    }

    /** A hand-over, or a registration, at a group where the case may not go. */
    sealed interface WrongWay extends Refusal {
        /** The groups to which the same actor may bring the case instead, as it stands; none if it can only be answered or given back. */
        ImmutableSet<GroupId> open();
    }

    /**
     * No case has this number. Immutable.
     *
     * @param number the number
     */
    @JsonTypeName("unknown-case")
    record UnknownCase(CaseNumber number) implements Refusal {}

    /**
     * Nobody is known by this id. Immutable.
     *
     * @param actor the id
     */
    @JsonTypeName("unknown-actor")
    record UnknownActor(ActorId actor) implements Refusal {}

    /**
     * No customer is known by this id. Immutable.
     *
     * @param customer the id
     */
    @JsonTypeName("unknown-customer")
    record UnknownCustomer(CustomerId customer) implements Refusal {}

    /**
     * The key names another request, which was carried out. Immutable.
     *
     * @param key the key
     * @param number the case that the other request made or changed; empty if whoever asks may not see it
     */
    @JsonTypeName("key-of-another-request")
    record KeyOfAnotherRequest(RequestKey key, Optional<CaseNumber> number) implements Refusal {}

    /**
     * Another system's id stands for one case alone, and there is one. Immutable.
     *
     * @param reference the id
     * @param number the case that has it; empty if whoever asks may not see it
     */
    @JsonTypeName("reference-taken")
    record ReferenceTaken(Reference reference, Optional<CaseNumber> number) implements Refusal {}

    /**
     * A file does not come with the case. Immutable.
     *
     * @param name what the person calls it
     * @param why what is against it
     * @param most how many bytes a file may have, or how many files a case; empty if that is not what is against it
     */
    @JsonTypeName("attachment-refused")
    record AttachmentRefused(String name, AttachmentObstacle why, Optional<Long> most) implements Refusal {}

    /**
     * No such file came with the case, as far as whoever asks may know. Immutable.
     *
     * @param attachment the file asked for
     */
    @JsonTypeName("unknown-attachment")
    record UnknownAttachment(AttachmentId attachment) implements Refusal {}

    /**
     * Who watches the case stays as it is. Immutable.
     *
     * @param why what is against the change
     */
    @JsonTypeName("watcher-refused")
    record WatcherRefused(WatcherObstacle why) implements Refusal {}

    /**
     * Something happened to the case since whoever asks has seen it, and the request was for the case as it was. Immutable.
     *
     * @param number the case
     * @param expected the version that was asked for
     * @param found the version that the case has
     */
    @JsonTypeName("changed-since")
    record ChangedSince(CaseNumber number, long expected, long found) implements Refusal {}

    /**
     * The case was over too long for a word of the customer to reach it; a new case that follows it can be registered ({@link
     * Registration#follows}). Immutable.
     *
     * @param number the case
     * @param over when it was answered or closed
     * @param last until when a word was in time
     */
    @JsonTypeName("replied-too-late")
    record RepliedTooLate(CaseNumber number, Instant over, Instant last) implements Refusal {}

    /**
     * Sweeps look at the case already. Immutable.
     *
     * @param number the case
     */
    @JsonTypeName("not-set-aside")
    record NotSetAside(CaseNumber number) implements Refusal {}

    /**
     * The organisation has no such group. Immutable.
     *
     * @param group the group asked for
     * @param open the groups that are possible instead
     */
    @JsonTypeName("unknown-group")
    record UnknownGroup(GroupId group, ImmutableSet<GroupId> open) implements WrongWay {}

    /**
     * The organisation has no such group, with which contact could be documented. Immutable.
     *
     * @param group the group asked for
     * @param known the groups that there are
     */
    @JsonTypeName("unknown-contact")
    record UnknownContact(GroupId group, ImmutableSet<GroupId> known) implements Refusal {}

    /**
     * Somebody who is not of the organisation is told of no case by an escalation. Immutable.
     *
     * @param actor the one asked for
     * @param groups the groups whose members and leads may be told
     */
    @JsonTypeName("not-of-the-organisation")
    record NotOfTheOrganisation(ActorId actor, ImmutableSet<GroupId> groups) implements Refusal {}

    /**
     * The organisation supports no such system. Immutable.
     *
     * @param system the system asked for
     * @param known the systems that there are
     */
    @JsonTypeName("unknown-system")
    record UnknownSystem(SystemId system, ImmutableSet<SystemId> known) implements Refusal {}

    /**
     * The organisation declares no such field. Immutable.
     *
     * @param attribute the field asked for
     * @param known the fields that there are
     */
    @JsonTypeName("unknown-attribute")
    record UnknownAttribute(AttributeId attribute, ImmutableSet<AttributeId> known) implements Refusal {}

    /**
     * An impact without an urgency, or the other way round, gives no priority. Immutable.
     *
     * @param impact the impact that was given
     * @param urgency the urgency that was given
     */
    @JsonTypeName("half-judged")
    record HalfJudged(Optional<Impact> impact, Optional<Urgency> urgency) implements Refusal {}

    /**
     * The value does not fit the field. Immutable.
     *
     * @param attribute the field
     * @param type what it holds
     * @param choices the words to choose from, if it is a choice
     * @param given the type of the value that was given
     */
    @JsonTypeName("value-not-allowed")
    record ValueNotAllowed(AttributeId attribute, AttributeType type, ImmutableSet<String> choices, AttributeType given)
            implements Refusal {}

    /**
     * The actor may not do this. Immutable.
     *
     * @param actor who wanted it
     * @param action what was wanted
     * @param entitled who may do it; nobody, if it is for the working group and none works on the case
     */
    @JsonTypeName("not-entitled")
    record NotEntitled(ActorId actor, CaseAction action, ImmutableSet<Entitled> entitled) implements Refusal {}

    /**
     * The case does not stand where this is possible. Immutable.
     *
     * @param action what was wanted
     * @param status where it stands
     * @param allowed where it is possible
     */
    @JsonTypeName("wrong-status")
    record WrongStatus(CaseAction action, CaseStatus status, ImmutableSet<CaseStatus> allowed) implements Refusal {}

    /**
     * The case waits already, and it waits for one thing at a time: a second wait would end with the first. Immutable.
     *
     * @param waitingFor for whom or what it waits
     * @param until when that ends by itself; empty if it waits to be resumed
     * @param asked for whom or what it should wait as well
     */
    @JsonTypeName("already-waiting")
    record AlreadyWaiting(WaitingFor waitingFor, Optional<Instant> until, WaitingFor asked) implements Refusal {}

    /**
     * A text that must say something is blank. Immutable.
     *
     * @param what which text
     */
    @JsonTypeName("text-missing")
    record TextMissing(RequiredText what) implements Refusal {}

    /**
     * Customers and lower tiers come in by another group (R02, R15). Immutable.
     *
     * @param group the group asked for
     * @param tier its tier
     * @param entrance the group through which the tier is entered
     * @param open the groups that are possible instead
     */
    @JsonTypeName("not-the-entrance")
    record NotTheEntrance(GroupId group, TierId tier, GroupId entrance, ImmutableSet<GroupId> open)
            implements WrongWay {}

    /**
     * Cases come in at the contact tier or at a superuser below it, never past them (R02). Immutable.
     *
     * @param group the group asked for
     * @param tier its tier
     * @param contactTier the contact tier
     * @param open the groups where it may come in
     */
    @JsonTypeName("not-above-contact-tier")
    record NotAboveContactTier(GroupId group, TierId tier, TierId contactTier, ImmutableSet<GroupId> open)
            implements WrongWay {}

    /**
     * The group already answers for the case; it gets it back by an answer, or without one. Immutable.
     *
     * @param group the group asked for
     * @param chain who answers for the case, nearest to the customer first
     * @param open the groups that are possible instead
     */
    @JsonTypeName("already-in-chain")
    record AlreadyInChain(GroupId group, ImmutableList<GroupId> chain, ImmutableSet<GroupId> open)
            implements WrongWay {}

    /**
     * Cases are handed to the same tier or a higher one; downward there are answers. Immutable.
     *
     * @param from where the case is
     * @param to the tier asked for
     * @param open the groups that are possible instead
     */
    @JsonTypeName("downward-hand-over")
    record DownwardHandOver(TierId from, TierId to, ImmutableSet<GroupId> open) implements WrongWay {}

    /**
     * The hand-over would pass a tier by (R05, R06, R15). Immutable.
     *
     * @param from where the case is
     * @param to the tier asked for
     * @param next the tier that comes next
     * @param open the groups that are possible instead
     * @param onceBusiness whether the way is open once the case is placed as a business question (R07)
     */
    @JsonTypeName("tier-skipped")
    record TierSkipped(TierId from, TierId to, TierId next, ImmutableSet<GroupId> open, boolean onceBusiness)
            implements WrongWay {}

    /**
     * The hand-over would pass the contact tier, which nothing does: neither business questions nor direct ways (R02, R04).
     * Immutable.
     *
     * @param from where the case is
     * @param to the tier asked for
     * @param contactTier the contact tier
     * @param open the groups that are possible instead
     */
    @JsonTypeName("contact-tier-passed")
    record ContactTierPassed(TierId from, TierId to, TierId contactTier, ImmutableSet<GroupId> open)
            implements WrongWay {}

    /**
     * The organisation declares no way for this hand-over. Immutable.
     *
     * @param from the group that has the case
     * @param to the group that was to get it
     * @param open the groups that may get this case from there, as it stands
     */
    @JsonTypeName("way-not-declared")
    record WayNotDeclared(GroupId from, GroupId to, ImmutableSet<GroupId> open) implements WrongWay {}

    /**
     * No triage rule leads the case on. Immutable.
     *
     * @param at the group that has it; empty if it is answered
     */
    @JsonTypeName("nothing-proposed")
    record NothingProposed(Optional<GroupId> at) implements Refusal {}

    /**
     * The group does not support the system that the case concerns. Immutable.
     *
     * @param group the group asked for
     * @param system the system
     * @param open the groups that are possible instead
     */
    @JsonTypeName("system-not-supported")
    record SystemNotSupported(GroupId group, SystemId system, ImmutableSet<GroupId> open) implements WrongWay {}

    /**
     * A supplier answers business specialists only when the contact is documented on the case (R09). Immutable.
     *
     * @param supplier who wanted to answer
     * @param specialists who asked
     */
    @JsonTypeName("supplier-contact-undocumented")
    record SupplierContactUndocumented(GroupId supplier, GroupId specialists) implements Refusal {}

    /**
     * An incident that 1st level cannot place is not answered there but goes on (R12). Immutable.
     *
     * @param tier where the case is
     */
    @JsonTypeName("cause-unplaced")
    record CauseUnplaced(TierId tier) implements Refusal {}

    /**
     * Only the contact tier speaks to the customer (R04). Immutable.
     *
     * @param tier where the actor works on it
     * @param contactTier the contact tier
     */
    @JsonTypeName("contact-tier-speaks")
    record ContactTierSpeaks(TierId tier, TierId contactTier) implements Refusal {}

    /**
     * The case ends only where one group alone answers for it. Immutable.
     *
     * @param action what was wanted
     * @param chain who answers for the case, nearest to the customer first
     */
    @JsonTypeName("others-answer-for-it")
    record OthersAnswerForIt(CaseAction action, ImmutableList<GroupId> chain) implements Refusal {}

    /**
     * The working group got the case from the customer. Immutable.
     *
     * @param group the working group
     */
    @JsonTypeName("nobody-to-give-back-to")
    record NobodyToGiveBackTo(GroupId group) implements Refusal {}

    /**
     * Another tier settles whether a report is a change request (R10). Immutable.
     *
     * @param tier where the case is
     * @param settling the tier that settles it
     */
    @JsonTypeName("settled-elsewhere")
    record SettledElsewhere(TierId tier, TierId settling) implements Refusal {}

    /**
     * The assignee does not work in the group. Immutable.
     *
     * @param assignee who was to get the case
     * @param group the working group
     */
    @JsonTypeName("not-a-member")
    record NotAMember(ActorId assignee, GroupId group) implements Refusal {}

    /**
     * The case went to and fro so often that the lead of the group that has it decides where it goes. Immutable.
     *
     * @param action what was wanted
     * @param group the working group
     * @param lead who decides
     * @param moves how often it was handed over or given back since a lead decided last
     */
    @JsonTypeName("lead-decides")
    record LeadDecides(CaseAction action, GroupId group, ActorId lead, int moves) implements Refusal {}

    /**
     * A hold until a date needs the date, and every end of a hold lies ahead. Immutable.
     *
     * @param until the end asked for
     * @param now the time of the command
     */
    @JsonTypeName("until-missing")
    record UntilMissing(Optional<Instant> until, Instant now) implements Refusal {}

    /**
     * The cases cannot be related like this. Immutable.
     *
     * @param relation the relation asked for
     * @param other the other case
     * @param why what is against it
     */
    @JsonTypeName("bad-relation")
    record BadRelation(CaseRelation relation, CaseNumber other, RelationObstacle why) implements Refusal {}

    /**
     * It is said to have happened before something that is on record already, so it cannot be told in order. Immutable.
     *
     * @param asked when it is said to have happened
     * @param earliest the earliest time that would be allowed
     */
    @JsonTypeName("occurred-too-early")
    record OccurredTooEarly(Instant asked, Instant earliest) implements Refusal {}

    /**
     * It is said to have happened at a time that has not come. Immutable.
     *
     * @param asked when it is said to have happened
     * @param now the time by the clock of the desk, the latest that would be allowed
     */
    @JsonTypeName("occurred-in-future")
    record OccurredInFuture(Instant asked, Instant now) implements Refusal {}

    /**
     * This reason is not for this command. Immutable.
     *
     * @param reason the reason asked for
     * @param allowed the reasons that are
     */
    @JsonTypeName("closing-reason-not-allowed")
    record ClosingReasonNotAllowed(ClosingReason reason, ImmutableSet<ClosingReason> allowed) implements Refusal {}

    /**
     * A case cannot be brought along as it is told. Immutable.
     *
     * @param problems everything that is against it, in the order of the events
     */
    @JsonTypeName("not-imported")
    record NotImported(ImmutableList<ImportProblem> problems) implements Refusal {}

    /**
     * There is a case of this number already. Immutable.
     *
     * @param number the number asked for
     */
    @JsonTypeName("number-taken")
    record NumberTaken(CaseNumber number) implements Refusal {}

    /**
     * The organisation has no such tier. Immutable.
     *
     * @param tier the tier
     * @param known the tiers that there are
     */
    @JsonTypeName("unknown-tier")
    record UnknownTier(TierId tier, ImmutableSet<TierId> known) implements Refusal {}

    /**
     * The group does not work at this tier. Immutable.
     *
     * @param group the group
     * @param tier the tier where it was said to be
     * @param actual the tier at which it works
     */
    @JsonTypeName("group-at-other-tier")
    record GroupAtOtherTier(GroupId group, TierId tier, TierId actual) implements Refusal {}

    /**
     * Something cannot have happened then. Immutable.
     *
     * @param at when it was said to have happened
     * @param earliest the time of what happened before it
     * @param now the present, after which nothing can have happened
     */
    @JsonTypeName("time-out-of-order")
    record TimeOutOfOrder(Instant at, Instant earliest, Instant now) implements Refusal {}

    /**
     * What is told of the case is not the whole history of one case, from its registration on. Immutable.
     */
    @JsonTypeName("broken-history")
    record BrokenHistory() implements Refusal {}

    /**
     * The customer has cases that are not closed, and those of a customer are erased together. Immutable.
     *
     * @param open how many
     * @param first the numbers of the first of them
     */
    @JsonTypeName("customer-has-open-cases")
    record CustomerHasOpenCases(long open, ImmutableList<CaseNumber> first) implements Refusal {}

    /**
     * The personal data of the case was erased, so nothing is added to it and nobody takes it up again. Immutable.
     *
     * @param action what was wanted
     */
    @JsonTypeName("personal-data-erased")
    record PersonalDataErased(CaseAction action) implements Refusal {}

    /**
     * The cases that belong to the major incident were not all told what it had for them, which erasing would take from
     * them. Sweeps tell them. Immutable.
     *
     * @param number the major incident
     */
    @JsonTypeName("children-not-told")
    record ChildrenNotTold(CaseNumber number) implements Refusal {}
}
