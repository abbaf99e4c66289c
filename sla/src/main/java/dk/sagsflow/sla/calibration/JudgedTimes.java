package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each case used by one clock, beside what was judged of it, in the order in which the cases came; all lists are as
 * long. Immutable.
 *
 * @param numbers the cases
 * @param verdicts what was judged
 * @param keys which limit is theirs
 * @param priorities for which priority the clock ran
 * @param nanos what was used, in nanoseconds
 */
record JudgedTimes(
        ImmutableList<CaseNumber> numbers,
        ImmutableList<Verdict> verdicts,
        ImmutableList<LimitKey> keys,
        ImmutableList<Optional<Priority>> priorities,
        ImmutableLongArray nanos) {
    /** The times of the cases of one priority, by verdict. */
    private static final class Split {
        private final ImmutableLongArray.Builder met = ImmutableLongArray.builder();
        private final ImmutableLongArray.Builder missed = ImmutableLongArray.builder();

        void add(Verdict verdict, long used) {
            (verdict == Verdict.MET ? met : missed).add(used);
        }

        FittedLimit fit(LimitKey key) {
            return LimitSearch.fit(key, met.build(), missed.build());
        }
    }

    /** The best limit of each priority or type that a case had, in order, cases without one last. */
    ImmutableList<FittedLimit> fit() {
        Map<LimitKey, Split> splits = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            splits.computeIfAbsent(keys.get(i), unused -> new Split()).add(verdicts.get(i), nanos.get(i));
        }
        return splits.entrySet().stream()
                .map(split -> split.getValue().fit(split.getKey()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The cases of which these limits say something else than was judged, in order. */
    ImmutableList<Contradiction> contradicting(ImmutableList<FittedLimit> limits) {
        Map<LimitKey, FittedLimit> byKey = new HashMap<>();
        limits.forEach(limit -> byKey.put(new LimitKey(limit.priority(), limit.type()), limit));
        return IntStream.range(0, numbers.size())
                .filter(place -> contradicts(place, byKey.get(keys.get(place))))
                .mapToObj(this::at)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean contradicts(int place, @Nullable FittedLimit limit) {
        return limit != null && limit.verdict(Duration.ofNanos(nanos.get(place))) != verdicts.get(place);
    }

    private Contradiction at(int index) {
        return new Contradiction(
                numbers.get(index), priorities.get(index), Duration.ofNanos(nanos.get(index)), verdicts.get(index));
    }
}
