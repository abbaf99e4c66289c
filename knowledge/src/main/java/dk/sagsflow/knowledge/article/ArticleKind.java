package dk.sagsflow.knowledge.article;

/** What an article is (R24, R27). Kinds may be added in a minor release. */
public enum ArticleKind {
    /** A question that is asked often, with its answer. */
    FAQ,
    /** A problem that is analysed and not solved. */
    KNOWN_ERROR,
    /** What lessens a trouble while it is not solved. */
    WORKAROUND,
    /** How to use a system, in full. */
    MANUAL,
    /** How to use a system, on a page. */
    QUICK_GUIDE,
    /** How work is done, step by step. */
    WORKFLOW,
    /** Something that happened or will happen. */
    NEWS,
    /** How a system works at the moment. */
    OPERATIONAL_STATUS
}
