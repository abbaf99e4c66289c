package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;

/**
 * The agreement that nobody wrote down: of a family of clocks, which one explains the verdicts on cases best, and with
 * which limits. The limits are exact optima, so no other limits make a clock of the family explain more. Immutable.
 *
 * <pre>{@code
 * Calibration calibration = Calibration.of(ClockFamily.usual(zone), judgedCases);
 * FittedClock best = calibration.best();
 * Agreement agreement = best.toAgreement("found", "Found by calibration", new Party.OfTier(TierId.of("1st")));
 * }</pre>
 *
 * @param ranking every clock of the family with its best limits: those that explain most first, and of those that explain
 *     as many, the one listed first in the family
 */
public record Calibration(ImmutableList<FittedClock> ranking) {
    /**
     * The calibration of these cases, which are gone through once.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Calibration of(ClockFamily family, Iterable<JudgedCase> cases) {
        CalibrationBuilder builder = builder(family);
        cases.forEach(builder::add);
        return builder.build();
    }

    /** A builder that takes the cases one by one, as a log is read, and keeps only what each used by each clock. */
    public static CalibrationBuilder builder(ClockFamily family) {
        return new CalibrationBuilder(family);
    }

    /** The clock that explains most. */
    public FittedClock best() {
        return ranking.get(0);
    }
}
