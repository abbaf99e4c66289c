package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.EventKind;
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
 * @param suspended for each stretch of the case, the kind of the event since which the span lets the clock stand; none if it
 *     never does
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
        List<Stretch> stretches,
        List<Optional<EventKind>> suspended,
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

    /** The kind of the event since which the clock stands in this stretch because of its span. */
    Optional<EventKind> suspendedBy(Stretch stretch) {
        return suspended.isEmpty() ? Optional.empty() : suspended.get(stretch.place());
    }

    /** What a span leaves of this. */
    Track cut(SpanCut to, List<Stretch> kept, ImmutableList<Mark> started, Optional<Mark> stopped) {
        return new Track(
                measure,
                to.span(),
                key + "-" + to.span().describe(),
                station,
                consumer,
                kept,
                to.suspended(),
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
                suspended,
                current,
                ended,
                joined(earlier.marks(), marks));
    }

    private static <T> ImmutableList<T> joined(List<T> earlier, List<T> later) {
        return ImmutableList.<T>builder().addAll(earlier).addAll(later).build();
    }
}
