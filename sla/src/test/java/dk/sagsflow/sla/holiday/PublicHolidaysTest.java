package dk.sagsflow.sla.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from Jollyday's files is what Jollyday makes of them, with JAXB, which only these tests have. */
class PublicHolidaysTest {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2075;

    static Set<String> countries() {
        return HolidayCalendar.getSupportedCalendarCodes();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void are_those_of_jollyday_in_every_country_region_and_year(String code) {
        HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)));
        CalendarHierarchy hierarchy = jollyday.getCalendarHierarchy();
        assertThat(HolidayRules.of(code).regions().keySet())
                .containsExactlyInAnyOrderElementsOf(hierarchy.getChildren().keySet().stream()
                        .map(region -> region.toLowerCase(Locale.ROOT))
                        .toList());
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            assertThat(new PublicHolidays(code, Optional.empty()).in(year))
                    .as("%s %s", code, year)
                    .isEqualTo(asJollydaySays(jollyday, year));
            for (String region : hierarchy.getChildren().keySet()) {
                assertThat(new PublicHolidays(code, Optional.of(region)).in(year))
                        .as("%s/%s %s", code, region, year)
                        .isEqualTo(asJollydaySays(jollyday, year, region));
            }
        }
    }

    private static Set<LocalDate> asJollydaySays(HolidayManager jollyday, int year, String... region) {
        return jollyday.getHolidays(Year.of(year), region).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
    }

    @Test
    void the_great_prayer_day_of_denmark_went_in_2024() {
        PublicHolidays denmark = new PublicHolidays("dk", Optional.empty());
        assertThat(denmark.in(2023)).contains(LocalDate.of(2023, 5, 5)).hasSize(11);
        assertThat(denmark.in(2024)).doesNotContain(LocalDate.of(2024, 4, 26)).hasSize(10);
    }

    @Test
    void an_unknown_country_or_region_is_refused_and_the_known_ones_are_named() {
        assertThatThrownBy(() -> new PublicHolidays("atlantis", Optional.empty()))
                .hasMessageContaining("\"atlantis\"")
                .hasMessageContaining("DK");
        assertThatThrownBy(() -> new PublicHolidays("de", Optional.of("xx")))
                .hasMessageContaining("no region \"xx\"")
                .hasMessageContaining("by");
    }
}
