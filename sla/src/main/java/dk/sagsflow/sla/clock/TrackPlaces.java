package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which stretches of a case a clock runs over: at least one, those at the end without a gap. Immutable.
 *
 * @param from the place of the first of those at the end
 * @param to the place after the last
 * @param before those before a gap
 */
record TrackPlaces(int from, int to, @Nullable TrackPlaces before) {
    /** These from a place on, in order, in parts without a gap. */
    ImmutableList<TrackPlaces> since(int place) {
        if (to <= place) {
            return ImmutableList.of();
        }
        if (before == null || before.to <= place) {
            return ImmutableList.of(from >= place ? this : new TrackPlaces(place, to, null));
        }
        Deque<TrackPlaces> parts = new ArrayDeque<>();
        for (TrackPlaces part = this; part != null && part.to > place; part = part.before) {
            parts.push(part.from >= place ? part : new TrackPlaces(place, part.to, null));
        }
        return ImmutableList.copyOf(parts);
    }
}
