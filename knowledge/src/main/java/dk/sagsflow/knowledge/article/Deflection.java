package dk.sagsflow.knowledge.article;

/**
 * How often somebody whom an article was shown had no need of a case, among those of whom anybody said what became of it.
 * Immutable.
 *
 * @param casesSpared how often nobody had to ask any more
 * @param helped how often an article helped with a case
 * @param usedInAnswers how often it was used in an answer
 * @param didNotHelp how often it did not help
 */
public record Deflection(long casesSpared, long helped, long usedInAnswers, long didNotHelp) {
    static final Deflection NOTHING = new Deflection(0, 0, 0, 0);

    /** The share of cases that were not needed, from 0 to 1; 0 if nobody said anything. */
    public double share() {
        long all = casesSpared + helped + usedInAnswers + didNotHelp;
        return all == 0 ? 0 : (double) casesSpared / all;
    }

    Deflection plus(UseOutcome outcome) {
        return switch (outcome) {
            case CASE_SPARED -> new Deflection(casesSpared + 1, helped, usedInAnswers, didNotHelp);
            case HELPED -> new Deflection(casesSpared, helped + 1, usedInAnswers, didNotHelp);
            case USED_IN_ANSWER -> new Deflection(casesSpared, helped, usedInAnswers + 1, didNotHelp);
            case DID_NOT_HELP -> new Deflection(casesSpared, helped, usedInAnswers, didNotHelp + 1);
        };
    }
}
