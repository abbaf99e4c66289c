package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dk.sagsflow.core.classification.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * The limit of a priority, or of a type, that explains most of its verdicts. Immutable.
 *
 * @param priority the priority that the cases had when the clock stopped or was read; empty for those without, and if limits
 *     go by type
 * @param type the type of the cases; empty for those without, and if limits go by priority
 * @param kind what the limit says of the cases
 * @param suggested the roundest time in the widest range of equally good limits: the least multiple of a day, and if
 *     there is none, of 12, 8, 6, 4, 2 hours and so on down to a nanosecond; of two ranges as wide, in the earlier
 * @param equallyGood every limit that explains as many verdicts, in order; a case meets a limit that it uses up exactly,
 *     so the ranges hold their lower ends and not their upper ones; the last may have no upper end
 * @param cases how many cases had it
 * @param explained for how many of them the suggested limit gives the verdict
 */
public record FittedLimit(
        Optional<Priority> priority,
        Optional<String> type,
        Kind kind,
        Duration suggested,
        ImmutableList<Range<Duration>> equallyGood,
        long cases,
        long explained) {
    /** What a limit says of its cases. */
    public enum Kind {
        /** Shorter than the time of every case that used any: the log knows no case short enough. */
        NEVER_MET,
        /** Some cases are within it and some beyond. */
        AT_MOST,
        /** As long as the longest case, or longer: the log does not tell how much. */
        ALWAYS_MET
    }

    /** What the limit says of a case that used so much. */
    Verdict verdict(Duration used) {
        return used.compareTo(suggested) <= 0 ? Verdict.MET : Verdict.MISSED;
    }
}
