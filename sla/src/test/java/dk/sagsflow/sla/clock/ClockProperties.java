package dk.sagsflow.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.evaluation.Evaluation;
import dk.sagsflow.sla.evaluation.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every case under every agreement. */
@Domain(DomainContext.Global.class)
@Domain(ClockDomain.class)
class ClockProperties {
    private static final long LONGEST = 3_000_000;

    @Property(tries = 300)
    void a_clock_is_exceeded_exactly_if_more_than_its_budget_was_used(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        for (ClockReading reading : new Clocks(agreements).read(history, after(history, later))) {
            Duration budget = ((Budget.ServiceTime) reading.selected().target().budget()).amount();
            assertThat(reading.exceeded()).isEqualTo(reading.consumed().compareTo(budget) > 0);
            assertThat(reading.remaining()).isEqualTo(budget.minus(reading.consumed()));
            if (reading.state() instanceof ClockState.Exceeded exceeded) {
                assertThat(reading.due()).contains(exceeded.since());
                // What was used of an earlier budget may be more than all of this one from its first moment on.
                boolean carried = reading.selected().agreement().onChange() == ChangePolicy.PRO_RATA;
                assertThat(exceeded.since()).isBefore(after(history, later).plusNanos(carried ? 1 : 0));
            }
        }
    }

    @Property(tries = 400)
    void what_goes_on_from_what_was_read_before_is_what_is_read_at_once(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later,
            @ForAll Random random) {
        Clocks clocks = new Clocks(agreements);
        EscalationPlan plan = new EscalationPlan(clocks);
        CaseHistory grown = history.first(1);
        for (CaseEvent event : history.since(1)) {
            grown = grown.followedBy(ImmutableList.of(event));
            if (random.nextBoolean()) {
                assertReadsAsAtOnce(clocks, grown, after(grown, 0));
            }
        }
        Instant now = after(grown, later);
        assertReadsAsAtOnce(clocks, grown, now);
        for (ThresholdPassing passing : plan.unrecorded(grown, now)) {
            if (random.nextInt(3) > 0) {
                grown = grown.followedBy(ImmutableList.of(Story.recorded(grown, passing, now)));
                assertReadsAsAtOnce(clocks, grown, now);
            }
        }
        grown = grown.followedBy(ImmutableList.of(Story.notedLate(grown, after(history, later / 2), now)));
        assertReadsAsAtOnce(clocks, grown, now);
        grown = grown.followedBy(ImmutableList.of(Story.notedLate(grown, now, now)));
        assertReadsAsAtOnce(clocks, grown, now.plusSeconds(later));
    }

    @Property(tries = 400)
    void what_no_agreement_asks_about_changes_no_reading(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        Clocks clocks = new Clocks(agreements);
        Instant now = after(history, later);

        CaseHistory longer = history.followedBy(ImmutableList.of(Story.calledElsewhere(history, now)));

        assertThat(clocks.read(longer, now)).isEqualTo(clocks.read(history, now));
        assertThat(clocks.readOpen(longer, now)).isEqualTo(clocks.readOpen(history, now));
    }

    @Property(tries = 400)
    void a_clock_shows_the_same_whatever_else_is_promised(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll Measure measure,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        Agreements alone = only(agreements, target -> target.measure() == measure);
        Instant now = after(history, later);

        assertThat(shown(new Clocks(alone).read(history, now)))
                .isEqualTo(shown(new Clocks(agreements)
                        .read(history, now).stream()
                                .filter(reading -> reading.measure() == measure)
                                .toList()));
    }

    /** What goes before other clocks is promised by nobody then. */
    private static Agreements only(Agreements agreements, Predicate<Target> kept) {
        return Agreements.of(agreements.all().stream()
                .map(agreement -> agreement.withTargets(
                        agreement.targets().stream().filter(kept).toList()))
                .toList());
    }

    private static List<String> shown(List<ClockReading> readings) {
        return readings.stream()
                .map(reading -> reading.key() + " " + reading.selected() + " " + reading.began() + " " + reading.state()
                        + " " + reading.consumed() + " " + reading.due())
                .toList();
    }

    private static void assertReadsAsAtOnce(Clocks clocks, CaseHistory grown, Instant now) {
        CaseHistory atOnce = CaseHistory.of(grown.events());
        EscalationPlan plan = new EscalationPlan(clocks);
        Set<String> recorded = grown.events().stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                .collect(Collectors.toSet());

        assertThat(clocks.readOpen(grown, now))
                .isEqualTo(clocks.readOpen(atOnce, now))
                .isEqualTo(clocks.read(atOnce, now).stream()
                        .filter(reading -> reading.ended().isEmpty())
                        .toList());
        List<ThresholdPassing> unrecorded = plan.unrecorded(grown, now);
        assertThat(unrecorded).isEqualTo(plan.unrecorded(atOnce, now));
        assertThat(Lists.transform(unrecorded, ThresholdPassing::asOver))
                .isEqualTo(plan.until(atOnce, now).stream()
                        .filter(passing -> !recorded.contains(passing.id()))
                        .map(ThresholdPassing::asOver)
                        .toList());
        assertThat(plan.nextUnrecorded(grown, now)).isEqualTo(plan.nextUnrecorded(atOnce, recorded, now));
    }

    @Property(tries = 300)
    void events_after_an_instant_change_nothing_that_was_shown_then(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long since) {
        Instant asOf = history.latest().registeredAt().plusSeconds(since % (life(history) + 1));
        List<CaseEvent> known = history.events().stream()
                .filter(event -> !event.occurredAt().isAfter(asOf))
                .toList();
        CaseHistory then = CaseHistory.of(known);
        Clocks clocks = new Clocks(agreements);

        assertThat(clocks.read(history, asOf)).isEqualTo(clocks.read(then, asOf));
    }

    @Property(tries = 300)
    void an_explanation_accounts_for_every_moment_and_adds_up(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        for (Explanation explanation : new Clocks(agreements).explain(history, after(history, later))) {
            ClockReading reading = explanation.reading();
            assertThat(explanation.counted()).isEqualTo(reading.consumed());
            boolean whole = explanation.steps().stream().noneMatch(TraceStep.EarlierTarget.class::isInstance);
            boolean cutOff = reopenedInWork(history) && reading.ended().isEmpty();
            if (whole && !cutOff && reading.measure() != Measure.CUMULATIVE_RESIDENCE) {
                Instant end = reading.ended().orElse(after(history, later));
                assertThat(Attribution.of(explanation).total()).isEqualTo(Duration.between(reading.began(), end));
            }
        }
    }

    @Property(tries = 500)
    void what_was_passed_at_any_time_is_what_was_passed_before_some_event_or_is_now(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        EscalationPlan plan = new EscalationPlan(new Clocks(agreements));
        Instant now = after(history, later);
        Map<String, Instant> before = new HashMap<>();
        for (int count = 1; count <= history.events().size(); count++) {
            Instant asOf = count < history.events().size()
                    ? history.events().get(count).occurredAt()
                    : now;
            for (ThresholdPassing passing : plan.until(history.first(count), asOf)) {
                before.putIfAbsent(passing.id(), passing.dueAt());
            }
        }

        assertThat(plan.until(history, now).stream()
                        .collect(Collectors.toMap(ThresholdPassing::id, ThresholdPassing::dueAt)))
                .isEqualTo(before);
    }

    @Property(tries = 300)
    void visits_of_a_tier_add_up_to_its_clock(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        ImmutableList<ClockReading> readings = new Clocks(recomputing(agreements)).read(history, after(history, later));
        boolean onePriority = history.latest().priority().isEmpty();
        if (onePriority) {
            assertThat(sum(whole(readings), Measure.RESIDENCE))
                    .isEqualTo(sum(whole(readings), Measure.CUMULATIVE_RESIDENCE));
        }
    }

    @Property(tries = 200)
    void a_longer_budget_never_breaches_earlier(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later,
            @ForAll @LongRange(min = 0, max = 100_000) long more) {
        Agreements longer = Agreements.of(recomputing(agreements).all().stream()
                .map(agreement -> longer(agreement, Duration.ofSeconds(more)))
                .toList());
        ImmutableList<ClockReading> strict = new Clocks(recomputing(agreements)).read(history, after(history, later));
        ImmutableList<ClockReading> lenient = new Clocks(longer).read(history, after(history, later));

        for (int i = 0; i < strict.size(); i++) {
            assertThat(strict.get(i).consumed()).isEqualTo(lenient.get(i).consumed());
            if (lenient.get(i).exceeded()) {
                assertThat(strict.get(i).exceeded()).isTrue();
                assertThat(strict.get(i).due().orElseThrow())
                        .isBeforeOrEqualTo(lenient.get(i).due().orElseThrow());
            }
        }
    }

    @Property(tries = 200)
    void spans_that_follow_one_another_find_what_one_span_over_all_finds_each_threshold_once(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long one,
            @ForAll @LongRange(min = 0, max = LONGEST) long other) {
        EscalationPlan plan = new EscalationPlan(new Clocks(agreements));
        Instant begin = history.latest().registeredAt().minusSeconds(1);
        Instant middle = begin.plusSeconds(Math.min(one, other));
        Instant end = begin.plusSeconds(Math.max(one, other));
        List<String> parts = new ArrayList<>();
        plan.between(history, begin, middle).forEach(passing -> parts.add(passing.id() + passing.dueAt()));
        plan.between(history, middle, end).forEach(passing -> parts.add(passing.id() + passing.dueAt()));

        assertThat(parts).doesNotHaveDuplicates();
        assertThat(plan.between(history, begin, end).stream().map(passing -> passing.id() + passing.dueAt()))
                .containsExactlyInAnyOrderElementsOf(parts);
    }

    @Property(tries = 1000)
    void the_next_threshold_is_passed_at_the_moment_that_was_told_and_none_before(
            @ForAll CaseHistory history, @ForAll Agreements agreements, @ForAll boolean spannedAlone) {
        Agreements promised =
                spannedAlone ? only(agreements, target -> !target.span().equals(Span.whole())) : agreements;
        EscalationPlan plan = new EscalationPlan(new Clocks(promised));
        Instant now = history.latest().changedAt();

        plan.next(history, now)
                .ifPresentOrElse(
                        next -> {
                            assertThat(plan.between(history, now, next.minusNanos(1)))
                                    .isEmpty();
                            assertThat(plan.between(history, now, next)).isNotEmpty();
                        },
                        () -> assertThat(plan.between(history, now, now.plusSeconds(LONGEST)))
                                .isEmpty());
    }

    @Property(tries = 500)
    void the_next_that_is_not_on_record_is_the_first_that_was_passed_or_else_the_next(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later,
            @ForAll Random random) {
        EscalationPlan plan = new EscalationPlan(new Clocks(agreements));
        Instant now = after(history, later);
        ImmutableList<ThresholdPassing> passed = plan.until(history, now);
        Set<String> recorded = passed.stream()
                .map(ThresholdPassing::id)
                .filter(id -> random.nextBoolean())
                .collect(Collectors.toSet());
        Optional<Instant> late = passed.stream()
                .filter(passing -> !recorded.contains(passing.id()))
                .map(passing -> passing.dueAt().plusNanos(1))
                .findFirst();

        assertThat(plan.nextUnrecorded(history, recorded, now)).isEqualTo(late.or(() -> plan.next(history, now)));
    }

    @Property(tries = 200)
    void a_history_that_goes_on_is_the_history_of_all_its_events(
            @ForAll CaseHistory history, @ForAll @IntRange(min = 1, max = 40) int first) {
        int count = Math.min(first, history.events().size());
        CaseHistory goneOn = history.first(count)
                .followedBy(history.events().subList(count, history.events().size()));

        assertThat(goneOn.events()).isEqualTo(history.events());
        assertThat(IntStream.range(0, goneOn.events().size()).mapToObj(goneOn::state))
                .containsExactlyElementsOf(IntStream.range(0, history.events().size())
                        .mapToObj(history::state)
                        .toList());
    }

    @Property
    void a_share_of_a_budget_is_exact_to_the_nanosecond(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long seconds,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
            @ForAll @IntRange(min = 1, max = 1000) int percent) {
        Duration budget = Duration.ofSeconds(seconds, nanos);

        assertThat(new Threshold.Share(percent).of(budget))
                .isEqualTo(budget.multipliedBy(percent).dividedBy(100));
    }

    @Property(tries = 200)
    void evaluations_merge_in_any_order_and_count_what_the_clocks_show(
            @ForAll CaseHistory one,
            @ForAll CaseHistory other,
            @ForAll CaseHistory third,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        Clocks clocks = new Clocks(agreements);
        Evaluation a = Evaluation.of(clocks, one, after(one, later));
        Evaluation b = Evaluation.of(clocks, other, after(other, later));
        Evaluation c = Evaluation.of(clocks, third, after(third, later));

        assertThat(a.merge(b).merge(c))
                .isEqualTo(a.merge(b.merge(c)))
                .isEqualTo(c.merge(b).merge(a));
        assertThat(a.merge(Evaluation.none())).isEqualTo(a);
        assertThat(a.tallies().values().stream()
                        .mapToLong(Evaluation.Tally::exceeded)
                        .sum())
                .isEqualTo(clocks.read(one, after(one, later)).stream()
                        .filter(ClockReading::exceeded)
                        .count());
    }

    @Property(tries = 100)
    void the_same_agreements_make_no_difference(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        WhatIf same = new WhatIf(new Clocks(agreements), new Clocks(agreements));

        assertThat(same.compare(history, after(history, later))).isEmpty();
    }

    @Property(tries = 200)
    void a_threshold_of_a_hundred_percent_is_passed_exactly_by_clocks_that_are_exceeded(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        Clocks clocks = new Clocks(agreements);
        List<String> passed = new EscalationPlan(clocks)
                .until(history, after(history, later)).stream()
                        .filter(passing -> passing.threshold().at().describe().equals("100%"))
                        .map(passing -> passing.selected().target().id() + passing.clock())
                        .toList();

        assertThat(clocks.read(history, after(history, later)).stream()
                        .filter(ClockReading::exceeded)
                        .map(reading -> reading.selected().target().id() + reading.key()))
                .allSatisfy(exceeded -> assertThat(passed).contains(exceeded));
    }

    @Property(tries = 300)
    void a_span_lies_within_what_it_is_cut_from(
            @ForAll CaseHistory history,
            @ForAll Agreements agreements,
            @ForAll @LongRange(min = 0, max = LONGEST) long later) {
        ImmutableList<ClockReading> readings = new Clocks(recomputing(agreements)).read(history, after(history, later));
        for (ClockReading reading : readings) {
            Target target = reading.selected().target();
            if (!target.span().equals(Span.whole())) {
                assertThat(whole(readings).stream()
                                .filter(other -> other.measure() == reading.measure()
                                        && other.station().equals(reading.station())))
                        .anySatisfy(other -> {
                            assertThat(reading.began()).isAfterOrEqualTo(other.began());
                            assertThat(reading.ended().orElse(Instant.MAX))
                                    .isBeforeOrEqualTo(other.ended().orElse(Instant.MAX));
                        });
            }
        }
    }

    @Property(tries = 300)
    void each_wait_for_a_response_has_one_clock_from_the_first_word_to_the_response(
            @ForAll CaseHistory history, @ForAll Agreements agreements) {
        List<String> waits = new ArrayList<>();
        Optional<Instant> waitsSince = Optional.empty();
        for (int i = 0; i < history.events().size(); i++) {
            CaseEvent event = history.events().get(i);
            boolean over = history.state(i).working().isEmpty() || CaseHistory.speaksToCustomer(event);
            if (over && waitsSince.isPresent()) {
                waits.add(waitsSince.get() + " " + event.occurredAt());
                waitsSince = Optional.empty();
            } else if (!over && waitsSince.isEmpty() && CaseHistory.asksForResponse(event)) {
                waitsSince = Optional.of(event.occurredAt());
            }
        }
        waitsSince.ifPresent(since -> waits.add(since + " still"));

        assertThat(whole(new Clocks(agreements).read(history, after(history, 0))).stream()
                        .filter(reading -> reading.measure() == Measure.NEXT_RESPONSE)
                        .map(reading -> reading.began() + " "
                                + reading.ended().map(Instant::toString).orElse("still")))
                .containsExactlyElementsOf(waits);
    }

    @Property(tries = 300)
    void clocks_are_told_in_the_order_in_which_they_began(@ForAll CaseHistory history, @ForAll Agreements agreements) {
        assertThat(new Clocks(agreements).read(history, after(history, 0)))
                .extracting(ClockReading::began)
                .isSorted();
    }

    /** Whether, as only in a log of another system, a cycle came to no end before the next began. */
    private static boolean reopenedInWork(CaseHistory history) {
        return IntStream.range(1, history.events().size())
                .anyMatch(i -> history.events().get(i) instanceof CaseEvent.Reopened
                        && history.state(i - 1).working().isPresent());
    }

    private static ImmutableList<ClockReading> whole(ImmutableList<ClockReading> readings) {
        return readings.stream()
                .filter(reading -> reading.selected().target().span().equals(Span.whole()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Instant after(CaseHistory history, long seconds) {
        return history.latest().changedAt().plusSeconds(seconds);
    }

    private static long life(CaseHistory history) {
        return Duration.between(
                        history.latest().registeredAt(), history.latest().changedAt())
                .toSeconds();
    }

    private static Agreements recomputing(Agreements agreements) {
        return Agreements.of(agreements.all().stream()
                .map(agreement -> agreement.withOnChange(ChangePolicy.RECOMPUTE))
                .toList());
    }

    private static Agreement longer(Agreement agreement, Duration more) {
        return agreement.withTargets(agreement.targets().stream()
                .map(target -> target.withBudget(Budget.of(
                        ((Budget.ServiceTime) target.budget()).amount().plus(more))))
                .toList());
    }

    private static Duration sum(ImmutableList<ClockReading> readings, Measure measure) {
        return readings.stream()
                .filter(reading -> reading.measure() == measure)
                .map(ClockReading::consumed)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
