package dk.sagsflow.core.statistics;

/**
 * What is counted. Each is counted when it occurred, however late it was reported; where it says so, with how long
 * something took, in calendar time. A figure of a period is the number of such facts in it.
 */
public enum Figure {
    /** Cases that came in; one that was brought along from elsewhere when it came in there. */
    REGISTERED,
    /** Visits that ended: a group had the case and has it no longer; with how long it had it, which may be no time. */
    VISITED,
    /** Cases that a group handed over to another, forward along the chain. */
    HANDED_OVER,
    /** Cases that a group returned without an answer. */
    GIVEN_BACK,
    /** Visits that began at a group that had had the case before, with another group in between. */
    RETURNED,
    /** Answers to customers, a reopened case again; with how long it took from the registration. */
    ANSWERED,
    /** Answers to customers without a hand-over before, the first time. */
    ANSWERED_AT_FIRST_CONTACT,
    /** Answers that did not help: cases that a group works on again. */
    REOPENED,
    /** Cases that are over; with how long they took from the registration. */
    CLOSED,
    /** Waits that ended, by what the case waited for; with how long it waited. */
    WAITED,
    /** Reports that turned out to ask for a change (R10). */
    CHANGE_REQUESTED,
    /** Cases that came to stand as they stand: with that status, at that group. */
    ENTERED,
    /** Cases that ceased to stand so. */
    LEFT,
    /** Clocks that stopped within their budget, by agreement and target; told by the agreements, not by the case alone. */
    MET,
    /** Clocks that stopped past their budget, with the service time beyond it. */
    EXCEEDED,
    /** Clocks that were put on record as past their limit, when that was, whatever held later. */
    EXCEEDED_ON_RECORD,
    /** Tiers that used service time of a clock that stopped past its budget, with how much each used. */
    USED_OF_EXCEEDED
}
