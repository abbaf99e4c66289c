package dk.sagsflow.verification.proof;

import dk.sagsflow.verification.finding.Counterexample;

/** What comes of holding a law against a model. Immutable. */
public sealed interface Proof {
    /** It holds for every case and every start in the year. */
    record Kept() implements Proof {}

    /**
     * It does not hold.
     *
     * @param shown a case that shows it
     * @param how what happens to it, in words
     */
    record Broken(Counterexample shown, String how) implements Proof {}

    /** There is no case that it is about. */
    record AboutNothing() implements Proof {}

    /**
     * It cannot be proved; it held for every case that was drawn.
     *
     * @param why in words
     * @param drawn how many cases were drawn
     */
    record Sampled(String why, int drawn) implements Proof {}
}
