package dk.sagsflow.verification.script;

import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import java.util.Optional;

/** What is said about something that happens, beside what it is. */
public enum Detail {
    /** The group that is asked. */
    GROUP("to", Sort.GROUP),
    /** The person who gets the case, or is told. */
    PERSON("to", Sort.PERSON),
    /** The unit outside that sees to it. */
    UNIT_OUTSIDE("to", Sort.TEXT),
    /** Whom the case waits for. */
    WAITING("for", WaitingFor.class),
    /** Until when it waits. */
    UNTIL("until", Sort.TIME),
    /** Why, in words. */
    REASON("because", Sort.TEXT),
    /** Why a case is given back. */
    GIVE_BACK_REASON("as", GiveBackReason.class),
    /** Why a case ends. */
    CLOSING_REASON("as", ClosingReason.class),
    /** What kind of change it becomes. */
    CHANGE("as", ChangeKind.class),
    /** What is said or written. */
    TEXT("text", Sort.TEXT),
    /** The name elsewhere. */
    REFERENCE("reference", Sort.TEXT),
    /** The supplier who was asked. */
    SUPPLIER("supplier", Sort.GROUP),
    /** The kind of record. */
    KIND("kind", CaseKind.class),
    /** The system. */
    SYSTEM("system", Sort.SYSTEM),
    /** The category within the system. */
    CATEGORY("category", Sort.TEXT),
    /** Where it comes from. */
    CAUSE("cause", Cause.class),
    /** How much is touched. */
    IMPACT("impact", Impact.class),
    /** How soon it must be put right. */
    URGENCY("urgency", Urgency.class),
    /** The priority; impact and urgency are the first of the matrix that give it. */
    PRIORITY("priority", Priority.class),
    /** The field of the organisation's own. */
    ATTRIBUTE("attribute", Sort.ATTRIBUTE),
    /** What stands in it. */
    VALUE("value", Sort.TEXT);

    /** What sort of word a detail is. */
    public enum Sort {
        /** Any text. */
        TEXT,
        /** A local time, or one with an offset. */
        TIME,
        /** The id of a group of the model. */
        GROUP,
        /** The id of somebody in {@code people.json}, of a group, or {@code customer}. */
        PERSON,
        /** The id of a system of the model. */
        SYSTEM,
        /** The id of an attribute of the model. */
        ATTRIBUTE,
        /** One of the constants of a type. */
        CONSTANT
    }

    private final String word;
    private final Sort sort;
    private final Optional<Class<? extends Enum<?>>> constants;

    Detail(String word, Sort sort) {
        this.word = word;
        this.sort = sort;
        this.constants = Optional.empty();
    }

    Detail(String word, Class<? extends Enum<?>> constants) {
        this.word = word;
        this.sort = Sort.CONSTANT;
        this.constants = Optional.of(constants);
    }

    /** The member in JSON, and the preposition or column in Markdown. */
    public String word() {
        return word;
    }

    /** What sort of word it is. */
    public Sort sort() {
        return sort;
    }

    /** The type of whose constants it is one; empty for other sorts. */
    public Optional<Class<? extends Enum<?>>> constants() {
        return constants;
    }
}
