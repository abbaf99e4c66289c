package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one clock runs over: stretches of a case, in order.
 *
 * @param head what tells it from others
 * @param marks the events that started and stopped it because its span names them, in order
 * @param first the first of its stretches
 * @param last the last of them
 * @param suspendedBy the kind of the event since which the span lets the clock stand in the last one
 * @param current whether the last stretch is the one in which the case is now; a clock that is not may still go on
 * @param ended whether it can never go on
 * @param places which stretches of the case are its own
 * @param whole all stretches of the case
 */
record Track(
        TrackLane.Head head,
        ImmutableList<Mark> marks,
        Stretch first,
        Stretch last,
        Optional<EventKind> suspendedBy,
        boolean current,
        boolean ended,
        TrackPlaces places,
        List<Stretch> whole) {
    Measure measure() {
        return head.measure();
    }

    String key() {
        return head.name();
    }

    Optional<Station> station() {
        return head.station();
    }

    Instant began() {
        return first.from();
    }

    Instant until() {
        return last.to();
    }

    SupportCase state() {
        return last.state();
    }

    /** All its stretches, which is as much work as there are. */
    ImmutableList<Stretch> stretches() {
        return places.since(0).stream()
                .flatMap(part -> whole.subList(part.from(), part.to()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether the clock would run on now, were the service open and nothing paused its target. */
    boolean goesOn() {
        return current && !ended && suspendedBy.isEmpty();
    }
}
