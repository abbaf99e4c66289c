package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
    /** The times of the cases of one priority, by verdict. */
    private static final class Split {
        private final ImmutableLongArray.Builder met = ImmutableLongArray.builder();
        private final ImmutableLongArray.Builder missed = ImmutableLongArray.builder();

        void add(Verdict verdict, long used) {
            (verdict == Verdict.MET ? met : missed).add(used);
        }

        FittedLimit fit(Optional<Priority> priority) {
            return LimitSearch.fit(priority, met.build(), missed.build());
        }
    }

    /** The best limit of each priority that a case had, in order, cases without one last. */
    ImmutableList<FittedLimit> fit() {
        Map<Optional<Priority>, Split> splits = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            splits.computeIfAbsent(priorities.get(i), unused -> new Split()).add(verdicts.get(i), nanos.get(i));
        }
        return PriorityTargets.ALL.stream()
                .flatMap(priority ->
                        Optional.ofNullable(splits.get(priority)).map(split -> split.fit(priority)).stream())
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
}
