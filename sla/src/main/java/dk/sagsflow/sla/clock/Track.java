package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Instant;
import java.util.Optional;

/**
 * What one clock runs over: stretches of a case, in order.
 *
 * @param key what tells it from the other clocks of its measure, the same whenever the case is read
 * @param current whether the last stretch is the one in which the case is now; a clock that is not may still go on
 * @param ended whether it can never go on
 */
record Track(
        Measure measure,
        String key,
        Optional<Station> station,
        Optional<Station> consumer,
        ImmutableList<Stretch> stretches,
        boolean current,
        boolean ended) {
    Instant began() {
        return stretches.get(0).from();
    }

    Instant until() {
        return stretches.get(stretches.size() - 1).to();
    }

    SupportCase state() {
        return stretches.get(stretches.size() - 1).state();
    }

    /** This and what came before it as one. */
    Track after(Track earlier) {
        return new Track(
                measure,
                earlier.key(),
                station,
                consumer,
                ImmutableList.<Stretch>builder()
                        .addAll(earlier.stretches())
                        .addAll(stretches)
                        .build(),
                current,
                ended);
    }
}
