package dk.sagsflow.sla.json;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.sla.calendar.OpeningHours;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.holiday.AnnualHoliday;
import dk.sagsflow.sla.holiday.HolidayClosing;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON form of calendars says what a builder says, and everything that is wrong is told with its place. */
class CalendarsJsonTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final String WHOLE = """
            {"$schema": "calendars.schema.json", "format": 1, "calendars": [
              {"id": "always", "name": "Around the clock", "always": true, "zone": "Europe/Copenhagen"},
              {"id": "office", "zone": "Europe/Copenhagen",
               "week": [{"from": "MONDAY", "to": "FRIDAY", "hours": ["08:00-12:00", "13:00 - 16:00"], "breaks": ["09:30-10:00"]},
                        {"from": "SATURDAY", "hours": ["22:00-06:00"]}],
               "publicHolidays": ["DK", "DE-BY"],
               "holidays": [{"date": "12-24"}, {"fromEaster": 26, "lastYear": 2023},
                            {"date": "06-05", "firstYear": 2000}],
               "specialDays": [{"date": "2007-12-27", "closed": true},
                               {"date": "2007-12-28", "hours": ["10:00-12:00", "13:00-14:00"]},
                               {"date": "2007-12-29", "extra": ["09:00-10:00"]},
                               {"dates": ["2008-03-14", "2008-03-17"], "closures": ["12:00-15:30"]},
                               {"dates": ["2008-12-22", "2008-12-23"], "closed": true}],
               "holidaysClose": "BY_BOTH_DATES"},
              {"id": "both", "union": ["office", "always"]},
              {"id": "shared", "intersection": ["always", "office"]},
              {"id": "rest", "minus": ["always", "office"]},
              {"id": "later", "versions": [{"calendar": "office"}, {"from": "2007-09-01", "calendar": "always"}]}
            ]}
            """;

    @Test
    void what_is_read_is_what_a_builder_makes() {
        ServiceCalendar always = ServiceCalendar.always(ZONE);
        ServiceCalendar office = ServiceCalendar.in(ZONE)
                .open(MONDAY, FRIDAY, OpeningHours.of("08:00", "12:00"))
                .open(MONDAY, FRIDAY, OpeningHours.of("13:00", "16:00"))
                .open(SATURDAY, SATURDAY, OpeningHours.of("22:00", "06:00"))
                .publicHolidays("DK")
                .publicHolidays("DE", "BY")
                .holiday(AnnualHoliday.on(MonthDay.of(12, 24)))
                .holiday(AnnualHoliday.afterEaster(26).until(2023))
                .holiday(AnnualHoliday.on(MonthDay.of(6, 5)).from(2000))
                .closed(LocalDate.of(2007, 12, 27))
                .hours(LocalDate.of(2007, 12, 28), OpeningHours.of("10:00", "12:00"), OpeningHours.of("13:00", "14:00"))
                .extraOpening(LocalDate.of(2007, 12, 29), OpeningHours.of("09:00", "10:00"))
                .weeklyBreak(MONDAY, FRIDAY, OpeningHours.of("09:30", "10:00"))
                .closed(LocalDate.of(2008, 3, 14), "12:00", "15:30")
                .closed(LocalDate.of(2008, 3, 17), "12:00", "15:30")
                .closed(List.of(LocalDate.of(2008, 12, 22), LocalDate.of(2008, 12, 23)))
                .holidaysClose(HolidayClosing.BY_BOTH_DATES)
                .build();

        assertThat(read(WHOLE))
                .isEqualTo(ImmutableMap.of(
                        "always", always,
                        "office", office,
                        "both", office.union(always),
                        "shared", always.intersection(office),
                        "rest", always.minus(office),
                        "later", ServiceCalendar.versions(office, Map.of(LocalDate.of(2007, 9, 1), always))));
        assertThat(read(WHOLE).keySet()).containsExactly("always", "office", "both", "shared", "rest", "later");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            '"format": 1'                  | '"format": 2'                 | /format
            '"format": 1,'                 | '"format": 1, "colour": 1,'   | /colour: unknown
            '"id": "both"'                 | '"id": "office"'              | office
            '"id": "both", '               | ''                            | /calendars/2/id
            '"always": true'               | '"always": "yes"'             | /calendars/0/always
            '"always": true'               | '"always": true, "week": []'  | /calendars/0/week: unknown
            '"always": true, "zone": "Europe/Copenhagen"' | '"always": true' | /calendars/0/zone
            '"office", "zone": "Europe/Copenhagen"' | '"office", "zone": "Mars"' | /calendars/1/zone: "Mars" is not a time zone
            '"from": "MONDAY"'             | '"from": "MOONDAY"'           | /calendars/1/week/0/from
            '"to": "FRIDAY"'               | '"to": "FREEDAY"'             | /calendars/1/week/0/to
            '"to": "FRIDAY"'               | '"until": "FRIDAY"'           | /calendars/1/week/0/until: unknown
            '["08:00-12:00", "13:00 - 16:00"]' | '[]'                      | /calendars/1/week/0/hours
            '"08:00-12:00"'                | '"08:00"'                     | /calendars/1/week/0/hours/0: 08:00 is not two times
            '"08:00-12:00"'                | '"08:00-09:00-10:00"'         | is not two times with a hyphen
            '"08:00-12:00"'                | '"08:00-14:00"'               | /calendars/1
            '"DK"'                         | '"QQ"'                        | /calendars/1/publicHolidays/0
            '"DE-BY"'                      | '"DE-QQ"'                     | /calendars/1/publicHolidays/1
            '["DK", "DE-BY"]'              | '"DK"'                        | /calendars/1/publicHolidays
            '"12-24"'                      | '"24/12"'                     | /calendars/1/holidays/0/date: "24/12" is not a month and day
            '"fromEaster": 26'             | '"fromEaster": 101'           | /calendars/1/holidays/1/fromEaster
            '"fromEaster": 26'             | '"fromEaster": -101'          | /calendars/1/holidays/1/fromEaster
            '"lastYear": 2023'             | '"lastYear": 0'               | /calendars/1/holidays/1/lastYear
            '"lastYear": 2023'             | '"lastyear": 2023'            | /calendars/1/holidays/1/lastyear: unknown
            '"firstYear": 2000'            | '"firstYear": 10000'          | /calendars/1/holidays/2/firstYear
            '"firstYear": 2000'            | '"firstYear": 2000, "lastYear": 1999' | /calendars/1/holidays/2
            '["09:30-10:00"]'              | '[]'                          | /calendars/1/week/0/breaks
            '"09:30-10:00"'                | '"12:15-12:45"'               | break 12:15-12:45 on MONDAY is outside of the hours
            '["12:00-15:30"]'              | '["12:00"]'                   | /calendars/1/specialDays/3/closures/0
            '["2008-03-14", "2008-03-17"]' | '[]'                          | /calendars/1/specialDays/3/dates
            '"2008-03-17"'                 | '"2008-03"'                   | /calendars/1/specialDays/3/dates/1: "2008-03" is not a date
            '"2008-12-23"'                 | '"2007-12-28"'                | 2007-12-28 is a special day already
            '"2008-12-23"'                 | '"2008-12-22"'                | 2008-12-22 is listed twice
            '{"dates": ["2008-12-22"'      | '{"date": "2008-12-22", "dates": ["2008-12-22"' | a date or dates, not both
            '"2007-12-27"'                 | '"27/12"'                     | /calendars/1/specialDays/0/date: "27/12" is not a date
            '"closed": true'               | '"closed": 1'                 | /calendars/1/specialDays/0/closed
            '"closed": true'               | '"closed": true, "extra": ["08:00-09:00"]' | /calendars/1/specialDays/0: a special day has one of
            ', "closed": true'             | ''                            | /calendars/1/specialDays/0: a special day has one of
            '"closed": true'               | '"shut": true'                | /calendars/1/specialDays/0/shut: unknown
            '["10:00-12:00", "13:00-14:00"]' | '[]'                        | /calendars/1/specialDays/1/hours
            '["09:00-10:00"]'              | '["9-10"]'                    | /calendars/1/specialDays/2/extra/0
            '"BY_BOTH_DATES"'           | '"BY_NIGHT"'                  | /calendars/1/holidaysClose
            '"holidaysClose"'              | '"holidayclose"'              | /calendars/1/holidayclose: unknown
            '["office", "always"]'         | '["office", "later"]'         | /calendars/2/union/1: "later" is not one of the calendars
            '["office", "always"]'         | '[]'                          | /calendars/2/union
            '"union": '                    | '"zone": "UTC", "union": '    | /calendars/2/zone: unknown
            '{"calendar": "office"}'       | '{"calendar": "nights"}'      | /calendars/5/versions/0/calendar
            '{"calendar": "office"}'       | '{"from": "2007-01-01", "calendar": "office"}' | /calendars/5/versions/0/from: unknown
            '"from": "2007-09-01"'         | '"from": "September"'         | /calendars/5/versions/1/from: "September" is not a date
            '"from": "2007-09-01", '       | ''                            | /calendars/5/versions/1/from
            '"from": "2007-09-01"'         | '"from": "2007-09-01", "x": 1' | /calendars/5/versions/1/x: unknown
            '"later", '                    | '"later", "zone": "UTC", '    | /calendars/5/zone: unknown
            """)
    void whatever_is_wrong_is_told_with_its_place(String good, String bad, String words) {
        assertThat(WHOLE).contains(good);

        assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::describe)
                                .anyMatch(problem -> problem.contains(words)));
    }

    private static ImmutableMap<String, ServiceCalendar> read(String text) {
        Problems problems = new Problems();
        return problems.unlessAny(
                JsonDocument.read("calendars.json", text, problems).flatMap(CalendarsJson::read));
    }
}
