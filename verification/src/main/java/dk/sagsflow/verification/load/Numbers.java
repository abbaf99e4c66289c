package dk.sagsflow.verification.load;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.document.JsonPlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Reads amounts. */
final class Numbers {
    private Numbers() {}

    static Optional<Double> number(JsonPlace place, String needed) {
        return place.number(needed).map(BigDecimal::doubleValue);
    }

    static Optional<Double> share(JsonPlace place) {
        return number(place, "a share from 0 to 1");
    }

    static Optional<Duration> duration(JsonPlace place) {
        return place.parsed("an ISO 8601 duration as PT20M", Duration::parse)
                .flatMap(duration -> place.made(() -> Bounds.duration("the duration", duration)));
    }
}
