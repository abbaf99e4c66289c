package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between which events a span lets clocks stand: since which kind of event it does now. Not thread-safe. */
final class Breaks {
    private final Span span;
    private final Map<Span.Break, EventKind> since;

    Breaks(Span span) {
        this(span, new LinkedHashMap<>());
    }

    private Breaks(Span span, Map<Span.Break, EventKind> since) {
        this.span = span;
        this.since = since;
    }

    Breaks copy() {
        return new Breaks(span, new LinkedHashMap<>(since));
    }

    Span span() {
        return span;
    }

    /** A stretch begins with this. */
    void begin(EventKind kind) {
        for (Span.Break pause : span.pausedBetween()) {
            if (pause.from().contains(kind)) {
                since.putIfAbsent(pause, kind);
            } else if (pause.until().contains(kind)) {
                since.remove(pause);
            }
        }
    }

    /** The kind of the event since which clocks stand; empty if they do not. */
    Optional<EventKind> since() {
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(since.values().iterator().next());
    }

    /** The same for a clock of this span, where these stand for the spans that pause. */
    static Optional<EventKind> since(Map<Span, Breaks> standing, Span span) {
        Breaks stands = standing.isEmpty() ? null : standing.get(span);
        return stands == null ? Optional.empty() : stands.since();
    }

    /** The same for each stretch of a case; none if the span never lets clocks stand. */
    static ImmutableList<Optional<EventKind>> over(Span span, List<Stretch> whole) {
        if (span.pausedBetween().isEmpty()) {
            return ImmutableList.of();
        }
        Breaks standing = new Breaks(span);
        ImmutableList.Builder<Optional<EventKind>> all = ImmutableList.builder();
        for (Stretch stretch : whole) {
            standing.begin(stretch.kind());
            all.add(standing.since());
        }
        return all.build();
    }
}
