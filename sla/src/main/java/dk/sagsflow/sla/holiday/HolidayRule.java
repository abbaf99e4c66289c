package dk.sagsflow.sla.holiday;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** On which dates of a year of our calendar a holiday is kept: none, one, or two where another calendar's year is shorter. */
@FunctionalInterface
interface HolidayRule {
    Stream<LocalDate> in(int year);

    /** One date in every year. */
    static HolidayRule yearly(IntFunction<LocalDate> date) {
        return year -> Stream.of(date.apply(year));
    }

    /** The same rule in some years only. */
    default HolidayRule when(IntPredicate kept) {
        return year -> kept.test(year) ? in(year) : Stream.empty();
    }

    /** The same rule, each date taken somewhere else. */
    default HolidayRule moved(TemporalAdjuster move) {
        return year -> in(year).map(date -> date.with(move));
    }
}
