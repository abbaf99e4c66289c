package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.Priority;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each case used by one clock, beside what was judged of it, in the order in which the cases came; all lists are as
 * long. Immutable.
 *
 * @param numbers the cases
 * @param verdicts what was judged
 * @param priorities for which priority the clock ran
 * @param nanos what was used, in nanoseconds
 */
record JudgedTimes(
        ImmutableList<CaseNumber> numbers,
        ImmutableList<Verdict> verdicts,
        ImmutableList<Optional<Priority>> priorities,
        ImmutableLongArray nanos) {
    /** The best limit of each priority that a case had, in order, cases without one last. */
    ImmutableList<FittedLimit> fit() {
        return PriorityTargets.ALL.stream()
                .filter(priorities::contains)
                .map(priority -> LimitSearch.fit(priority, of(priority, Verdict.MET), of(priority, Verdict.MISSED)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The cases of which these limits say something else than was judged, in order. */
    ImmutableList<Contradiction> contradicting(ImmutableList<FittedLimit> limits) {
        return IntStream.range(0, numbers.size())
                .mapToObj(this::at)
                .filter(one -> limits.stream()
                        .anyMatch(limit ->
                                limit.priority().equals(one.priority()) && limit.verdict(one.used()) != one.verdict()))
                .collect(ImmutableList.toImmutableList());
    }

    private Contradiction at(int index) {
        return new Contradiction(
                numbers.get(index), priorities.get(index), Duration.ofNanos(nanos.get(index)), verdicts.get(index));
    }

    private ImmutableLongArray of(Optional<Priority> priority, Verdict verdict) {
        return ImmutableLongArray.copyOf(IntStream.range(0, numbers.size())
                .filter(index ->
                        verdicts.get(index) == verdict && priorities.get(index).equals(priority))
                .mapToLong(nanos::get));
    }
}
