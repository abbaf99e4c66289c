package dk.sagsflow.testkit.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallAmount;
import dk.sagsflow.core.telephone.CallCell;
import dk.sagsflow.core.telephone.CallOddity;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.core.telephone.ErlangC;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R34")
class CallStatisticsTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Instant MONDAY_AT_EIGHT = Instant.parse("2007-08-13T06:00:00Z");
    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);

    private static final Comparator<CallRecord> BY_ARRIVAL = Comparator.comparing(CallRecord::arrived);

    private static CallRecord answered(String id, Instant arrived, long waited, long talked) {
        return new CallRecord(
                id,
                arrived,
                "support",
                true,
                Duration.ofSeconds(waited),
                Duration.ofSeconds(talked),
                Optional.of("aarhus"),
                Optional.of(SystemId.of("amanda")),
                Optional.empty());
    }

    private static CallRecord gaveUp(String id, Instant arrived, long waited) {
        return new CallRecord(
                id,
                arrived,
                "support",
                false,
                Duration.ofSeconds(waited),
                Duration.ZERO,
                Optional.of("odense"),
                Optional.empty(),
                Optional.empty());
    }

    private static CallRecord about(CallRecord call, String number) {
        return new CallRecord(
                call.id(),
                call.arrived(),
                call.queue(),
                call.answered(),
                call.waited(),
                call.talked(),
                call.origin(),
                call.system(),
                Optional.of(CaseNumber.of(number)));
    }

    private static CallTally tally(String... queues) {
        return new CallTally(PeriodLength.MONTH, COPENHAGEN, ImmutableSet.copyOf(queues));
    }

    private static CallStatistics count(Iterable<CallRecord> calls) {
        CallTally tally = tally();
        calls.forEach(tally::add);
        return tally.statistics();
    }

    @Test
    void waiting_time_service_level_and_abandonment_are_told() {
        CallAmount all = count(List.of(
                        answered("1", MONDAY_AT_EIGHT, 5, 180),
                        answered("2", MONDAY_AT_EIGHT.plusSeconds(60), 20, 60),
                        answered("3", MONDAY_AT_EIGHT.plusSeconds(120), 21, 600),
                        gaveUp("4", MONDAY_AT_EIGHT.plusSeconds(180), 4),
                        gaveUp("5", MONDAY_AT_EIGHT.plusSeconds(240), 90)))
                .total();

        assertThat(all.calls()).isEqualTo(5);
        assertThat(all.abandonment().orElseThrow()).isEqualTo(0.4);
        assertThat(all.serviceLevel(TWENTY_SECONDS).orElseThrow())
                .as("2 of 4: who gave up within 20 s does not count")
                .isEqualTo(0.5);
        assertThat(all.waited().quantile(0.5)).isEqualTo(TWENTY_SECONDS);
        assertThat(all.talked().total()).isEqualTo(Duration.ofMinutes(14));
        assertThat(all.solvedInCall()).isEmpty();
    }

    @Test
    void calls_are_told_apart_by_weekday_and_hour_of_the_zone_origin_and_system() {
        CallStatistics figures = count(List.of(
                answered("1", MONDAY_AT_EIGHT, 5, 180),
                answered("2", MONDAY_AT_EIGHT.plus(Duration.ofHours(25)), 5, 60),
                gaveUp("3", MONDAY_AT_EIGHT, 9)));

        assertThat(figures.by(CallCell::weekday).keySet())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(figures.by(CallCell::hour).keySet()).containsExactlyInAnyOrder(8, 9);
        assertThat(figures.of(cell -> cell.origin().equals(Optional.of("odense")))
                        .calls())
                .isEqualTo(1);
        assertThat(figures.of(cell -> cell.system().isPresent()).calls()).isEqualTo(2);
        assertThat(figures.cells().keySet())
                .allSatisfy(cell -> assertThat(cell.period()).isEqualTo(LocalDate.of(2007, 8, 1)));
    }

    @Test
    void the_hour_that_comes_twice_when_clocks_go_back_holds_the_calls_of_both() {
        Instant first = Instant.parse("2007-10-28T00:30:00Z");

        CallStatistics figures =
                count(List.of(answered("1", first, 1, 1), answered("2", first.plus(Duration.ofHours(1)), 1, 1)));

        assertThat(figures.cells()).hasSize(1);
        assertThat(figures.of(cell -> cell.hour() == 2).calls()).isEqualTo(2);
    }

    @Test
    void a_call_solved_its_case_if_the_answer_was_there_when_it_ended() {
        ImmutableMap<CaseNumber, Instant> answers = ImmutableMap.of(
                CaseNumber.of("A"), MONDAY_AT_EIGHT.plusSeconds(100),
                CaseNumber.of("B"), MONDAY_AT_EIGHT.plusSeconds(5_000));
        CallTally tally = new CallTally(
                PeriodLength.WEEK,
                COPENHAGEN,
                ImmutableSet.of(),
                number -> !number.equals(CaseNumber.of("elsewhere")),
                number -> Optional.ofNullable(answers.get(number)));

        tally.add(about(answered("1", MONDAY_AT_EIGHT, 10, 90), "A"));
        tally.add(about(answered("2", MONDAY_AT_EIGHT, 10, 90), "B"));
        tally.add(about(answered("3", MONDAY_AT_EIGHT, 10, 90), "C"));
        tally.add(answered("4", MONDAY_AT_EIGHT, 10, 90));
        tally.add(about(answered("5", MONDAY_AT_EIGHT, 10, 90), "elsewhere"));

        assertThat(tally.statistics().total().withCase()).isEqualTo(3);
        assertThat(tally.statistics().total().solved()).isEqualTo(1);
        assertThat(tally.statistics().leftOut())
                .as("of a case that nobody knows it is not known whether it was solved")
                .isEqualTo(ImmutableMap.of(CallOddity.UNKNOWN_CASE, 1L));
    }

    @Test
    void calls_that_are_not_joined_with_cases_have_no_share_that_was_solved() {
        CallTally tally = tally();
        tally.add(about(answered("1", MONDAY_AT_EIGHT, 10, 90), "A"));

        assertThat(tally.statistics().total().answered()).isOne();
        assertThat(tally.statistics().total().solvedInCall()).isEmpty();
    }

    @Test
    void what_is_odd_is_counted_and_told() {
        CallTally tally = tally("support");
        tally.add(about(answered("1", MONDAY_AT_EIGHT, 0, 600), "A"));
        tally.add(about(answered("2", MONDAY_AT_EIGHT.plusSeconds(60), 0, 60), "A"));
        tally.add(answered("1", MONDAY_AT_EIGHT, 0, 600));
        tally.add(answered("3", MONDAY_AT_EIGHT.minusSeconds(60), 0, 600));
        CallRecord call = answered("4", MONDAY_AT_EIGHT, 0, 600);
        tally.add(new CallRecord(
                call.id(),
                call.arrived(),
                "nowhere",
                true,
                call.waited(),
                call.talked(),
                call.origin(),
                call.system(),
                call.caseNumber()));

        assertThat(tally.statistics().total().calls()).isEqualTo(3);
        assertThat(tally.statistics().leftOut())
                .isEqualTo(ImmutableMap.of(
                        CallOddity.OVERLAPPING, 1L,
                        CallOddity.DUPLICATE, 1L,
                        CallOddity.OUT_OF_ORDER, 1L,
                        CallOddity.UNKNOWN_QUEUE, 1L));
        assertThatThrownBy(() -> answered("5", MONDAY_AT_EIGHT, -1, 600)).hasMessageContaining("less than no time");
    }

    @Test
    void whoever_counts_a_call_is_told_why_it_is_not_counted() {
        CallTally tally = tally("support");

        assertThat(tally.add(answered("1", MONDAY_AT_EIGHT, 0, 60))).isEmpty();
        assertThat(tally.add(answered("1", MONDAY_AT_EIGHT, 0, 60))).contains(CallOddity.DUPLICATE);
        assertThat(tally("elsewhere").add(answered("1", MONDAY_AT_EIGHT, 0, 60)))
                .contains(CallOddity.UNKNOWN_QUEUE);
    }

    @Test
    void calls_of_a_case_one_after_the_other_do_not_overlap_in_whatever_order_they_come() {
        List<CallRecord> calls = List.of(
                about(answered("1", MONDAY_AT_EIGHT.plusSeconds(7_200), 10, 300), "A"),
                about(answered("2", MONDAY_AT_EIGHT, 10, 300), "A"),
                about(answered("3", MONDAY_AT_EIGHT.plusSeconds(3_600), 10, 300), "A"),
                about(answered("4", MONDAY_AT_EIGHT.plusSeconds(3_900), 10, 300), "A"));
        assertThat(count(calls).leftOut()).doesNotContainKey(CallOddity.OVERLAPPING);

        CallRecord atOnce = about(answered("5", MONDAY_AT_EIGHT.plusSeconds(60), 0, 30), "A");
        for (List<CallRecord> order :
                List.of(calls, calls.stream().sorted(BY_ARRIVAL).toList())) {
            List<CallRecord> more = new ArrayList<>(order);
            more.add(atOnce);
            assertThat(count(more).leftOut()).containsEntry(CallOddity.OVERLAPPING, 1L);
        }
    }

    @Test
    void of_no_call_there_are_no_shares() {
        CallAmount none = count(List.of()).total();

        assertThat(none.calls()).isZero();
        assertThat(none.abandonment()).isEmpty();
        assertThat(none.serviceLevel(TWENTY_SECONDS)).isEmpty();
        assertThat(none.solvedInCall()).isEmpty();
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void parts_that_were_counted_apart_are_together_what_one_pass_counts(
            @ForAll @IntRange(max = 60) int size, @ForAll Random random) {
        List<CallRecord> calls = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> {
                    Instant arrived = MONDAY_AT_EIGHT.plusSeconds(random.nextInt(5_000_000));
                    return random.nextInt(4) == 0
                            ? gaveUp("c" + i, arrived, random.nextInt(300))
                            : answered("c" + i, arrived, random.nextInt(200), random.nextInt(3_000));
                })
                .toList());
        int cut = random.nextInt(size + 1);
        CallStatistics whole = count(calls);
        CallStatistics parts = count(calls.subList(0, cut)).plus(count(calls.subList(cut, size)));
        Collections.shuffle(calls, random);

        assertThat(parts.cells()).isEqualTo(whole.cells());
        assertThat(count(calls).cells()).isEqualTo(whole.cells());
        assertThat(ImmutableList.copyOf(whole.by(CallCell::hour).values()).stream()
                        .mapToLong(CallAmount::calls)
                        .sum())
                .isEqualTo(size);
    }

    @Tag("R35")
    @Test
    void two_hundred_calls_of_three_minutes_need_fourteen_people_for_80_per_cent_in_20_seconds() {
        ErlangC load = ErlangC.of(200, Duration.ofMinutes(3));

        assertThat(load.load()).isEqualTo(10);
        assertThat(load.people(0.8, TWENTY_SECONDS)).isEqualTo(14);
        assertThat(load.waiting(11)).isEqualTo(0.682, offset(0.001));
        assertThat(load.waiting(14)).isEqualTo(0.174, offset(0.001));
        assertThat(load.serviceLevel(14, TWENTY_SECONDS)).isEqualTo(0.888, offset(0.001));
        assertThat(load.waiting(10)).isEqualTo(1);
        assertThat(ErlangC.of(0, Duration.ofMinutes(3)).people(0.8, TWENTY_SECONDS))
                .isZero();
    }

    /** A queue of one with arrivals at random has a formula of its own: who comes waits as often as somebody is served. */
    @Tag("R35")
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void one_more_person_never_makes_anybody_wait_longer(
            @ForAll @IntRange(min = 1, max = 2_000) int calls, @ForAll @IntRange(min = 10, max = 900) int seconds) {
        ErlangC load = ErlangC.of(calls, Duration.ofSeconds(seconds));
        int people = load.people(0.8, TWENTY_SECONDS);

        assertThat(load.serviceLevel(people, TWENTY_SECONDS)).isGreaterThanOrEqualTo(0.8);
        assertThat(people == 0 ? 0 : load.serviceLevel(people - 1, TWENTY_SECONDS))
                .isLessThan(0.8);
        assertThat(load.waiting(people + 1)).isLessThanOrEqualTo(load.waiting(people));
        if (load.load() < 1) {
            assertThat(load.waiting(1)).isEqualTo(load.load(), offset(1e-9));
        }
    }
}
