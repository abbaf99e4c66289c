package dk.sagsflow.sla.agreement;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Which part of what a measure covers a clock counts, told by kinds of event. It narrows the measure and never widens it:
 * events outside what the measure covers start and stop nothing, and where the measure ends, the clock does. A hold that
 * comes to its date counts as resumed, whenever that is put on record. Immutable.
 */
@Value.Immutable(prehash = true)
@ValueStyle
public interface Span extends WithSpan {
    /** What starts the clock, the first that happens; if none is named, what starts the measure. */
    ImmutableSet<EventKind> startedBy();

    /** What stops the clock for good, the first that happens after its start, beside what ends the measure. */
    ImmutableSet<EventKind> stoppedBy();

    /** Between which events of the case the clock stands. */
    ImmutableSet<Break> pausedBetween();

    /**
     * A clock stands from an event on until another. What happened before the clock started counts as well.
     *
     * @param from what begins it, at least one kind
     * @param until what ends it, at least one kind, and none that begins it
     */
    record Break(ImmutableSet<EventKind> from, ImmutableSet<EventKind> until) {
        /** Refuses a break that cannot begin or end, or that ends as it begins. */
        public Break {
            checkArgument(!from.isEmpty(), "a pause until %s begins with no kind of event", until);
            checkArgument(!until.isEmpty(), "a pause from %s on ends with no kind of event", from);
            checkArgument(
                    Sets.intersection(from, until).isEmpty(),
                    "a pause between %s and %s begins and ends with the same kind of event",
                    from,
                    until);
        }
    }

    /** Whether events of this kind start the clock, stop it, or let it stand or go on. */
    default boolean names(EventKind kind) {
        return startedBy().contains(kind)
                || stoppedBy().contains(kind)
                || pausedBetween().stream()
                        .anyMatch(pause ->
                                pause.from().contains(kind) || pause.until().contains(kind));
    }

    /** All that the measure covers. */
    static Span whole() {
        return Whole.SPAN;
    }

    /** From the first event of these kinds on. */
    static Span from(EventKind first, EventKind... more) {
        return builder().addStartedBy(first).addStartedBy(more).build();
    }

    /** Until the first event of these kinds. */
    static Span until(EventKind first, EventKind... more) {
        return builder().addStoppedBy(first).addStoppedBy(more).build();
    }

    /** What keys of clocks call it: {@code started-by-accepted+stopped-by-workaround-provided}; empty for the whole. */
    default String describe() {
        List<String> parts = new ArrayList<>();
        if (!startedBy().isEmpty()) {
            parts.add("started-by-" + names(startedBy()));
        }
        if (!stoppedBy().isEmpty()) {
            parts.add("stopped-by-" + names(stoppedBy()));
        }
        pausedBetween().stream()
                .map(pause -> "paused-from-" + names(pause.from()) + "-until-" + names(pause.until()))
                .sorted()
                .forEach(parts::add);
        return String.join("+", parts);
    }

    private static String names(ImmutableSet<EventKind> kinds) {
        return kinds.stream().sorted().map(EventKind::typeName).collect(Collectors.joining("-or-"));
    }

    /** A builder; what is left out is as the measure has it. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Span.class, "it is part of agreements.json, which ModelFolder reads");
    }

    /** Builds spans. Not thread-safe. */
    final class Builder extends ImmutableSpan.Builder {
        Builder() {}
    }
}
