package dk.sagsflow.core.command;

/** What is against a change of who watches a case. Constants may be added. */
public enum WatcherObstacle {
    /** Who is to be added watches it already. */
    WATCHES_ALREADY,
    /** Who is to be removed does not watch it. */
    NOT_WATCHING,
    /** Who is to be added may not see the case, or not what groups are told of it. */
    MAY_NOT_SEE,
    /** Who is to be added has no mail address in the directory. */
    NO_ADDRESS,
    /** As many watch it as may. */
    TOO_MANY
}
