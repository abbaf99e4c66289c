package dk.sagsflow.sla.clock;

import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times in which a clock was not paused, each as long as possible; the last may go on. One more stretch costs the same
 * however many there were, and so does nearly the question when an amount was used up. Immutable.
 */
final class Runs {
    static final Runs NONE = new Runs(null, null);

    private final @Nullable Run latest;
    /** When the one began that goes on. */
    private final @Nullable Instant begun;

    private Runs(@Nullable Run latest, @Nullable Instant begun) {
        this.latest = latest;
        this.begun = begun;
    }

    /**
     * A run that is over.
     *
     * @param through the service time in it and all before it
     * @param place how many there are before it
     * @param farBefore one long before it, so that a search need not ask all of them
     */
    private record Run(
            Instant from,
            Duration through,
            int place,
            @Nullable Run before,
            @Nullable Run farBefore) {
        static Run after(@Nullable Run before, Instant from, Duration open) {
            return before == null
                    ? new Run(from, open, 0, null, null)
                    : new Run(from, before.through.plus(open), before.place + 1, before, before.far());
        }

        /** Twice as far as the one before looks, if that looks as far as the one that it sees. */
        private Run far() {
            Run seen = farBefore;
            Run beyond = seen == null ? null : seen.farBefore;
            return seen != null && beyond != null && place - seen.place == seen.place - beyond.place ? beyond : this;
        }
    }

    /**
     * These, and what more stretches, which follow one another, make of them.
     *
     * @param until when the stretch before them ended
     * @param suspended whether the clock stands in all of them, whatever its target says
     */
    Runs with(PastStretches past, TrackPlaces part, Instant until, Target target, boolean suspended) {
        boolean alike = suspended || target.pausedBy().isEmpty();
        int end = alike ? part.from() + 1 : part.to();
        Runs runs = this;
        Instant before = until;
        for (int place = part.from(); place < end; place++) {
            Stretch stretch = past.get(place);
            boolean stands = suspended || Usage.stands(target, stretch.state());
            runs = runs.with(stretch, before, stands, target.calendar());
            before = stretch.to();
        }
        return runs;
    }

    /**
     * These, and what one more stretch makes of them.
     *
     * @param until when the stretch before it ended
     * @param stands whether the clock is paused in it
     */
    Runs with(Stretch stretch, Instant until, boolean stands, ServiceCalendar calendar) {
        if (stands) {
            return over(until, calendar);
        }
        return begun != null && until.equals(stretch.from())
                ? this
                : new Runs(over(until, calendar).latest, stretch.from());
    }

    /** These, the last of which goes on no further than this. */
    Runs over(Instant until, ServiceCalendar calendar) {
        return begun == null ? this : new Runs(Run.after(latest, begun, calendar.openTime(begun, until)), null);
    }

    /** The service time in those that are over. */
    Duration total() {
        return latest == null ? Duration.ZERO : latest.through;
    }

    /** When so much service time, which is positive, was used up in those that are over; empty if it was not. */
    Optional<Instant> usedUp(Duration amount, ServiceCalendar calendar) {
        Run run = latest;
        if (run == null || run.through.compareTo(amount) < 0) {
            return Optional.empty();
        }
        Run before = run.before;
        while (before != null && before.through.compareTo(amount) >= 0) {
            Run far = run.farBefore;
            run = far != null && far.through.compareTo(amount) >= 0 ? far : before;
            before = run.before;
        }
        Duration left = before == null ? amount : amount.minus(before.through);
        return calendar.due(run.from, left).instant();
    }
}
