package dk.sagsflow.core.command;

import java.time.Instant;

/**
 * What is worth saying about a command that was carried out otherwise than asked. Kinds may be added in a minor release.
 * Immutable.
 */
public sealed interface Remark {
    /** In words, in English, without a full stop. */
    String describe();

    /**
     * The clock of the desk is behind what is on record, which another desk wrote, so the case got the later time.
     *
     * @param asked the time by the desk's clock
     * @param given the time that it got
     */
    record ClockBehind(Instant asked, Instant given) implements Remark {
        @Override
        public String describe() {
            return "recorded at " + given + ", when the case changed last, instead of " + asked
                    + ", because the clock of this desk is behind";
        }
    }
}
