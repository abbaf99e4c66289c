package dk.sagsflow.benchmarks.figures;

import dk.sagsflow.core.statistics.LengthTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Visits by month and tier with the same sketches, and nothing else: what no fold can be faster than. Not thread-safe. */
final class BareCounts {
    private final ZoneId zone;
    private final Map<Place, LengthTally> visits = new HashMap<>();

    private record Place(LocalDate month, int tier) {}

    BareCounts(ZoneId zone) {
        this.zone = zone;
    }

    /** Counts a case; gives how many events it has. */
    int add(long number) {
        SyntheticCases.Way way = SyntheticCases.way(number);
        long now = way.registered();
        for (int stay = 0; stay < way.stays().length(); stay++) {
            now += way.stays().get(stay);
            LocalDate month =
                    LocalDate.ofInstant(Instant.ofEpochSecond(now), zone).withDayOfMonth(1);
            visits.computeIfAbsent(new Place(month, SyntheticCases.at(way, stay)), place -> new LengthTally())
                    .add(Duration.ofSeconds(way.stays().get(stay)));
        }
        return 2 * way.stays().length() + 2;
    }

    int places() {
        return visits.size();
    }
}
