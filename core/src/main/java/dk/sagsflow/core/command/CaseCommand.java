package dk.sagsflow.core.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants done with a case that exists; see {@link Registration} for one that does not. Decided by {@link
 * CaseDecisions}. Kinds may be added in a minor release: hosts that must cover all of them implement {@link Visitor}.
 * What sweeps put on record is no command. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
public sealed interface CaseCommand {
    /** What is wanted, without its details. */
    CaseAction action();

    /** Hands this command to the method of the visitor for its kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Covers every kind of command; a kind that is added breaks the compilation of every implementation, on purpose. {@link
     * DefaultCommandVisitor} is for whoever is concerned with some kinds alone.
     *
     * @param <R> what the visitor gives for a command
     */
    interface Visitor<R> {
        /** Takes the case on for the working group. */
        R accept(Accept command);

        /** Gives the case to a member of the working group. */
        R assign(Assign command);

        /** Asks another group for an answer (functional escalation). */
        R handOver(HandOver command);

        /** Answers whoever handed the case over: the group before in the chain, or, from its only link, the customer (R04). */
        R answer(Answer command);

        /** Returns the case without an answer. */
        R giveBack(GiveBack command);

        /** Puts the case on hold. */
        R pause(Pause command);

        /** Ends the hold. */
        R resume(Resume command);

        /** Places the case. */
        R classify(Classify command);

        /** Judges impact and urgency, from which the priority follows. */
        R prioritise(Prioritise command);

        /** Fills in a field that the organisation declares, or clears it. */
        R setAttribute(SetAttribute command);

        /** Writes something on the case. */
        R addNote(AddNote command);

        /** Writes down what was said with a supplier (R09). */
        R documentSupplierContact(DocumentSupplierContact command);

        /** Tells somebody who answers for more than the case that it needs attention (ITIL: hierarchical escalation). */
        R escalate(Escalate command);

        /** Tells a way around the trouble. */
        R provideWorkaround(ProvideWorkaround command);

        /** Settles that the report asks for a change (R10). */
        R convertToChange(ConvertToChange command);

        /** Ends the case by guiding the customer to somebody outside the organisation (R11). */
        R refer(Refer command);

        /** Names an article that was used. */
        R linkKnowledge(LinkKnowledge command);

        /** Says what the case is called in another system. */
        R addReference(AddReference command);

        /** Lets somebody have copies of what others are told. */
        R addWatcher(AddWatcher command);

        /** Lets somebody have no more copies. */
        R removeWatcher(RemoveWatcher command);

        /** Relates the case to another. */
        R linkCase(LinkCase command);

        /** Undoes a link. */
        R unlinkCase(UnlinkCase command);

        /** Takes the case up again at the contact tier. */
        R reopen(Reopen command);

        /** The customer is content. */
        R confirm(Confirm command);

        /** Ends the case. */
        R close(Close command);

        /** Lets sweeps look at a case again that they have set aside. */
        R takeUp(TakeUp command);

        /** Removes names and free text of a closed case. */
        R erasePersonalData(ErasePersonalData command);
    }

    /**
     * Takes the case on for the working group. Immutable.
     */
    @JsonTypeName("accept")
    record Accept() implements CaseCommand {
        @Override
        public CaseAction action() {
            return CaseAction.ACCEPT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accept(this);
        }
    }

    /**
     * Gives the case to a member of the working group. Immutable.
     *
     * @param assignee who is to work on it
     */
    @JsonTypeName("assign")
    record Assign(ActorId assignee) implements CaseCommand {
        public Assign {
            requireNonNull(assignee, "assignee");
        }

        @Override
        public CaseAction action() {
            return CaseAction.ASSIGN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /**
     * Asks another group for an answer (functional escalation); the working group goes on answering for the case. Immutable.
     *
     * @param to the group that is asked
     * @param reason why
     */
    @JsonTypeName("hand-over")
    record HandOver(GroupId to, String reason) implements CaseCommand {
        public HandOver {
            requireNonNull(to, "to");
            Bounds.text("reason", reason);
        }

        @Override
        public CaseAction action() {
            return CaseAction.HAND_OVER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handOver(this);
        }
    }

    /**
     * Answers whoever handed the case over: the group before in the chain, or, from its only link, the customer (R04). Immutable.
     *
     * @param answer the answer
     */
    @JsonTypeName("answer")
    record Answer(String answer) implements CaseCommand {
        public Answer {
            Bounds.text("answer", answer);
        }

        @Override
        public CaseAction action() {
            return CaseAction.ANSWER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answer(this);
        }
    }

    /**
     * Returns the case without an answer. Immutable.
     *
     * @param reason why
     * @param explanation in words
     */
    @JsonTypeName("give-back")
    record GiveBack(GiveBackReason reason, String explanation) implements CaseCommand {
        public GiveBack {
            requireNonNull(reason, "reason");
            Bounds.text("explanation", explanation);
        }

        @Override
        public CaseAction action() {
            return CaseAction.GIVE_BACK;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.giveBack(this);
        }
    }

    /**
     * Puts the case on hold. Immutable.
     *
     * @param waitingFor for whom or what
     * @param until when it goes on by itself; required for {@link WaitingFor#DATE}
     * @param note in words; the customer reads it if the case waits for the customer
     */
    @JsonTypeName("pause")
    record Pause(WaitingFor waitingFor, Optional<Instant> until, String note) implements CaseCommand {
        public Pause {
            requireNonNull(waitingFor, "waitingFor");
            requireNonNull(until, "until").ifPresent(end -> Bounds.instant("end of a hold", end));
            Bounds.text("note", note);
        }

        @Override
        public CaseAction action() {
            return CaseAction.PAUSE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pause(this);
        }
    }

    /**
     * Ends the hold. Immutable.
     */
    @JsonTypeName("resume")
    record Resume() implements CaseCommand {
        @Override
        public CaseAction action() {
            return CaseAction.RESUME;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resume(this);
        }
    }

    /**
     * Places the case. Immutable.
     *
     * @param kind what kind of record it is
     * @param system the system that it concerns
     * @param category the category within the system
     * @param cause where it comes from
     */
    @JsonTypeName("classify")
    record Classify(CaseKind kind, Optional<SystemId> system, Optional<String> category, Cause cause)
            implements CaseCommand {
        public Classify {
            requireNonNull(kind, "kind");
            requireNonNull(system, "system");
            requireNonNull(category, "category").ifPresent(told -> Bounds.line("category", told));
            requireNonNull(cause, "cause");
        }

        @Override
        public CaseAction action() {
            return CaseAction.CLASSIFY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.classify(this);
        }
    }

    /**
     * Judges impact and urgency, from which the priority follows. Immutable.
     *
     * @param impact how much is touched
     * @param urgency how soon it must be put right
     */
    @JsonTypeName("prioritise")
    record Prioritise(Impact impact, Urgency urgency) implements CaseCommand {
        public Prioritise {
            requireNonNull(impact, "impact");
            requireNonNull(urgency, "urgency");
        }

        @Override
        public CaseAction action() {
            return CaseAction.PRIORITISE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prioritise(this);
        }
    }

    /**
     * Fills in a field that the organisation declares, or clears it. Immutable.
     *
     * @param attribute the field
     * @param value what is to stand in it; empty to clear it
     */
    @JsonTypeName("set-attribute")
    record SetAttribute(AttributeId attribute, Optional<AttributeValue> value) implements CaseCommand {
        public SetAttribute {
            requireNonNull(attribute, "attribute");
            requireNonNull(value, "value");
        }

        @Override
        public CaseAction action() {
            return CaseAction.SET_ATTRIBUTE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setAttribute(this);
        }
    }

    /**
     * Writes something on the case. Immutable.
     *
     * @param visibility who may read it, and see what comes with it
     * @param text the note
     * @param attachments the files that come with it, whose contents are with the desk
     */
    @JsonTypeName("add-note")
    record AddNote(
            Visibility visibility,
            String text,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<Attachment> attachments)
            implements CaseCommand {
        public AddNote {
            requireNonNull(visibility, "visibility");
            Bounds.text("text", text);
            attachments = List.copyOf(requireNonNull(attachments, "attachments"));
        }

        /** A note that nothing comes with. */
        public AddNote(Visibility visibility, String text) {
            this(visibility, text, List.of());
        }

        @Override
        public CaseAction action() {
            return CaseAction.ADD_NOTE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addNote(this);
        }
    }

    /**
     * Writes down what was said with a supplier (R09). Immutable.
     *
     * @param supplier the supplier
     * @param summary what was said
     */
    @JsonTypeName("document-supplier-contact")
    record DocumentSupplierContact(GroupId supplier, String summary) implements CaseCommand {
        public DocumentSupplierContact {
            requireNonNull(supplier, "supplier");
            Bounds.text("summary", summary);
        }

        @Override
        public CaseAction action() {
            return CaseAction.DOCUMENT_SUPPLIER_CONTACT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.documentSupplierContact(this);
        }
    }

    /**
     * Tells somebody who answers for more than the case that it needs attention (ITIL: hierarchical escalation); who works
     * on it stays the same. Immutable.
     *
     * @param to who is told
     * @param reason why
     */
    @JsonTypeName("escalate")
    record Escalate(ActorId to, String reason) implements CaseCommand {
        public Escalate {
            requireNonNull(to, "to");
            Bounds.text("reason", reason);
        }

        @Override
        public CaseAction action() {
            return CaseAction.ESCALATE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.escalate(this);
        }
    }

    /**
     * Tells a way around the trouble. From the contact tier it reaches the customer, and of a major incident every child case, by the next sweeps. Immutable.
     *
     * @param workaround what to do
     */
    @JsonTypeName("provide-workaround")
    record ProvideWorkaround(String workaround) implements CaseCommand {
        public ProvideWorkaround {
            Bounds.text("workaround", workaround);
        }

        @Override
        public CaseAction action() {
            return CaseAction.PROVIDE_WORKAROUND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.provideWorkaround(this);
        }
    }

    /**
     * Settles that the report asks for a change (R10). Immutable.
     *
     * @param changeKind what kind of change
     * @param reference where the change is recorded
     */
    @JsonTypeName("convert-to-change")
    record ConvertToChange(ChangeKind changeKind, String reference) implements CaseCommand {
        public ConvertToChange {
            requireNonNull(changeKind, "changeKind");
            Bounds.line("reference", reference);
        }

        @Override
        public CaseAction action() {
            return CaseAction.CONVERT_TO_CHANGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convertToChange(this);
        }
    }

    /**
     * Ends the case by guiding the customer to somebody outside the organisation (R11). Immutable.
     *
     * @param outsideUnit to whom
     * @param guidance what the customer was told
     */
    @JsonTypeName("refer")
    record Refer(String outsideUnit, String guidance) implements CaseCommand {
        public Refer {
            Bounds.line("outsideUnit", outsideUnit);
            Bounds.text("guidance", guidance);
        }

        @Override
        public CaseAction action() {
            return CaseAction.REFER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refer(this);
        }
    }

    /**
     * Names an article that was used. Immutable.
     *
     * @param article the article
     */
    @JsonTypeName("link-knowledge")
    record LinkKnowledge(String article) implements CaseCommand {
        public LinkKnowledge {
            Bounds.line("article", article);
        }

        @Override
        public CaseAction action() {
            return CaseAction.LINK_KNOWLEDGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linkKnowledge(this);
        }
    }

    /**
     * Says what the case is called in another system. Immutable.
     *
     * @param reference what it is called there
     */
    @JsonTypeName("add-reference")
    record AddReference(Reference reference) implements CaseCommand {
        public AddReference {
            requireNonNull(reference, "reference");
        }

        @Override
        public CaseAction action() {
            return CaseAction.ADD_REFERENCE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addReference(this);
        }
    }

    /**
     * Lets somebody have copies of what others are told of the case. Immutable.
     *
     * @param watcher who, and of what
     */
    @JsonTypeName("add-watcher")
    record AddWatcher(Watcher watcher) implements CaseCommand {
        public AddWatcher {
            requireNonNull(watcher, "watcher");
        }

        @Override
        public CaseAction action() {
            return CaseAction.ADD_WATCHER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addWatcher(this);
        }
    }

    /**
     * Lets somebody have no more copies of what others are told of the case. Immutable.
     *
     * @param watcher who, and of what
     */
    @JsonTypeName("remove-watcher")
    record RemoveWatcher(Watcher watcher) implements CaseCommand {
        public RemoveWatcher {
            requireNonNull(watcher, "watcher");
        }

        @Override
        public CaseAction action() {
            return CaseAction.REMOVE_WATCHER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeWatcher(this);
        }
    }

    /**
     * Relates the case to another. Immutable.
     *
     * @param relation how
     * @param other the other case
     */
    @JsonTypeName("link-case")
    record LinkCase(CaseRelation relation, CaseNumber other) implements CaseCommand {
        public LinkCase {
            requireNonNull(relation, "relation");
            requireNonNull(other, "other");
        }

        @Override
        public CaseAction action() {
            return CaseAction.LINK_CASE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.linkCase(this);
        }
    }

    /**
     * Undoes a link to another case. A case that was closed as a duplicate of it is worked on again. Immutable.
     *
     * @param relation how they are related
     * @param other the other case
     */
    @JsonTypeName("unlink-case")
    record UnlinkCase(CaseRelation relation, CaseNumber other) implements CaseCommand {
        public UnlinkCase {
            requireNonNull(relation, "relation");
            requireNonNull(other, "other");
        }

        @Override
        public CaseAction action() {
            return CaseAction.UNLINK_CASE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unlinkCase(this);
        }
    }

    /**
     * Takes the case up again at the contact tier. Immutable.
     *
     * @param reason why; the customer reads it
     */
    @JsonTypeName("reopen")
    record Reopen(String reason) implements CaseCommand {
        public Reopen {
            Bounds.text("reason", reason);
        }

        @Override
        public CaseAction action() {
            return CaseAction.REOPEN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reopen(this);
        }
    }

    /**
     * The customer is content; the case is closed. Immutable.
     */
    @JsonTypeName("confirm")
    record Confirm() implements CaseCommand {
        @Override
        public CaseAction action() {
            return CaseAction.CONFIRM;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.confirm(this);
        }
    }

    /**
     * Ends the case. Immutable.
     *
     * @param reason why; {@link ClosingReason#REFERRED} and {@link ClosingReason#CONFIRMED} have commands of their own
     * @param remark in words; the customer reads it
     */
    @JsonTypeName("close")
    record Close(ClosingReason reason, String remark) implements CaseCommand {
        public Close {
            requireNonNull(reason, "reason");
            Bounds.text("remark", remark);
        }

        @Override
        public CaseAction action() {
            return CaseAction.CLOSE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }
    }

    /**
     * Lets sweeps look at a case again that they have set aside. Immutable.
     */
    @JsonTypeName("take-up")
    record TakeUp() implements CaseCommand {
        @Override
        public CaseAction action() {
            return CaseAction.TAKE_UP;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.takeUp(this);
        }
    }

    /**
     * Removes names and free text of a closed case. Immutable.
     */
    @JsonTypeName("erase-personal-data")
    record ErasePersonalData() implements CaseCommand {
        @Override
        public CaseAction action() {
            return CaseAction.ERASE_PERSONAL_DATA;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.erasePersonalData(this);
        }
    }
}
