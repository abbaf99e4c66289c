package dk.sagsflow.sla.statistics;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Ordering;
import dk.sagsflow.core.cases.CaseNumber;
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
 * @param limits the upper ends of the buckets, inclusive, from the shortest on; the last bucket has none
 * @param cases the cases in each bucket, by its place from 0
 */
public record OpenAges(ImmutableList<Duration> limits, ImmutableListMultimap<Integer, CaseNumber> cases) {
    /** Refuses null, and limits that do not grow. */
    public OpenAges {
        requireNonNull(cases, "cases");
        checkArgument(Ordering.natural().isStrictlyOrdered(limits), "limits %s do not grow", limits);
    }

    /** The ages at an instant of these cases, of those among them that somebody has then. */
    public static OpenAges at(
            Instant asOf, ServiceCalendar calendar, List<Duration> limits, Iterable<CaseTimeline> cases) {
        ImmutableListMultimap.Builder<Integer, CaseNumber> buckets = ImmutableListMultimap.builder();
        for (CaseTimeline timeline : cases) {
            List<Stretch> past = timeline.until(asOf);
            if (!past.isEmpty() && past.get(past.size() - 1).state().working().isPresent()) {
                Instant registered = timeline.latest().registeredAt();
                Duration age = calendar.openTime(registered, asOf);
                buckets.put(bucket(age, limits), timeline.latest().number());
            }
        }
        return new OpenAges(ImmutableList.copyOf(limits), buckets.build());
    }

    /**
     * In which bucket an age lies, by its place from 0.
     *
     * @param limits the upper ends of the buckets, inclusive, from the shortest on; the last bucket has none
     */
    public static int bucket(Duration age, List<Duration> limits) {
        int bucket = 0;
        while (bucket < limits.size() && age.compareTo(limits.get(bucket)) > 0) {
            bucket++;
        }
        return bucket;
    }

    /** How many there are in each bucket, from the youngest on. */
    public ImmutableList<Integer> counts() {
        return IntStream.rangeClosed(0, limits.size())
                .mapToObj(bucket -> cases.get(bucket).size())
                .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableList::copyOf));
    }
}
