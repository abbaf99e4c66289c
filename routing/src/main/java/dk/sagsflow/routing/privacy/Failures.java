package dk.sagsflow.routing.privacy;

import dk.sagsflow.core.privacy.PersonalNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Failures for people, without personal identification numbers, and for logs, without a word of what a failure says: that
 * may be an address, a name or a text.
 */
public final class Failures {
    private static final int LONGEST = 500;
    private static final int DEEPEST = 8;

    private Failures() {}

    /** What this failure says, for those who run the desk. */
    public static String describe(Throwable failure) {
        return shortened(failure.toString());
    }

    /** The beginning of these words. */
    public static String shortened(String words) {
        String masked = PersonalNumbers.masked(words).strip();
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }

    /** What may stand in a log of this failure: the kinds of it and of its causes, and where they were thrown. */
    public static Throwable trace(Throwable failure) {
        return traced(failure, DEEPEST);
    }

    private static Throwable traced(Throwable failure, int depth) {
        @Nullable Throwable cause = failure.getCause();
        Trace trace =
                new Trace(failure.getClass().getName(), cause == null || depth == 1 ? null : traced(cause, depth - 1));
        trace.setStackTrace(failure.getStackTrace());
        return trace;
    }

    /** Its kind alone stands before the trace, so that it reads as the failure does. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class Trace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Trace(String kind, @Nullable Throwable cause) {
            super(kind, cause);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
