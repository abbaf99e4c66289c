package dk.sagsflow.core.telephone;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.statistics.LengthTally;
import dk.sagsflow.core.statistics.PeriodLength;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts calls, one after another, in whatever order they come. Keeps the ids of all, so that none counts twice. Not
 * thread-safe; what several counted is put together by {@link CallStatistics#plus}.
 */
public final class CallTally {
    private final PeriodLength length;
    private final ZoneId zone;
    private final ImmutableSet<String> queues;
    private final Optional<Predicate<CaseNumber>> known;
    private final Function<CaseNumber, Optional<Instant>> answers;
    private final Map<CallCell, Counting> cells = new HashMap<>();
    private final Map<CallOddity, Long> odd = new EnumMap<>(CallOddity.class);
    private final Set<String> ids = new HashSet<>();
    private final Map<CaseNumber, RangeSet<Instant>> talksOf = new HashMap<>();
    private Instant latest = Instant.MIN;

    private static final class Counting {
        private final LengthTally waited = new LengthTally();
        private final LengthTally gaveUp = new LengthTally();
        private final LengthTally talked = new LengthTally();
        private long withCase;
        private long solved;

        CallAmount amount() {
            return new CallAmount(waited.lengths(), gaveUp.lengths(), talked.lengths(), withCase, solved);
        }
    }

    /**
     * Nothing counted yet. Calls are not joined with cases, so none belongs to one.
     *
     * @param length how long a period is
     * @param zone whose clock and calendar calls are told apart by
     * @param queues those that are known; none if all are
     */
    public CallTally(PeriodLength length, ZoneId zone, Set<String> queues) {
        this(length, zone, queues, Optional.empty(), number -> Optional.empty());
    }

    /**
     * Nothing counted yet. Calls are joined with cases.
     *
     * @param length how long a period is
     * @param zone whose clock and calendar calls are told apart by
     * @param queues those that are known; none if all are
     * @param known whether a case is known
     * @param answers when a case that is known had its first answer; empty if it has none
     */
    public CallTally(
            PeriodLength length,
            ZoneId zone,
            Set<String> queues,
            Predicate<CaseNumber> known,
            Function<CaseNumber, Optional<Instant>> answers) {
        this(length, zone, queues, Optional.of(requireNonNull(known, "known")), answers);
    }

    private CallTally(
            PeriodLength length,
            ZoneId zone,
            Set<String> queues,
            Optional<Predicate<CaseNumber>> known,
            Function<CaseNumber, Optional<Instant>> answers) {
        this.length = requireNonNull(length, "length");
        this.zone = requireNonNull(zone, "zone");
        this.queues = ImmutableSet.copyOf(queues);
        this.known = known;
        this.answers = requireNonNull(answers, "answers");
    }

    /**
     * Counts a call.
     *
     * @return why it is not counted; empty if it is
     */
    @CanIgnoreReturnValue
    public Optional<CallOddity> add(CallRecord call) {
        Optional<CallOddity> unfit = unfit(call);
        if (unfit.isPresent()) {
            note(unfit.get());
        } else {
            ids.add(call.id());
            look(call);
            count(call);
        }
        return unfit;
    }

    private Optional<CallOddity> unfit(CallRecord call) {
        if (!queues.isEmpty() && !queues.contains(call.queue())) {
            return Optional.of(CallOddity.UNKNOWN_QUEUE);
        }
        return ids.contains(call.id()) ? Optional.of(CallOddity.DUPLICATE) : Optional.empty();
    }

    private void look(CallRecord call) {
        if (call.arrived().isBefore(latest)) {
            note(CallOddity.OUT_OF_ORDER);
        } else {
            latest = call.arrived();
        }
        if (call.caseNumber().isPresent() && call.answered()) {
            RangeSet<Instant> talks = talksOf.computeIfAbsent(call.caseNumber().get(), number -> TreeRangeSet.create());
            Range<Instant> talk = Range.closedOpen(call.arrived().plus(call.waited()), call.ended());
            if (talks.intersects(talk)) {
                note(CallOddity.OVERLAPPING);
            }
            talks.add(talk);
        }
    }

    private void note(CallOddity oddity) {
        odd.merge(oddity, 1L, Long::sum);
    }

    private void count(CallRecord call) {
        Counting counting = cells.computeIfAbsent(cell(call), cell -> new Counting());
        if (!call.answered()) {
            counting.gaveUp.add(call.waited());
            return;
        }
        counting.waited.add(call.waited());
        counting.talked.add(call.talked());
        if (call.caseNumber().isPresent() && known.isPresent()) {
            join(call, call.caseNumber().get(), counting);
        }
    }

    private void join(CallRecord call, CaseNumber number, Counting counting) {
        if (known.filter(these -> these.test(number)).isEmpty()) {
            note(CallOddity.UNKNOWN_CASE);
            return;
        }
        Optional<Instant> answer = answers.apply(number);
        counting.withCase++;
        counting.solved += answer.filter(at -> !at.isAfter(call.ended())).isPresent() ? 1 : 0;
    }

    private CallCell cell(CallRecord call) {
        ZonedDateTime arrived = call.arrived().atZone(zone);
        return new CallCell(
                length.startOf(arrived.toLocalDate()),
                arrived.getDayOfWeek(),
                arrived.getHour(),
                call.queue(),
                call.origin(),
                call.system());
    }

    /** What is counted so far. */
    public CallStatistics statistics() {
        return new CallStatistics(
                length,
                zone,
                ImmutableMap.copyOf(Maps.transformValues(cells, Counting::amount)),
                Maps.immutableEnumMap(odd));
    }
}
