package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseTimeline.Stretch;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.sla.agreement.Span;
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
record SpanCut(Span span, List<Stretch> whole, ImmutableList<Optional<EventKind>> suspended) {
    static SpanCut of(Span span, List<Stretch> whole) {
        return new SpanCut(span, whole, span.pausedBetween().isEmpty() ? ImmutableList.of() : suspended(span, whole));
    }

    private static ImmutableList<Optional<EventKind>> suspended(Span span, List<Stretch> whole) {
        Map<Span.Break, EventKind> standing = new LinkedHashMap<>();
        ImmutableList.Builder<Optional<EventKind>> suspended = ImmutableList.builder();
        for (Stretch stretch : whole) {
            for (Span.Break pause : span.pausedBetween()) {
                if (pause.from().contains(stretch.kind())) {
                    standing.putIfAbsent(pause, stretch.kind());
                } else if (pause.until().contains(stretch.kind())) {
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
            if (span.startedBy().contains(stretch.kind())) {
                return Optional.of(cut(track, i, ImmutableList.of(new Mark(stretch.from(), stretch.kind(), true))));
            }
        }
        return Optional.empty();
    }

    /** What a clock that was started before runs over. */
    Track goingOn(Track track) {
        return span.equals(Span.whole()) ? track : cut(track, 0, ImmutableList.of());
    }

    private Track cut(Track track, int first, ImmutableList<Mark> started) {
        List<Stretch> all = track.stretches();
        int end = first;
        Optional<Mark> stopped = Optional.empty();
        while (end < all.size() && stopped.isEmpty()) {
            stopped = stopped(all.get(end));
            end++;
        }
        return track.cut(this, all.subList(first, end), started, stopped);
    }

    /** The event that the stretch ends with, if it stops the clock. */
    private Optional<Mark> stopped(Stretch stretch) {
        int next = stretch.place() + 1;
        return next < whole.size() && span.stoppedBy().contains(whole.get(next).kind())
                ? Optional.of(new Mark(stretch.to(), whole.get(next).kind(), false))
                : Optional.empty();
    }
}
