package dk.sagsflow.knowledge.article;

/** How far an article has come. */
public enum ArticleStatus {
    /** Somebody writes it, or writes it anew; what was published before can still be read. */
    DRAFT,
    /** It waits for somebody who may publish it. */
    REVIEW,
    /** It can be read by its audience. */
    PUBLISHED,
    /** It is out of use, and only editors see it. */
    RETIRED
}
