package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseRelation;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.cases.ChangeKind;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.AttributeId;
import dk.sagsflow.core.organisation.AttributeValue;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.SystemId;
import dk.sagsflow.core.organisation.Urgency;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants done with a case that exists; see {@link Registration} for one that does not. Decided by {@link
 * CaseDecisions}. Kinds may be added in a minor release. Immutable.
 */
public sealed interface CaseCommand {
    /**
     * Takes the case on for the working group. Immutable.
     */
    record Accept() implements CaseCommand {}

    /**
     * Gives the case to a member of the working group. Immutable.
     *
     * @param assignee who is to work on it
     */
    record Assign(ActorId assignee) implements CaseCommand {
        public Assign {
            requireNonNull(assignee, "assignee");
        }
    }

    /**
     * Asks another group for an answer (functional escalation); the working group goes on answering for the case. Immutable.
     *
     * @param to the group that is asked
     * @param reason why
     */
    record HandOver(GroupId to, String reason) implements CaseCommand {
        public HandOver {
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Answers whoever handed the case over: the group before in the chain, or, from its only link, the customer (R04). Immutable.
     *
     * @param answer the answer
     */
    record Answer(String answer) implements CaseCommand {
        public Answer {
            requireNonNull(answer, "answer");
        }
    }

    /**
     * Returns the case without an answer. Immutable.
     *
     * @param reason why
     * @param explanation in words
     */
    record GiveBack(GiveBackReason reason, String explanation) implements CaseCommand {
        public GiveBack {
            requireNonNull(reason, "reason");
            requireNonNull(explanation, "explanation");
        }
    }

    /**
     * Puts the case on hold. Immutable.
     *
     * @param waitingFor for whom or what
     * @param until when it goes on by itself; required for {@link WaitingFor#DATE}
     * @param note in words
     */
    record Pause(WaitingFor waitingFor, Optional<Instant> until, String note) implements CaseCommand {
        public Pause {
            requireNonNull(waitingFor, "waitingFor");
            requireNonNull(until, "until");
            requireNonNull(note, "note");
        }
    }

    /**
     * Ends the hold. Immutable.
     */
    record Resume() implements CaseCommand {}

    /**
     * Places the case. Immutable.
     *
     * @param kind what kind of record it is
     * @param system the system that it concerns
     * @param category the category within the system
     * @param cause where it comes from
     */
    record Classify(CaseKind kind, Optional<SystemId> system, Optional<String> category, Cause cause)
            implements CaseCommand {
        public Classify {
            requireNonNull(kind, "kind");
            requireNonNull(system, "system");
            requireNonNull(category, "category");
            requireNonNull(cause, "cause");
        }
    }

    /**
     * Judges impact and urgency, from which the priority follows. Immutable.
     *
     * @param impact how much is touched
     * @param urgency how soon it must be put right
     */
    record Prioritise(Impact impact, Urgency urgency) implements CaseCommand {
        public Prioritise {
            requireNonNull(impact, "impact");
            requireNonNull(urgency, "urgency");
        }
    }

    /**
     * Fills in a field that the organisation declares, or clears it. Immutable.
     *
     * @param attribute the field
     * @param value what is to stand in it; empty to clear it
     */
    record SetAttribute(AttributeId attribute, Optional<AttributeValue> value) implements CaseCommand {
        public SetAttribute {
            requireNonNull(attribute, "attribute");
            requireNonNull(value, "value");
        }
    }

    /**
     * Writes something on the case. Immutable.
     *
     * @param visibility who may read it
     * @param text the note
     */
    record AddNote(Visibility visibility, String text) implements CaseCommand {
        public AddNote {
            requireNonNull(visibility, "visibility");
            requireNonNull(text, "text");
        }
    }

    /**
     * Writes down what was said with a supplier (R09). Immutable.
     *
     * @param supplier the supplier
     * @param summary what was said
     */
    record DocumentSupplierContact(GroupId supplier, String summary) implements CaseCommand {
        public DocumentSupplierContact {
            requireNonNull(supplier, "supplier");
            requireNonNull(summary, "summary");
        }
    }

    /**
     * Tells somebody who answers for more than the case that it needs attention (ITIL: hierarchical escalation); who works
     * on it stays the same. Immutable.
     *
     * @param to who is told
     * @param reason why
     */
    record Escalate(ActorId to, String reason) implements CaseCommand {
        public Escalate {
            requireNonNull(to, "to");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Tells a way around the trouble. From the contact tier it reaches the customer, and of a major incident every child case. Immutable.
     *
     * @param workaround what to do
     */
    record ProvideWorkaround(String workaround) implements CaseCommand {
        public ProvideWorkaround {
            requireNonNull(workaround, "workaround");
        }
    }

    /**
     * Settles that the report asks for a change (R10). Immutable.
     *
     * @param changeKind what kind of change
     * @param reference where the change is recorded
     */
    record ConvertToChange(ChangeKind changeKind, String reference) implements CaseCommand {
        public ConvertToChange {
            requireNonNull(changeKind, "changeKind");
            requireNonNull(reference, "reference");
        }
    }

    /**
     * Ends the case by guiding the customer to somebody outside the organisation (R11). Immutable.
     *
     * @param outsideUnit to whom
     * @param guidance what the customer was told
     */
    record Refer(String outsideUnit, String guidance) implements CaseCommand {
        public Refer {
            requireNonNull(outsideUnit, "outsideUnit");
            requireNonNull(guidance, "guidance");
        }
    }

    /**
     * Names an article that was used. Immutable.
     *
     * @param article the article
     */
    record LinkKnowledge(String article) implements CaseCommand {
        public LinkKnowledge {
            requireNonNull(article, "article");
        }
    }

    /**
     * Relates the case to another. Immutable.
     *
     * @param relation how; {@link CaseRelation#PARENT_OF} follows by itself on the other case
     * @param other the other case
     */
    record LinkCase(CaseRelation relation, CaseNumber other) implements CaseCommand {
        public LinkCase {
            requireNonNull(relation, "relation");
            requireNonNull(other, "other");
        }
    }

    /**
     * Takes the case up again at the contact tier. Immutable.
     *
     * @param reason why
     */
    record Reopen(String reason) implements CaseCommand {
        public Reopen {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The customer is content; the case is closed. Immutable.
     */
    record Confirm() implements CaseCommand {}

    /**
     * Ends the case. Immutable.
     *
     * @param reason why; {@link ClosingReason#REFERRED} and {@link ClosingReason#CONFIRMED} have commands of their own
     * @param remark in words
     */
    record Close(ClosingReason reason, String remark) implements CaseCommand {
        public Close {
            requireNonNull(reason, "reason");
            requireNonNull(remark, "remark");
        }
    }

    /**
     * Puts on record that a clock went past a threshold (R17); issued by sweeps, whatever the case has become since.
     * Immutable.
     *
     * @param passed what was passed, and when
     */
    record RecordThreshold(PassedThreshold passed) implements CaseCommand {
        public RecordThreshold {
            requireNonNull(passed, "passed");
        }
    }

    /**
     * Puts on record that a follow-up rule came due (R14, R20); issued by sweeps. Immutable.
     *
     * @param followUp which rule, when it came due, and who is told
     */
    record RecordFollowUp(FollowUp followUp) implements CaseCommand {
        public RecordFollowUp {
            requireNonNull(followUp, "followUp");
        }
    }

    /**
     * Puts on record that a sweep could not handle the case, which leaves it alone from then on; issued by sweeps, whatever
     * the case has become. Immutable.
     *
     * @param reason what went wrong
     */
    record SetAside(String reason) implements CaseCommand {
        public SetAside {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Lets sweeps look at a case again that they have set aside. Immutable.
     */
    record TakeUp() implements CaseCommand {}

    /**
     * Removes names and free text of a closed case. Immutable.
     */
    record ErasePersonalData() implements CaseCommand {}
}
