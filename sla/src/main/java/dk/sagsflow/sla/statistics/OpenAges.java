package dk.sagsflow.sla.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How old the cases are that somebody has at an instant, from their registration on, in the service time of a calendar;
 * {@link ServiceCalendar#always} for calendar time. An answered case is not among them unless it was reopened. Immutable.
 *
 * @param buckets the buckets, {@link dk.sagsflow.core.organisation.SupportOrganisation#ages} for instance
 * @param cases the cases in each bucket, by its place from 0
 */
public record OpenAges(AgeBuckets buckets, ImmutableListMultimap<Integer, CaseNumber> cases) {
    /** Refuses null. */
    public OpenAges {
        requireNonNull(buckets, "buckets");
        requireNonNull(cases, "cases");
    }

    /** The ages at an instant of these cases, of those among them that somebody has then. */
    public static OpenAges at(
            Instant asOf, ServiceCalendar calendar, AgeBuckets buckets, Iterable<CaseTimeline> cases) {
        ImmutableListMultimap.Builder<Integer, CaseNumber> inEach = ImmutableListMultimap.builder();
        for (CaseTimeline timeline : cases) {
            List<Stretch> past = timeline.until(asOf);
            if (!past.isEmpty() && past.get(past.size() - 1).state().working().isPresent()) {
                Instant registered = timeline.latest().registeredAt();
                Duration age = calendar.openTime(registered, asOf);
                inEach.put(buckets.bucket(age), timeline.latest().number());
            }
        }
        return new OpenAges(buckets, inEach.build());
    }

    /** How many there are in each bucket, from the youngest on. */
    public ImmutableList<Integer> counts() {
        return IntStream.rangeClosed(0, buckets.limits().size())
                .mapToObj(bucket -> cases.get(bucket).size())
                .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableList::copyOf));
    }
}
