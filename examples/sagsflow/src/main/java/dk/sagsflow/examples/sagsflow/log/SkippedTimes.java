package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.time.LogTime;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;

/** Times that no clock of the zone ever showed, because it went forward then: a sign that they are of another zone. Not thread-safe. */
final class SkippedTimes {
    private final LogTime time;
    private final ZoneRules rules;
    private final boolean fixed;
    private String first = "";
    private long count;

    SkippedTimes(LogTime time) {
        this.time = time;
        this.rules = time.zone().getRules();
        this.fixed = rules.isFixedOffset();
    }

    void add(String text, Instant at) {
        if (!fixed && mayBeSkipped(at) && time.skipped(text)) {
            first = count == 0 ? text : first;
            count++;
        }
    }

    /** Such a time is read as one that is as much later as the clock went forward, so it lies behind that. */
    private boolean mayBeSkipped(Instant at) {
        ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
        return before != null
                && before.isGap()
                && at.isBefore(before.getInstant().plus(before.getDuration()));
    }

    /** What somebody should know who reads the figures. */
    Optional<String> remark() {
        return count == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d times such as %s never were in %s, where clocks went forward then; they are read as later by as"
                                + " much, but perhaps the zone is another",
                        count,
                        OneLine.quoted(first),
                        time.zone()));
    }
}
