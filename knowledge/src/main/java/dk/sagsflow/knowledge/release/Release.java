package dk.sagsflow.knowledge.release;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.catalogue.SystemId;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A new version of a system. Immutable.
 *
 * @param id what it is called in the books
 * @param system the system
 * @param name what people call it: {@code Amanda 8.1}
 * @param on the day on which it is taken into use
 * @param renewWithin how long certificates that are about the system, and older than the release, still count after that day;
 *     empty if they need not be renewed for it
 */
public record Release(ReleaseId id, SystemId system, String name, LocalDate on, Optional<Period> renewWithin) {
    /** Refuses null, a blank name, and less than no time to renew a certificate in. */
    public Release {
        requireNonNull(id, "id");
        requireNonNull(system, "system");
        Texts.requireIdentifier("name of a release", name);
        Bounds.instant("day of a release", on.atStartOfDay().toInstant(ZoneOffset.UTC));
        renewWithin.ifPresent(within -> Bounds.period("time to renew certificates after a release", within));
    }

    /** A release after which nobody renews a certificate. */
    public static Release of(String id, String system, String name, LocalDate on) {
        return new Release(ReleaseId.of(id), SystemId.of(system), name, on, Optional.empty());
    }

    /** The same, after which certificates about the system are renewed within this time. */
    public Release renewedWithin(Period time) {
        return new Release(id, system, name, on, Optional.of(time));
    }

    /** The same on another day. */
    public Release movedTo(LocalDate day) {
        return new Release(id, system, name, day, renewWithin);
    }

    /** From which day on older certificates count no longer; empty if they go on. */
    public Optional<LocalDate> renewedBy() {
        return renewWithin.map(on::plus);
    }
}
