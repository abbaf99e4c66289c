package dk.sagsflow.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import dk.sagsflow.sla.calendar.CalendarDomain.Built;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Calendars against the definition, minute by minute, and the laws that follow from it. */
@Domain(DomainContext.Global.class)
@Domain(CalendarDomain.class)
class ServiceCalendarProperties {
    @Provide
    Arbitrary<Duration> offsets() {
        return CalendarDomain.offsets();
    }

    /** Counts minutes by asking the definition at the beginning of each; ends of openings lie on whole minutes. */
    private static Duration counted(Built built, Instant from, Instant to) {
        long open = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            open += built.open(minute) ? 1 : 0;
        }
        return Duration.ofMinutes(open);
    }

    @Property(tries = 400)
    void open_time_is_what_the_definition_counts(
            @ForAll Built built, @ForAll("offsets") Duration one, @ForAll("offsets") Duration other) {
        Instant from = built.around().plus(one.compareTo(other) < 0 ? one : other);
        Instant to = built.around().plus(one.compareTo(other) < 0 ? other : one);

        assertThat(built.calendar().openTime(from, to)).isEqualTo(counted(built, from, to));
        assertThat(built.calendar().openTime(to, from))
                .isEqualTo(counted(built, from, to).negated());
    }

    @Property(tries = 400)
    void open_at_is_what_the_definition_says(@ForAll Built built, @ForAll("offsets") Duration offset) {
        Instant instant = built.around().plus(offset);

        assertThat(built.calendar().openAt(instant)).isEqualTo(built.open(instant));
        assertThat(built.calendar().openAt(instant.plusNanos(1))).isEqualTo(built.open(instant.plusNanos(1)));
        assertThat(built.calendar().openAt(instant.minusNanos(1))).isEqualTo(built.open(instant.minusNanos(1)));
    }

    @Property(tries = 200)
    void open_time_is_additive_over_a_split(
            @ForAll Built built,
            @ForAll("offsets") Duration one,
            @ForAll("offsets") Duration other,
            @ForAll("offsets") Duration middle,
            @ForAll @LongRange(min = 0, max = 59_999_999_999L) long nanos) {
        Instant from = built.around().plus(one);
        Instant to = built.around().plus(other);
        Instant split = built.around().plus(middle).plusNanos(nanos);

        assertThat(built.calendar().openTime(from, split).plus(built.calendar().openTime(split, to)))
                .isEqualTo(built.calendar().openTime(from, to));
    }

    @Property(tries = 400)
    void due_is_the_earliest_instant_by_which_the_budget_is_used_up(
            @ForAll Built built,
            @ForAll("offsets") Duration offset,
            @ForAll @LongRange(min = 1, max = 400L * 3600 * 1_000_000_000) long budget) {
        ServiceCalendar calendar = built.calendar();
        Instant start = built.around().plus(offset);

        Optional<Instant> reached =
                calendar.due(start, Duration.ofNanos(budget)).instant();

        if (reached.isEmpty()) {
            assertThat(calendar.openTime(start, EpochNanos.LAST_INSTANT)).isLessThan(Duration.ofNanos(budget));
            return;
        }
        Instant due = reached.get();
        assertThat(calendar.openTime(start, due)).isEqualTo(Duration.ofNanos(budget));
        assertThat(calendar.openTime(start, due.minusNanos(1))).isEqualTo(Duration.ofNanos(budget - 1));
    }

    @Property(tries = 400)
    void due_before_is_the_latest_instant_from_which_the_budget_is_used_up(
            @ForAll Built built,
            @ForAll("offsets") Duration offset,
            @ForAll @LongRange(min = 1, max = 400L * 3600 * 1_000_000_000) long budget) {
        ServiceCalendar calendar = built.calendar();
        Instant end = built.around().plus(offset);

        Optional<Instant> reached =
                calendar.dueBefore(end, Duration.ofNanos(budget)).instant();

        if (reached.isEmpty()) {
            assertThat(calendar.openTime(EpochNanos.FIRST_INSTANT, end)).isLessThan(Duration.ofNanos(budget));
            return;
        }
        Instant begin = reached.get();
        assertThat(calendar.openTime(begin, end)).isEqualTo(Duration.ofNanos(budget));
        assertThat(calendar.openTime(begin.plusNanos(1), end)).isEqualTo(Duration.ofNanos(budget - 1));
    }

    @Property(tries = 200)
    void counting_back_undoes_counting_on_unless_the_start_lies_in_closed_time(
            @ForAll Built built,
            @ForAll("offsets") Duration offset,
            @ForAll @LongRange(min = 1, max = 3600L * 1_000_000_000) long budget) {
        ServiceCalendar calendar = built.calendar();
        Instant start = built.around().plus(offset);
        Instant due = calendar.due(start, Duration.ofNanos(budget)).instant().orElseThrow();

        Instant back =
                calendar.dueBefore(due, Duration.ofNanos(budget)).instant().orElseThrow();

        assertThat(back).isEqualTo(calendar.nextOpening(start).instant().orElseThrow());
    }

    @Property(tries = 200)
    void due_is_monotone_in_start_and_budget(
            @ForAll Built built,
            @ForAll("offsets") Duration offset,
            @ForAll @IntRange(max = 100_000) int later,
            @ForAll @IntRange(max = 40_000) int budget,
            @ForAll @IntRange(max = 40_000) int more) {
        ServiceCalendar calendar = built.calendar();
        Instant start = built.around().plus(offset);
        Instant due = calendar.due(start, Duration.ofSeconds(budget)).instant().orElseThrow();

        assertThat(calendar.due(start.plusSeconds(later), Duration.ofSeconds(budget))
                        .instant()
                        .orElseThrow())
                .isAfterOrEqualTo(due);
        assertThat(calendar.due(start, Duration.ofSeconds((long) budget + more))
                        .instant()
                        .orElseThrow())
                .isAfterOrEqualTo(due);
    }

    @Property(tries = 200)
    void next_opening_and_closing_are_the_next_changes(@ForAll Built built, @ForAll("offsets") Duration offset) {
        ServiceCalendar calendar = built.calendar();
        Instant from = built.around().plus(offset);

        Instant opening = calendar.nextOpening(from).instant().orElseThrow();
        Instant closing = calendar.nextClosing(from).instant().orElse(EpochNanos.LAST_INSTANT);

        assertThat(calendar.openTime(from, opening)).isZero();
        assertThat(calendar.openAt(opening)).isTrue();
        if (closing.isBefore(EpochNanos.LAST_INSTANT)) {
            assertThat(calendar.openAt(closing)).isFalse();
            assertThat(calendar.openAt(closing.minusNanos(1))).isTrue();
        }
        assertThat(calendar.openTime(opening, closing)).isEqualTo(Duration.between(opening, closing));
    }

    @Property(tries = 200)
    void the_previous_closing_and_the_next_beginning_are_those_of_the_openings(
            @ForAll Built built, @ForAll("offsets") Duration offset, @ForAll @IntRange(max = 1) int nanos) {
        ServiceCalendar calendar = built.calendar();
        Instant at = built.around().plus(offset).minusNanos(nanos);
        Instant first = at.minus(Duration.ofDays(40));
        Instant last = at.plus(Duration.ofDays(40));
        var openings = calendar.openIntervals(first, last);

        assertThat(calendar.previousClosing(at).instant().filter(first::isBefore))
                .isEqualTo(openings.stream()
                        .map(Range::upperEndpoint)
                        .filter(end -> !end.isAfter(at))
                        .reduce((before, end) -> end));
        assertThat(calendar.nextOpeningAfter(at).instant().filter(last::isAfter))
                .isEqualTo(openings.stream()
                        .map(Range::lowerEndpoint)
                        .filter(at::isBefore)
                        .findFirst());
    }

    @Property(tries = 300)
    void working_days_are_dates_that_are_open_at_some_minute(
            @ForAll Built built, @ForAll("offsets") Duration offset, @ForAll @IntRange(max = 4) int days) {
        Instant start = built.around().plus(offset);
        LocalDate date = LocalDate.ofInstant(start, built.zone());
        Map<LocalDate, Instant> closings = new TreeMap<>();
        Instant end = start.plus(Duration.ofDays(40));
        int enough = days + 3;
        for (Instant minute = start;
                minute.isBefore(end) && closings.size() < enough;
                minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (built.open(minute)) {
                closings.put(LocalDate.ofInstant(minute, built.zone()), minute.plus(1, ChronoUnit.MINUTES));
            }
        }
        Optional<Instant> counted = closings.entrySet().stream()
                .filter(day ->
                        days == 0 ? !day.getKey().isBefore(date) : day.getKey().isAfter(date))
                .map(Map.Entry::getValue)
                .skip(Math.max(0, days - 1))
                .findFirst();

        counted.filter(closing -> closing.isBefore(end.minus(Duration.ofDays(3))))
                .ifPresent(closing -> assertThat(built.calendar()
                                .due(start, WorkingDays.of(days))
                                .orElseThrow())
                        .isEqualTo(closing));
    }

    @Property(tries = 300)
    void open_intervals_are_in_order_apart_and_add_up(
            @ForAll Built built, @ForAll("offsets") Duration one, @ForAll("offsets") Duration other) {
        Instant from = built.around().plus(one.compareTo(other) < 0 ? one : other);
        Instant to = built.around().plus(one.compareTo(other) < 0 ? other : one);
        Duration sum = Duration.ZERO;
        Instant last = Instant.MIN;
        for (var interval : built.calendar().openIntervals(from, to)) {
            assertThat(interval.lowerEndpoint()).isAfter(last);
            assertThat(interval.isEmpty()).isFalse();
            last = interval.upperEndpoint();
            sum = sum.plus(Duration.between(interval.lowerEndpoint(), last));
        }

        assertThat(sum).isEqualTo(built.calendar().openTime(from, to));
    }

    @Property(tries = 300)
    void set_operations_are_those_of_instants(
            @ForAll Built one, @ForAll Built other, @ForAll("offsets") Duration offset) {
        Instant instant = one.around().plus(offset);
        boolean inOne = one.open(instant);
        boolean inOther = other.open(instant);

        assertThat(one.calendar().union(other.calendar()).openAt(instant)).isEqualTo(inOne || inOther);
        assertThat(one.calendar().intersection(other.calendar()).openAt(instant))
                .isEqualTo(inOne && inOther);
        assertThat(one.calendar().minus(other.calendar()).openAt(instant)).isEqualTo(inOne && !inOther);
    }

    @Property(tries = 200)
    void set_operations_on_several_calendars_are_those_of_instants(
            @ForAll @Size(3) List<Built> built,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 8) Integer> steps,
            @ForAll("offsets") Duration offset) {
        Instant instant = built.get(0).around().plus(offset);
        ServiceCalendar calendar = built.get(0).calendar();
        boolean open = built.get(0).open(instant);
        for (int step : steps) {
            Built other = built.get(step / 3);
            boolean inOther = other.open(instant);
            switch (step % 3) {
                case 0 -> {
                    calendar = calendar.union(other.calendar());
                    open = open || inOther;
                }
                case 1 -> {
                    calendar = calendar.intersection(other.calendar());
                    open = open && inOther;
                }
                default -> {
                    calendar = calendar.minus(other.calendar());
                    open = open && !inOther;
                }
            }
        }

        assertThat(calendar.openAt(instant)).isEqualTo(open);
        assertThat(calendar.madeOf(built.get(0).calendar())).isTrue();
    }

    @Property(tries = 200)
    void the_order_in_which_years_are_asked_for_changes_nothing(
            @ForAll Built built,
            @ForAll("offsets") Duration offset,
            @ForAll @IntRange(min = -80, max = 160) int years) {
        Instant from = built.around().plus(offset);
        Instant far = from.plus(Duration.ofDays(365L * years));
        ServiceCalendar fresh = ServiceCalendar.always().intersection(built.calendar());
        Duration near = fresh.openTime(from, from.plus(Duration.ofDays(3)));

        Duration wide = fresh.openTime(far, far.plus(Duration.ofDays(3)));

        assertThat(fresh.openTime(from, from.plus(Duration.ofDays(3)))).isEqualTo(near);
        assertThat(built.calendar().openTime(far, far.plus(Duration.ofDays(3)))).isEqualTo(wide);
    }
}
