package dk.sagsflow.knowledge.editing;

/** What takes a right. Acts may be added in a minor release. */
public enum EditorialAct {
    /** Write a draft. */
    DRAFT,
    /** Change what somebody else wrote. */
    REVISE,
    /** Let others read it, or send it back to whoever wrote it. */
    PUBLISH,
    /** Take it out of use, or say that it still holds. */
    RETIRE,
    /** Let others in to publish, and shut them out. */
    GIVE_RIGHTS,
    /** Arrange the topics. */
    ARRANGE,
    /** Hide what somebody wrote in the forum, close threads, and the other way round. */
    MODERATE,
    /** See what editors see: what is stale, what helps nobody, what is searched for and not found. */
    OVERSEE,
    /** Forget a person. */
    FORGET
}
