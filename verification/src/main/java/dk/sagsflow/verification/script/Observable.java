package dk.sagsflow.verification.script;

/** What can be expected in a scenario. */
public enum Observable {
    /** When the clock is due; {@code none} if never. */
    DUE("due", Sort.TIME, true),
    /** The service time that it has used. */
    USED("used", Sort.DURATION, true),
    /** The service time that is left; negative once exceeded. */
    LEFT("left", Sort.DURATION, true),
    /** What the clock does: {@code RUNNING}, {@code CLOSED}, {@code PAUSED} and so on; {@code NONE} if there is no such clock. */
    STATE("state", Sort.WORD, true),
    /** Which target holds: {@code agreement/target}. */
    TARGET("target", Sort.WORD, true),
    /** Under which version of the agreement. */
    VERSION("version", Sort.WORD, true),
    /** Where the case stands. */
    STATUS("status", Sort.WORD, false),
    /** The group that works on it; {@code none} if nobody does. */
    WITH("with", Sort.WORD, false),
    /** The tier of that group. */
    TIER("tier", Sort.WORD, false),
    /** Its priority. */
    PRIORITY("priority", Sort.WORD, false),
    /** Who of the group has it. */
    ASSIGNEE("assignee", Sort.WORD, false),
    /** Whom it waits for. */
    WAITS_FOR("waitsFor", Sort.WORD, false),
    /** The groups that answer for it, from the one that answers the customer. */
    ANSWERS("answers", Sort.SEQUENCE, false),
    /** The rule of triage that leads it on; {@code none} if it stays. */
    RULE("rule", Sort.WORD, false),
    /** The group to which that rule leads. */
    LEADS_TO("leadsTo", Sort.WORD, false),
    /** These were told since what happened last, among others: {@code bit: TIME_LIMIT_EXCEEDED}. */
    TOLD("told", Sort.AMONG, false),
    /** These were told since what happened last, and nobody else. */
    TOLD_ONLY("toldOnly", Sort.SET, false),
    /** What the desk did by itself since what happened last, in order. */
    SWEEP("sweep", Sort.SEQUENCE, false),
    /** The thresholds passed so far, in order: {@code customers/resolution 50%}. */
    PASSED("passed", Sort.SEQUENCE, false);

    /** How what is expected is written and compared. */
    public enum Sort {
        /** A time. */
        TIME,
        /** An amount of service time. */
        DURATION,
        /** A word. */
        WORD,
        /** Words in this order. */
        SEQUENCE,
        /** Words in any order. */
        SET,
        /** Words that are among those found. */
        AMONG
    }

    private final String word;
    private final Sort sort;
    private final boolean ofClock;

    Observable(String word, Sort sort, boolean ofClock) {
        this.word = word;
        this.sort = sort;
        this.ofClock = ofClock;
    }

    /** The member in JSON; in Markdown the column, with a space before each capital. */
    public String word() {
        return word;
    }

    /** How it is written and compared. */
    public Sort sort() {
        return sort;
    }

    /** Whether it is a fact about a clock, which must be named. */
    public boolean ofClock() {
        return ofClock;
    }

    /** Whether it is written as a list. */
    public boolean several() {
        return sort == Sort.SEQUENCE || sort == Sort.SET || sort == Sort.AMONG;
    }
}
