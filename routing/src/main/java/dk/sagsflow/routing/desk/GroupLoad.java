package dk.sagsflow.routing.desk;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.Station;
import java.time.Instant;
import java.util.Optional;

/**
 * What a group has to do at an instant (R33). Immutable.
 *
 * @param station the group and its tier
 * @param queued how many cases nobody there has accepted
 * @param inProgress how many somebody there works on
 * @param onHold how many wait for somebody or something
 * @param exceeded how many of all these have a clock that still goes on and is over its limit (R17)
 * @param oldestArrival when the case that has been there longest came; empty if there is none
 */
public record GroupLoad(
        Station station, int queued, int inProgress, int onHold, int exceeded, Optional<Instant> oldestArrival) {
    /** Refuses null. */
    public GroupLoad {
        requireNonNull(station, "station");
        requireNonNull(oldestArrival, "oldestArrival");
    }

    /** How many cases the group works on, those on hold included. */
    public int open() {
        return queued + inProgress + onHold;
    }
}
