package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one clock runs over: stretches of a case, in order.
 *
 * @param span which part of what it measures it counts
 * @param key what tells it from the other clocks of its measure, the same whenever the case is read
 * @param current whether the last stretch is the one in which the case is now; a clock that is not may still go on
 * @param ended whether it can never go on
 * @param marks the events that started and stopped it because its span names them, in order
 */
record Track(
        Measure measure,
        Span span,
        String key,
        Optional<Station> station,
        Optional<Station> consumer,
        ImmutableList<Stretch> stretches,
        boolean current,
        boolean ended,
        ImmutableList<Mark> marks) {
    Instant began() {
        return stretches.get(0).from();
    }

    Instant until() {
        return last().to();
    }

    SupportCase state() {
        return last().state();
    }

    Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    /** What a span leaves of this. */
    Track cut(Span to, List<Stretch> kept, ImmutableList<Mark> started, Optional<Mark> stopped) {
        return new Track(
                measure,
                to,
                key + "-" + to.describe(),
                station,
                consumer,
                ImmutableList.copyOf(kept),
                current && stopped.isEmpty(),
                ended || stopped.isPresent(),
                ImmutableList.<Mark>builder()
                        .addAll(started)
                        .addAll(stopped.stream().iterator())
                        .build());
    }

    /** This and what came before it as one. */
    Track after(Track earlier) {
        return new Track(
                measure,
                span,
                earlier.key(),
                station,
                consumer,
                joined(earlier.stretches(), stretches),
                current,
                ended,
                joined(earlier.marks(), marks));
    }

    private static <T> ImmutableList<T> joined(ImmutableList<T> earlier, ImmutableList<T> later) {
        return ImmutableList.<T>builder().addAll(earlier).addAll(later).build();
    }
}
