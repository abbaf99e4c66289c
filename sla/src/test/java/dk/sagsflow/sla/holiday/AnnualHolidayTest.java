package dk.sagsflow.sla.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that come every year. */
class AnnualHolidayTest {
    /** From almanacs: the earliest and the latest there are, corrections of the reckoning, and turns of centuries. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-04-15",
                "1903-04-12",
                "1913-03-23",
                "1924-04-20",
                "1943-04-25",
                "1954-04-18",
                "1961-04-02",
                "1967-03-26",
                "1981-04-19",
                "1986-03-30",
                "1999-04-04",
                "2000-04-23",
                "2005-03-27",
                "2007-04-08",
                "2008-03-23",
                "2011-04-24",
                "2016-03-27",
                "2019-04-21",
                "2024-03-31",
                "2038-04-25",
                "2049-04-18",
                "2057-04-22",
                "2076-04-19",
                "2100-03-28",
                "2106-04-18",
                "2160-03-23"
            })
    void easter_is_where_the_almanac_has_it(LocalDate sunday) {
        assertThat(AnnualHoliday.afterEaster(0).in(sunday.getYear())).contains(sunday);
    }

    @Test
    void a_day_moves_with_easter_up_to_a_hundred_days_on_either_side() {
        LocalDate easter = LocalDate.of(2007, 4, 8);

        assertThat(AnnualHoliday.afterEaster(-100).in(2007)).contains(easter.minusDays(100));
        assertThat(AnnualHoliday.afterEaster(100).in(2007)).contains(easter.plusDays(100));
        assertThatThrownBy(() -> AnnualHoliday.afterEaster(101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days from Easter are 101, not -100 to 100");
        assertThatThrownBy(() -> AnnualHoliday.afterEaster(-101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_29th_of_february_is_kept_in_leap_years() {
        AnnualHoliday leapDay = AnnualHoliday.on(MonthDay.of(2, 29));

        assertThat(leapDay.in(2008)).contains(LocalDate.of(2008, 2, 29));
        assertThat(leapDay.in(2007)).isEmpty();
        assertThat(leapDay.in(2100)).isEmpty();
    }

    @Test
    void may_be_kept_in_one_year_alone_and_not_in_none() {
        AnnualHoliday once = AnnualHoliday.on(MonthDay.of(5, 14)).from(2004).until(2004);

        assertThat(once.in(2003)).isEmpty();
        assertThat(once.in(2004)).contains(LocalDate.of(2004, 5, 14));
        assertThat(once.in(2005)).isEmpty();
        assertThatThrownBy(() -> once.until(2003))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is kept from 2004 to 2003, which is no year");
    }
}
