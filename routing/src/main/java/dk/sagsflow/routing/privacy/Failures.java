package dk.sagsflow.routing.privacy;

/** Failures as short lines for people, without personal identification numbers. */
public final class Failures {
    private static final int LONGEST = 500;

    private Failures() {}

    /** What this failure says. */
    public static String describe(Throwable failure) {
        return shortened(failure.toString());
    }

    /** The beginning of these words. */
    public static String shortened(String words) {
        String masked = PersonalNumbers.masked(words).strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }
}
