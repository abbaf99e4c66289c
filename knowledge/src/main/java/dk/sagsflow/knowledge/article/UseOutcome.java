package dk.sagsflow.knowledge.article;

/** What an article was good for when somebody used it. */
public enum UseOutcome {
    /** It helped. */
    HELPED,
    /** It did not. */
    DID_NOT_HELP,
    /** It was used in the answer to a case. */
    USED_IN_ANSWER,
    /** Who read it had no need of a case any more. */
    CASE_SPARED
}
