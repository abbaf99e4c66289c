package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import java.time.Instant;
import java.util.Optional;

/**
 * A case from its registration to the end of time, as if nothing more happened to it: what there is to read at any instant
 * is a beginning of this. Immutable.
 */
final class Course {
    private final ImmutableList<Stretch> stretches;
    /** For each event, the first stretch after it. */
    private final int[] after;
    /** For each event, the latest time of it and those before it: in a foreign log, time may run backwards. */
    private final Instant[] reached;

    private Course(ImmutableList<Stretch> stretches, int[] after, Instant[] reached) {
        this.stretches = stretches;
        this.after = after;
        this.reached = reached;
    }

    static Course of(ImmutableList<CaseEvent> events, ImmutableList<SupportCase> states) {
        ImmutableList.Builder<Stretch> stretches = ImmutableList.builderWithExpectedSize(events.size() + 2);
        int[] after = new int[events.size()];
        Instant[] reached = new Instant[events.size()];
        int count = 0;
        for (int i = 0; i < events.size(); i++) {
            after[i] = count;
            SupportCase state = states.get(i);
            Instant from = events.get(i).occurredAt();
            reached[i] = i > 0 && reached[i - 1].isAfter(from) ? reached[i - 1] : from;
            Instant to = i + 1 < events.size() ? events.get(i + 1).occurredAt() : Instant.MAX;
            EventKind begunBy = events.get(i).eventKind();
            Instant holdEnds = holdEnds(state, to);
            if (holdEnds.isBefore(to)) {
                Instant middle = holdEnds.isBefore(from) ? from : holdEnds;
                stretches.add(stretch(count++, from, middle, state, begunBy));
                stretches.add(stretch(count++, middle, to, state.withHold(Optional.empty()), EventKind.RESUMED));
            } else {
                stretches.add(stretch(count++, from, to, state, begunBy));
            }
        }
        return new Course(stretches.build(), after, reached);
    }

    /** A hold with a date ends on it, however late a sweep resumes the case. */
    private static Instant holdEnds(SupportCase state, Instant otherwise) {
        Optional<SupportCase.Hold> hold = state.hold();
        return hold.isEmpty() ? otherwise : hold.get().until().orElse(otherwise);
    }

    private static Stretch stretch(int place, Instant from, Instant to, SupportCase state, EventKind begunBy) {
        return new Stretch(from, to, state, begunBy, place, Optional.empty());
    }

    /** How many events had happened by an instant, inclusive: those before the first that is later. */
    int known(Instant asOf) {
        int count = reached.length;
        while (count > 0 && reached[count - 1].isAfter(asOf)) {
            count--;
        }
        return count;
    }

    /** The index of the first stretch after an event. */
    int after(int event) {
        return after[event];
    }

    /** What there was of it at an instant, when so many events had happened; nothing before the registration. */
    ImmutableList<Stretch> until(int known, Instant asOf) {
        if (known == 0) {
            return ImmutableList.of();
        }
        int last = after[known - 1];
        if (holdEnds(stretches.get(last).state(), asOf).isBefore(asOf)) {
            last++;
        }
        return ImmutableList.<Stretch>builderWithExpectedSize(last + 1)
                .addAll(stretches.subList(0, last))
                .add(stretches.get(last).withTo(asOf))
                .build();
    }
}
