package dk.sagsflow.core.command;

/** A text that must say something. Constants may be added. */
public enum RequiredText {
    /** What a case is about, in a line. */
    SUBJECT,
    /** Why a case is handed over. */
    HAND_OVER_REASON,
    /** An answer. */
    ANSWER,
    /** Why a case is given back, in words. */
    EXPLANATION,
    /** A note. */
    NOTE,
    /** What was said with a supplier. */
    CONTACT_SUMMARY,
    /** Why a case needs attention. */
    ESCALATION_REASON,
    /** A way around the trouble. */
    WORKAROUND,
    /** The article that was used. */
    ARTICLE,
    /** Where a change is recorded. */
    CHANGE_REFERENCE,
    /** To whom outside the organisation the customer was guided. */
    OUTSIDE_UNIT,
    /** Why a case is reopened. */
    REOPENING_REASON
}
