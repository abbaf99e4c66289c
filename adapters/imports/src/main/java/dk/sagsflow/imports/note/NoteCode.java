package dk.sagsflow.imports.note;

/** What a note is about. Codes may be added in a minor release. */
public enum NoteCode {
    /** An organisation was made up, because exports have none. */
    ORGANISATION,
    /** A group of the model. */
    GROUP,
    /** A group whose name the export does not give. */
    GROUP_WITHOUT_NAME,
    /** A schedule became a calendar. */
    SCHEDULE,
    /** Days on which a calendar is closed. */
    HOLIDAY,
    /** Holidays that do not say whose they are. */
    HOLIDAYS_OF_THE_ONLY_SCHEDULE,
    /** Which of several schedules counts. */
    FIRST_OF_SCHEDULES,
    /** When a target is due that ends with the hours of a day. */
    CLOSING_TIME,
    /** Hours without a zone. */
    ZONE,
    /** A type of ticket is a kind of case. */
    KIND,
    /** An organisation of customers is a unit. */
    UNIT,
    /** A field of tickets became one of the organisation's own. */
    FIELD,
    /** A condition became a field of yes and no, which somebody fills in. */
    FLAG,
    /** A policy became an agreement. */
    POLICY,
    /** A policy that promises nothing. */
    POLICY_WITHOUT_TARGETS,
    /** A policy behind one that takes every ticket. */
    NEVER_APPLIES,
    /** A target was mapped. */
    TARGET,
    /** Settings that a model does not have. */
    SETTING_LEFT_OUT,
    /** First reply time. */
    ZENDESK_FIRST_REPLY,
    /** Next reply time. */
    ZENDESK_NEXT_REPLY,
    /** Requester wait time. */
    ZENDESK_REQUESTER_WAIT,
    /** Agent work time. */
    ZENDESK_AGENT_WORK,
    /** Total resolution time. */
    ZENDESK_TOTAL_RESOLUTION,
    /** Periodic update. */
    ZENDESK_PERIODIC_UPDATE,
    /** Pausable update. */
    ZENDESK_PAUSABLE_UPDATE,
    /** Group ownership time. */
    ZENDESK_GROUP_OWNERSHIP,
    /** A ticket that is solved and comes back. */
    ZENDESK_REOPENING,
    /** A ticket that gets another priority. */
    ZENDESK_PRIORITY_CHANGE
}
