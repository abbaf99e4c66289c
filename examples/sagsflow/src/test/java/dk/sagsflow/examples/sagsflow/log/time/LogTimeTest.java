package dk.sagsflow.examples.sagsflow.log.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as they stand in exports. */
class LogTimeTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest
    @CsvSource({
        "2007-08-13T08:00:00+02:00, 2007-08-13T06:00:00Z",
        "2007-08-13T08:00:00+0200, 2007-08-13T06:00:00Z",
        "2007-08-13 08:00:00+02, 2007-08-13T06:00:00Z",
        "2007-08-13 08:00:00.5 +0200, 2007-08-13T06:00:00.5Z",
        "2007-08-13 08:00Z, 2007-08-13T08:00:00Z",
        "2007-08-13T08:00:00.000+0000, 2007-08-13T08:00:00Z",
        "2007-08-13T08:00:00, ",
        "2007-08-13, ",
        "2007-02-29T08:00:00+0000, "
    })
    void iso_times_have_a_t_or_a_blank_and_offsets_of_any_length(String text, Instant meant) {
        assertThat(LogTime.isoOffset().parse(text)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "2007-08-13T08:00:00, 2007-08-13T06:00:00Z",
        "2007-08-13 08:00:00.25, 2007-08-13T06:00:00.25Z",
        "2007-08-13 08:00, 2007-08-13T06:00:00Z",
        "2007-08-13, 2007-08-12T22:00:00Z",
        "2007-08-13T08:00:00Z, 2007-08-13T08:00:00Z",
        "2007-08-13T08:00:00-0500, 2007-08-13T13:00:00Z",
        "2007-13-08, "
    })
    void iso_times_without_an_offset_are_of_the_zone_and_those_with_one_are_not(String text, Instant meant) {
        assertThat(LogTime.iso(COPENHAGEN).parse(text)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dd-MMM-yyyy hh:mm a        | 13-AUG-2007 08:00 am       | 2007-08-13T06:00:00Z
                    dd-MMM-yyyy hh:mm a        | 13-Aug-2007 08:00 PM       | 2007-08-13T18:00:00Z
                    dd-MMM-yyyy                | 01-JAN-2007                | 2006-12-31T23:00:00Z
                    d/M/yyyy                   | 13/8/2007                  | 2007-08-12T22:00:00Z
                    yyyy-MM-dd HH:mm:ss[ XXX]  | 2007-08-13 08:00:00        | 2007-08-13T06:00:00Z
                    yyyy-MM-dd HH:mm:ss[ XXX]  | 2007-08-13 08:00:00 +05:00 | 2007-08-13T03:00:00Z
                    yyyy-MM-dd HH:mm:ss xx     | 2007-08-13 08:00:00 +0000  | 2007-08-13T08:00:00Z
                    yyyy-MM-dd HH:mm VV        | 2007-08-13 08:00 America/New_York | 2007-08-13T12:00:00Z
                    """)
    void patterns_may_give_names_in_any_case_offsets_and_dates_alone(String pattern, String text, Instant meant) {
        assertThat(LogTime.pattern(pattern, Optional.of(COPENHAGEN)).parse(text))
                .hasValue(meant);
    }

    @Test
    void a_pattern_that_always_has_an_offset_needs_no_zone_and_one_that_may_not_have_one_does() {
        assertThat(LogTime.pattern("d/M/yyyy HH:mm xxx", Optional.empty()).parse("13/8/2007 08:00 +02:00"))
                .hasValue(Instant.parse("2007-08-13T06:00:00Z"));
        assertThatThrownBy(() -> LogTime.pattern("d/M/yyyy HH:mm[ xxx]", Optional.empty()))
                .hasMessageContaining("a zone is needed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d. MMMM yyyy HH:mm | 13. august 2007 08:00 | 2007-08-13T06:00:00Z
                    d. MMM yyyy HH:mm  | 1. okt. 2007 08:00    | 2007-10-01T06:00:00Z
                    d. MMM yyyy HH:mm  | 1. maj 2007 08:00     | 2007-05-01T06:00:00Z
                    d. MMMM yyyy HH:mm | 1. Marts 2007 08:00   | 2007-03-01T07:00:00Z
                    EEEE d. MMM yyyy   | lørdag 1. dec 2007    | 2007-11-30T23:00:00Z
                    """)
    void months_and_days_may_be_danish(String pattern, String text, Instant meant) {
        assertThat(LogTime.danishPattern(pattern, Optional.of(COPENHAGEN)).parse(text))
                .hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    seconds      | 1186984800     | 2007-08-13T06:00:00Z
                    seconds      | 1186984800.25  | 2007-08-13T06:00:00.25Z
                    seconds      | yesterday      |
                    milliseconds | 1186984800500  | 2007-08-13T06:00:00.5Z
                    spreadsheet  | 39307          | 2007-08-12T22:00:00Z
                    spreadsheet  | 39307,33333333 | 2007-08-13T06:00:00Z
                    spreadsheet  | 39307.5        | 2007-08-13T10:00:00Z
                    spreadsheet  | 59             |
                    """)
    void times_may_be_numbers(String count, String text, Instant meant) {
        LogTime time = switch (count) {
            case "seconds" -> LogTime.epochSeconds();
            case "milliseconds" -> LogTime.epochMilliseconds();
            default -> LogTime.spreadsheet(COPENHAGEN);
        };
        assertThat(time.parse(text)).isEqualTo(Optional.ofNullable(meant));
    }
}
