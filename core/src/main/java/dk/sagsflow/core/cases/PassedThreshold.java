package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A threshold that a clock of a case went past. Immutable.
 *
 * @param id made of agreement, target, clock and threshold; a case has it on record once
 * @param agreement the id of the agreement
 * @param version the version of the agreement under which the case was registered
 * @param target the id of the target
 * @param station whose clock it is; empty for clocks of the customer
 * @param dueAt when its amount of time was used up, the microsecond after that if it is none; the event says when that was
 *     noticed
 * @param exceeded whether the whole limit was used up with it
 * @param superseded whether a later threshold of the clock was passed by then as well, so that nobody is told of this one
 * @param told the groups that are told; an immutable copy
 */
@Value.Builder
public record PassedThreshold(
        String id,
        String agreement,
        String version,
        String target,
        Optional<Station> station,
        Instant dueAt,
        boolean exceeded,
        boolean superseded,
        List<GroupId> told) {
    /** Refuses null, and keeps a copy of who is told. */
    public PassedThreshold {
        requireNonNull(id, "id");
        requireNonNull(agreement, "agreement");
        requireNonNull(version, "version");
        requireNonNull(target, "target");
        requireNonNull(station, "station");
        requireNonNull(dueAt, "dueAt");
        dueAt = Microseconds.due(dueAt);
        told = ImmutableList.copyOf(requireNonNull(told, "told"));
    }

    /** A builder; everything but the station and who is told is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds passed thresholds. Not thread-safe. */
    public static final class Builder extends PassedThresholdBuilder {
        Builder() {}
    }
}
