package dk.sagsflow.sla.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.classification.Priority;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes judged cases one by one; of a case stays what it used by each clock. Not thread-safe. */
public final class CalibrationBuilder {
    private final ClockFamily family;
    private final ImmutableList<Tried> tried;
    private final ImmutableList.Builder<CaseNumber> numbers = ImmutableList.builder();
    private final ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
    private final ImmutableList.Builder<Optional<String>> types = ImmutableList.builder();
    private boolean empty = true;

    CalibrationBuilder(ClockFamily family) {
        this.family = requireNonNull(family, "family");
        this.tried = family.clocks().stream()
                .collect(Collectors.groupingBy(
                        clock -> List.of(clock.measure(), clock.pausedBy()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Tried::new)
                .collect(ImmutableList.toImmutableList());
    }

    /** What a case used by each clock of one running. */
    private record Used(Optional<Priority> priority, ImmutableLongArray nanos) {}

    /** Clocks of one running while cases come, and what these used by them. */
    private static final class Tried {
        private final RunningTimes running;
        private final ImmutableList.Builder<Optional<Priority>> priorities = ImmutableList.builder();
        private final Map<CandidateClock, ImmutableLongArray.Builder> nanos = new LinkedHashMap<>();

        Tried(Collection<CandidateClock> clocks) {
            CandidateClock any = clocks.iterator().next();
            this.running = new RunningTimes(any.measure(), any.pausedBy());
            clocks.forEach(clock -> nanos.put(clock, ImmutableLongArray.builder()));
        }

        /** Changes nothing, so that a case that is refused leaves nothing behind. */
        Used of(JudgedCase judged) {
            RunningTimes.Run run = running.of(judged);
            long[] used = nanos.keySet().stream()
                    .mapToLong(clock -> run.on(clock.calendar()))
                    .toArray();
            return new Used(run.priority(), ImmutableLongArray.copyOf(used));
        }

        void add(Used used) {
            priorities.add(used.priority());
            int clock = 0;
            for (ImmutableLongArray.Builder kept : nanos.values()) {
                kept.add(used.nanos().get(clock++));
            }
        }

        Stream<FittedClock> fitted(
                LimitsBy by,
                ImmutableList<CaseNumber> numbers,
                ImmutableList<Verdict> verdicts,
                ImmutableList<Optional<String>> types) {
            ImmutableList<Optional<Priority>> had = priorities.build();
            ImmutableList<LimitKey> keys = by == LimitsBy.TYPE
                    ? types.stream()
                            .map(type -> new LimitKey(Optional.empty(), type))
                            .collect(ImmutableList.toImmutableList())
                    : had.stream()
                            .map(priority -> new LimitKey(priority, Optional.empty()))
                            .collect(ImmutableList.toImmutableList());
            return nanos.entrySet().stream()
                    .map(clock -> new FittedClock(
                            clock.getKey(),
                            new JudgedTimes(
                                    numbers,
                                    verdicts,
                                    keys,
                                    had,
                                    clock.getValue().build())));
        }
    }

    /**
     * Takes a case; one that is refused leaves nothing behind.
     *
     * @throws IllegalArgumentException if calendars do not reach so far
     */
    @CanIgnoreReturnValue
    public CalibrationBuilder add(JudgedCase judged) {
        List<Used> used = tried.stream().map(clocks -> clocks.of(judged)).toList();
        for (int clocks = 0; clocks < used.size(); clocks++) {
            tried.get(clocks).add(used.get(clocks));
        }
        numbers.add(judged.number());
        verdicts.add(judged.verdict());
        types.add(judged.type());
        empty = false;
        return this;
    }

    /** Whether any case so far is of a known type. */
    public boolean knowsTypes() {
        return types.build().stream().anyMatch(Optional::isPresent);
    }

    /**
     * The calibration of all cases so far, with a limit for each priority.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Calibration build() {
        return build(LimitsBy.PRIORITY);
    }

    /**
     * The calibration of all cases so far.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Calibration build(LimitsBy by) {
        checkArgument(!empty, "no judged case was given; at least one is needed");
        ImmutableList<CaseNumber> cases = numbers.build();
        ImmutableList<Verdict> judged = verdicts.build();
        ImmutableList<CandidateClock> order = family.clocks().asList();
        return new Calibration(tried.stream()
                .flatMap(clocks -> clocks.fitted(by, cases, judged, types.build()))
                .sorted(Comparator.comparingLong(FittedClock::explained)
                        .reversed()
                        .thenComparing(fitted -> order.indexOf(fitted.clock())))
                .collect(ImmutableList.toImmutableList()));
    }
}
