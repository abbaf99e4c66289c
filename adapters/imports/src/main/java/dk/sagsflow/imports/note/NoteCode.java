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
    ZENDESK_PRIORITY_CHANGE,
    /** Policies that became one agreement. */
    POLICIES,
    /** A policy that is not in force. */
    INACTIVE,
    /** What a policy measures. */
    MEASURE,
    /** Policies that hold for one case together. */
    BOTH_RUN,
    /** Hours that a calendar cannot say. */
    SPAN_LEFT_OUT,
    /** What stops a clock there. */
    STOP_LEFT_OUT,
    /** What pauses a clock there. */
    PAUSE_LEFT_OUT,
    /** A condition on the state of a task. */
    NOW_STATE,
    /** A table that is no kind of case. */
    NOW_TABLE,
    /** Days of a duration. */
    NOW_DAYS,
    /** A duration that a script computes. */
    NOW_RELATIVE_DURATION,
    /** A clock that starts with the task. */
    NOW_RETROACTIVE,
    /** A clock that starts when its condition holds. */
    NOW_STARTS_ANEW,
    /** A task that is resolved and comes back. */
    NOW_REOPENING,
    /** Time to own. */
    GLPI_TIME_TO_OWN,
    /** Time to resolve. */
    GLPI_TIME_TO_RESOLVE,
    /** A level of groups. */
    GLPI_INTERNAL,
    /** Days that end with the working day. */
    GLPI_WORKING_DAYS,
    /** Days that end at the hour at which they began. */
    GLPI_HOUR_OF_THE_DAY,
    /** The calendar of a ticket. */
    GLPI_TICKET_CALENDAR,
    /** A level of escalation. */
    GLPI_LEVEL,
    /** A level of escalation that has no place. */
    GLPI_LEVEL_LEFT_OUT,
    /** What a level of escalation does. */
    GLPI_LEVEL_ACTION,
    /** Which tickets a level of escalation asks for. */
    GLPI_LEVEL_CRITERION,
    /** A ticket that is solved and comes back. */
    GLPI_REOPENING,
    /** A ticket that gets another priority. */
    GLPI_PRIORITY_CHANGE,
    /** A target that runs between two states which no measure does. */
    SM_STATES_LEFT_OUT,
    /** A target of availability. */
    SM_SERVICE_TARGET,
    /** A target that ends by a calculation. */
    SM_CALCULATION,
    /** On which schedule an interval counts. */
    SM_INTERVAL,
    /** Several targets that take one record. */
    SM_STRICTEST,
    /** A target behind a shorter one that takes every record. */
    SM_NEVER_STRICTEST,
    /** What suspends a target. */
    SM_SUSPENDED,
    /** An alert. */
    SM_ALERT,
    /** An alert that says no point of the target. */
    SM_ALERT_LEFT_OUT,
    /** A target of groups or suppliers. */
    SM_INTERNAL,
    /** A record that is resolved and comes back. */
    SM_REOPENING,
    /** A record that gets another priority. */
    SM_PRIORITY_CHANGE,
    /** A metric that measures what no measure does. */
    JIRA_METRIC_LEFT_OUT,
    /** A metric that starts again. */
    JIRA_NEW_CYCLE,
    /** A metric that does not start again. */
    JIRA_ONE_CYCLE,
    /** An issue that comes under another goal. */
    JIRA_GOAL_CHANGE
}
