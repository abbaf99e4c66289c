package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.sla.agreement.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts the tracks of measures down to what a span leaves of them. Nothing later than a stretch decides whether it is kept,
 * so what a clock showed once stays.
 *
 * @param whole all stretches of the case
 * @param suspended for each of them, the kind of the event since which the span lets clocks stand; none if it never does
 */
record SpanCut(Span span, ImmutableList<Stretch> whole, ImmutableList<Optional<EventKind>> suspended) {
    static SpanCut of(Span span, ImmutableList<Stretch> whole) {
        return new SpanCut(span, whole, span.pausedBetween().isEmpty() ? ImmutableList.of() : suspended(span, whole));
    }

    private static ImmutableList<Optional<EventKind>> suspended(Span span, ImmutableList<Stretch> whole) {
        Map<Span.Break, EventKind> standing = new LinkedHashMap<>();
        ImmutableList.Builder<Optional<EventKind>> suspended = ImmutableList.builder();
        for (Stretch stretch : whole) {
            for (Span.Break pause : span.pausedBetween()) {
                if (pause.from().contains(stretch.begunBy())) {
                    standing.putIfAbsent(pause, stretch.begunBy());
                } else if (pause.until().contains(stretch.begunBy())) {
                    standing.remove(pause);
                }
            }
            suspended.add(standing.values().stream().findFirst());
        }
        return suspended.build();
    }

    /** What the clock runs over; empty if nothing has started it. */
    Optional<Track> of(Track track) {
        if (span.equals(Span.whole())) {
            return Optional.of(track);
        }
        if (span.startedBy().isEmpty()) {
            return Optional.of(goingOn(track));
        }
        for (int i = 0; i < track.stretches().size(); i++) {
            Stretch stretch = track.stretches().get(i);
            if (span.startedBy().contains(stretch.begunBy())) {
                return Optional.of(cut(track, i, ImmutableList.of(new Mark(stretch.from(), stretch.begunBy(), true))));
            }
        }
        return Optional.empty();
    }

    /** What a clock that was started before runs over. */
    Track goingOn(Track track) {
        return span.equals(Span.whole()) ? track : cut(track, 0, ImmutableList.of());
    }

    private Track cut(Track track, int first, ImmutableList<Mark> started) {
        List<Stretch> kept = new ArrayList<>();
        for (Stretch stretch :
                track.stretches().subList(first, track.stretches().size())) {
            kept.add(suspended.isEmpty() ? stretch : stretch.withSuspendedBy(suspended.get(stretch.place())));
            Optional<Mark> stopped = stopped(stretch);
            if (stopped.isPresent()) {
                return track.cut(span, kept, started, stopped);
            }
        }
        return track.cut(span, kept, started, Optional.empty());
    }

    /** The event that the stretch ends with, if it stops the clock. */
    private Optional<Mark> stopped(Stretch stretch) {
        int next = stretch.place() + 1;
        return next < whole.size() && span.stoppedBy().contains(whole.get(next).begunBy())
                ? Optional.of(new Mark(stretch.to(), whole.get(next).begunBy(), false))
                : Optional.empty();
    }
}
