package dk.sagsflow.knowledge.article;

/**
 * How often an article was opened, and what it was good for. Immutable.
 *
 * @param views how often it was opened
 * @param helped how often it helped
 * @param didNotHelp how often it did not
 * @param usedInAnswers how often it was used in an answer
 * @param casesSpared how often nobody had to ask any more
 */
public record ArticleTally(long views, long helped, long didNotHelp, long usedInAnswers, long casesSpared) {
    static final ArticleTally NOTHING = new ArticleTally(0, 0, 0, 0, 0);

    /** How often it was good for something. */
    public long good() {
        return helped + usedInAnswers + casesSpared;
    }

    ArticleTally viewed() {
        return new ArticleTally(views + 1, helped, didNotHelp, usedInAnswers, casesSpared);
    }

    ArticleTally used(UseOutcome outcome) {
        return switch (outcome) {
            case HELPED -> new ArticleTally(views, helped + 1, didNotHelp, usedInAnswers, casesSpared);
            case DID_NOT_HELP -> new ArticleTally(views, helped, didNotHelp + 1, usedInAnswers, casesSpared);
            case USED_IN_ANSWER -> new ArticleTally(views, helped, didNotHelp, usedInAnswers + 1, casesSpared);
            case CASE_SPARED -> new ArticleTally(views, helped, didNotHelp, usedInAnswers, casesSpared + 1);
        };
    }
}
