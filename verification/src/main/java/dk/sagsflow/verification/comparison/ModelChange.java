package dk.sagsflow.verification.comparison;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.verification.finding.Counterexample;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a desk does otherwise under another model. Immutable.
 *
 * @param kind what it is about
 * @param what what was so and is so, in words
 * @param cases how many kinds of case it concerns; zero if it is about no cases in particular
 * @param shown one of these cases; empty if it is about none in particular
 */
public record ModelChange(Kind kind, String what, BigInteger cases, Optional<Counterexample> shown) {
    /** What a change is about. */
    public enum Kind {
        /** What priority follows from impact and urgency. */
        PRIORITY,
        /** When something is due, or whether it is. */
        DUE,
        /** What stops a clock, or what becomes of it on the way. */
        CLOCK,
        /** Who is told, and when. */
        TOLD,
        /** Where triage or an escalation leads. */
        ROUTE,
        /** Where people may hand cases over. */
        HAND_OVER,
        /** What is done about cases that wait. */
        FOLLOW_UP,
        /** What else the organisation is, and who gets cases. */
        ORGANISATION
    }

    /** Refuses null. */
    public ModelChange {
        requireNonNull(kind, "kind");
        requireNonNull(what, "what");
        requireNonNull(cases, "cases");
        requireNonNull(shown, "shown");
    }

    /** All of it in a line. */
    public String describe() {
        return kind + ": " + what
                + (cases.signum() == 0 ? "" : String.format(Locale.ROOT, " (%,d kinds of case)", cases));
    }
}
