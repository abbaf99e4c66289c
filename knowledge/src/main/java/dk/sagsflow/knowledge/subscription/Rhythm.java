package dk.sagsflow.knowledge.subscription;

/** How soon somebody is told, the soonest first. Rhythms may be added in a minor release. */
public enum Rhythm {
    /** At once. */
    AT_ONCE,
    /** Together with the rest of the day. */
    DAILY,
    /** Together with the rest of the week. */
    WEEKLY
}
