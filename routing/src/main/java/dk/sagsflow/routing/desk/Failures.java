package dk.sagsflow.routing.desk;

/** Failures as short lines for people, without personal identification numbers. */
final class Failures {
    private static final int LONGEST = 500;

    private Failures() {}

    static String describe(Throwable failure) {
        return shortened(failure.toString());
    }

    static String shortened(String words) {
        String masked = PersonalNumbers.masked(words).strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }
}
