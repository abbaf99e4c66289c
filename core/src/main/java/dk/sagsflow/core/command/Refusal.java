package dk.sagsflow.core.command;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AttributeDefinition;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeType;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.TierId;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a command was refused: what was wrong, where, and what would be allowed. Kinds may be added in a minor release.
 * Immutable.
 */
public sealed interface Refusal {
    /** The refusal in words, in English, without personal data of customers. */
    String describe();

    /**
     * No case has this number. Immutable.
     *
     * @param number the number
     */
    record UnknownCase(CaseNumber number) implements Refusal {
        @Override
        public String describe() {
            return "there is no case " + number;
        }
    }

    /**
     * Nobody is known by this id. Immutable.
     *
     * @param actor the id
     */
    record UnknownActor(ActorId actor) implements Refusal {
        @Override
        public String describe() {
            return "the directory knows no actor " + actor;
        }
    }

    /**
     * No customer is known by this id. Immutable.
     *
     * @param customer the id
     */
    record UnknownCustomer(CustomerId customer) implements Refusal {
        @Override
        public String describe() {
            return "the directory knows no customer " + customer;
        }
    }

    /**
     * The key names another request, which was carried out. Immutable.
     *
     * @param key the key
     * @param number the case that the other request made or changed
     */
    record KeyOfAnotherRequest(RequestKey key, CaseNumber number) implements Refusal {
        @Override
        public String describe() {
            return "request key " + key + " belongs to another request, which was carried out on case " + number
                    + "; send this one under a key of its own";
        }
    }

    /**
     * Something happened to the case since whoever asks has seen it, and the request was for the case as it was. Immutable.
     *
     * @param number the case
     * @param expected the version that was asked for
     * @param found the version that the case has
     */
    record ChangedSince(CaseNumber number, long expected, long found) implements Refusal {
        @Override
        public String describe() {
            return "case " + number + " is at version " + found + " now, and the request is for version " + expected
                    + "; look at the case again and decide anew";
        }
    }

    /**
     * Sweeps look at the case already. Immutable.
     *
     * @param number the case
     */
    record NotSetAside(CaseNumber number) implements Refusal {
        @Override
        public String describe() {
            return "case " + number + " is not set aside, so it need not be taken up; sweeps look at it";
        }
    }

    /**
     * The organisation has no such group. Immutable.
     *
     * @param group the group asked for
     * @param known the groups that there are
     */
    record UnknownGroup(GroupId group, ImmutableSet<GroupId> known) implements Refusal {
        @Override
        public String describe() {
            return "there is no group " + group + "; there are " + known;
        }
    }

    /**
     * The organisation supports no such system. Immutable.
     *
     * @param system the system asked for
     * @param known the systems that there are
     */
    record UnknownSystem(SystemId system, ImmutableSet<SystemId> known) implements Refusal {
        @Override
        public String describe() {
            return "there is no system " + system + "; there are " + known;
        }
    }

    /**
     * The organisation declares no such field. Immutable.
     *
     * @param attribute the field asked for
     * @param known the fields that there are
     */
    record UnknownAttribute(AttributeId attribute, ImmutableSet<AttributeId> known) implements Refusal {
        @Override
        public String describe() {
            return "there is no attribute " + attribute + "; there are " + known;
        }
    }

    /**
     * The value does not fit the field. Immutable.
     *
     * @param definition the field, which says what would fit
     * @param type the type of the value that was given
     */
    record ValueNotAllowed(AttributeDefinition definition, AttributeType type) implements Refusal {
        @Override
        public String describe() {
            return definition.type() == AttributeType.CHOICE
                    ? "attribute " + definition.id() + " takes one of " + definition.choices()
                    : "attribute " + definition.id() + " takes a " + definition.type() + ", not a " + type;
        }
    }

    /**
     * The actor may not do this. Immutable.
     *
     * @param actor who wanted it
     * @param action what was wanted
     * @param entitled who may do it
     */
    record NotEntitled(ActorId actor, String action, String entitled) implements Refusal {
        @Override
        public String describe() {
            return actor + " may not " + action + "; that is for " + entitled;
        }
    }

    /**
     * The case does not stand where this is possible. Immutable.
     *
     * @param action what was wanted
     * @param status where it stands
     * @param allowed where it is possible
     */
    record WrongStatus(String action, CaseStatus status, ImmutableSet<CaseStatus> allowed) implements Refusal {
        @Override
        public String describe() {
            return "cannot " + action + " while the case is " + status + "; possible while it is " + allowed;
        }
    }

    /**
     * A text that must say something is blank. Immutable.
     *
     * @param what which text
     */
    record TextMissing(String what) implements Refusal {
        @Override
        public String describe() {
            return what + " is blank; it must say something";
        }
    }

    /**
     * Customers and lower tiers come in by another group (R02, R15). Immutable.
     *
     * @param group the group asked for
     * @param tier its tier
     * @param entrance the group through which the tier is entered
     */
    record NotTheEntrance(GroupId group, TierId tier, GroupId entrance) implements Refusal {
        @Override
        public String describe() {
            return group + " is not the entrance of tier " + tier + "; hand it to " + entrance;
        }
    }

    /**
     * Cases come in at the contact tier or at a superuser below it, never past them (R02). Immutable.
     *
     * @param group the group asked for
     * @param tier its tier
     * @param contactTier the contact tier
     */
    record NotAboveContactTier(GroupId group, TierId tier, TierId contactTier) implements Refusal {
        @Override
        public String describe() {
            return "a case cannot come in at " + group + " of tier " + tier + "; customers' entrance is tier "
                    + contactTier;
        }
    }

    /**
     * The group already answers for the case; it gets it back by an answer, or without one. Immutable.
     *
     * @param group the group asked for
     * @param chain who answers for the case, nearest to the customer first
     */
    record AlreadyInChain(GroupId group, ImmutableList<GroupId> chain) implements Refusal {
        @Override
        public String describe() {
            return group + " already answers for the case (" + chain + "); answer or give back instead";
        }
    }

    /**
     * Cases are handed to the same tier or a higher one; downward there are answers. Immutable.
     *
     * @param from where the case is
     * @param to the tier asked for
     */
    record DownwardHandOver(TierId from, TierId to) implements Refusal {
        @Override
        public String describe() {
            return "cannot hand over from tier " + from + " down to tier " + to + "; answer or give back instead";
        }
    }

    /**
     * The hand-over would pass a tier by (R05, R06, R15). Immutable.
     *
     * @param from where the case is
     * @param to the tier asked for
     * @param next the tier that comes next
     */
    record TierSkipped(TierId from, TierId to, TierId next) implements Refusal {
        @Override
        public String describe() {
            return "cannot hand over from tier " + from + " straight to tier " + to + "; the next is " + next
                    + ". Only a case whose cause is BUSINESS goes straight to business specialists";
        }
    }

    /**
     * The organisation declares no way for this hand-over. Immutable.
     *
     * @param from the group that has the case
     * @param to the group that was to get it
     * @param open the groups that may get this case from there, as it stands
     */
    record WayNotDeclared(GroupId from, GroupId to, ImmutableSet<GroupId> open) implements Refusal {
        @Override
        public String describe() {
            return "no way is declared on which " + from + " hands this case over to " + to
                    + (open.isEmpty() ? "; none leads on from " + from : "; from " + from + " it may go to " + open);
        }
    }

    /**
     * No triage rule leads the case on. Immutable.
     *
     * @param at the group that has it; empty if it is answered
     */
    record NothingProposed(Optional<GroupId> at) implements Refusal {
        @Override
        public String describe() {
            return at.map(group -> "no triage rule leads the case on from " + group + "; it can be handed over by hand")
                    .orElse("nobody works on the case, so that it goes nowhere");
        }
    }

    /**
     * The group does not support the system that the case concerns. Immutable.
     *
     * @param group the group asked for
     * @param system the system
     * @param supporting the groups that do
     */
    record SystemNotSupported(GroupId group, SystemId system, ImmutableSet<GroupId> supporting) implements Refusal {
        @Override
        public String describe() {
            return group + " does not support " + system + "; these do: " + supporting;
        }
    }

    /**
     * A supplier answers business specialists only when the contact is documented on the case (R09). Immutable.
     *
     * @param supplier who wanted to answer
     * @param specialists who asked
     */
    record SupplierContactUndocumented(GroupId supplier, GroupId specialists) implements Refusal {
        @Override
        public String describe() {
            return "the contact between " + specialists + " and " + supplier
                    + " is not documented on the case; document it, then answer";
        }
    }

    /**
     * An incident that 1st level cannot place is not answered there but goes on (R12). Immutable.
     *
     * @param tier where the case is
     */
    record CauseUnplaced(TierId tier) implements Refusal {
        @Override
        public String describe() {
            return "the incident is not placed as technical, system or user error; classify it, or hand it over from tier "
                    + tier;
        }
    }

    /**
     * Only the contact tier speaks to the customer (R04). Immutable.
     *
     * @param tier where the actor works on it
     * @param contactTier the contact tier
     */
    record ContactTierSpeaks(TierId tier, TierId contactTier) implements Refusal {
        @Override
        public String describe() {
            return "tier " + tier + " does not speak to the customer; tier " + contactTier + " does";
        }
    }

    /**
     * The case ends only where one group alone answers for it. Immutable.
     *
     * @param action what was wanted
     * @param chain who answers for the case, nearest to the customer first
     */
    record OthersAnswerForIt(String action, ImmutableList<GroupId> chain) implements Refusal {
        @Override
        public String describe() {
            return "cannot " + action + " while " + chain + " answer for the case; answer or give back first";
        }
    }

    /**
     * The working group got the case from the customer. Immutable.
     *
     * @param group the working group
     */
    record NobodyToGiveBackTo(GroupId group) implements Refusal {
        @Override
        public String describe() {
            return group + " got the case from the customer, so it cannot give it back; answer, hand over or refer it";
        }
    }

    /**
     * Another tier settles whether a report is a change request (R10). Immutable.
     *
     * @param tier where the case is
     * @param settling the tier that settles it
     */
    record SettledElsewhere(TierId tier, TierId settling) implements Refusal {
        @Override
        public String describe() {
            return "tier " + tier + " does not settle what is a change request; tier " + settling + " does";
        }
    }

    /**
     * The assignee does not work in the group. Immutable.
     *
     * @param assignee who was to get the case
     * @param group the working group
     */
    record NotAMember(ActorId assignee, GroupId group) implements Refusal {
        @Override
        public String describe() {
            return assignee + " is not a member of " + group + ", which works on the case";
        }
    }

    /**
     * The case went to and fro so often that the lead of the group that has it decides where it goes. Immutable.
     *
     * @param action what was wanted
     * @param group the working group
     * @param lead who decides
     * @param moves how often it was handed over or given back since a lead decided last
     */
    record LeadDecides(String action, GroupId group, ActorId lead, int moves) implements Refusal {
        @Override
        public String describe() {
            return "cannot " + action + ": the case was handed over or given back " + moves
                    + " times, so where it goes is for " + lead + ", the lead of " + group
                    + ", who may hand it over, give it back or assign it; whoever has the answer may answer it";
        }
    }

    /**
     * A hold until a date needs the date, and every end of a hold lies ahead. Immutable.
     *
     * @param until the end asked for
     * @param now the time of the command
     */
    record UntilMissing(Optional<Instant> until, Instant now) implements Refusal {
        @Override
        public String describe() {
            return "a hold ends after " + now + ", not at "
                    + until.map(Object::toString).orElse("no time at all");
        }
    }

    /**
     * The cases cannot be related like this. Immutable.
     *
     * @param relation the relation asked for
     * @param other the other case
     * @param why what is against it
     */
    record BadRelation(CaseRelation relation, CaseNumber other, String why) implements Refusal {
        @Override
        public String describe() {
            return "cannot link as " + relation + " " + other + ": " + why;
        }
    }

    /**
     * This reason is not for this command. Immutable.
     *
     * @param reason the reason asked for
     * @param allowed the reasons that are
     */
    record ClosingReasonNotAllowed(ClosingReason reason, ImmutableSet<ClosingReason> allowed) implements Refusal {
        @Override
        public String describe() {
            return "cannot close as " + reason + " here; possible: " + allowed;
        }
    }
}
