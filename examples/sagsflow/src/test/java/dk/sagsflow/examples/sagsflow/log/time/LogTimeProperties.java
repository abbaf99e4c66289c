package dk.sagsflow.examples.sagsflow.log.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogTimeProperties {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private final LogTime iso = LogTime.isoOffset();

    @Property
    void every_time_of_the_usual_widths_is_read_by_hand_to_the_same_instant(@ForAll("times") OffsetDateTime time) {
        OffsetDateTime seconds = time.withNano(0);

        assertThat(IsoTime.parseUsualWidth(MILLIS.format(time))).hasValue(time.toInstant());
        assertThat(IsoTime.parseUsualWidth(SECONDS.format(seconds))).hasValue(seconds.toInstant());
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void digits_at_random_are_read_or_refused_as_the_formatter_does(@ForAll("almostTimes") String text) {
        Optional<Instant> byFormatter = IsoTime.parseByFormatter(text);

        assertThat(iso.parse(text)).isEqualTo(byFormatter);
        IsoTime.parseUsualWidth(text).ifPresent(fast -> assertThat(byFormatter).hasValue(fast));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-03-31T16:59:42.000+02:00",
                "2010-03-31T16:59:42+02:00",
                "2010-03-31T16:59+02:00",
                "2010-03-31T16:59:42Z",
                "2010-03-31t16:59:42z",
                "2010-03-31T16:59:42.1234567-11:30",
                "2012-02-29T23:59:59+00:00",
                "2011-02-29T23:59:59+00:00",
                "1900-02-29T00:00:00+00:00",
                "2000-02-29T00:00:00+00:00",
                "0000-01-01T00:00:00+00:00",
                "0000-02-29T00:00:00-17:59",
                "9999-12-31T23:59:59.999-18:00",
                "2010-03-31T24:00:00+00:00",
                "2010-03-31T23:59:60+00:00",
                "2010-03-31T16:59:42+18:00",
                "2010-03-31T16:59:42+18:01",
                "2010-03-31T16:59:42-00:00",
                "2010-03-31T16:59:42+2:000",
                "2010-03-31 16:59:42+02:00",
                "2010-03-31T16:59:42,000+02:00",
                "2010-03-31T16:59:42",
                "+12010-03-31T16:59:42+02:00",
                "31/3/2010 16:59",
                "\u0662\u0660\u0661\u0660-03-31T16:59:42+02:00",
                ""
            })
    void a_text_means_the_same_by_hand_and_by_the_formatter(String text) {
        assertThat(iso.parse(text)).isEqualTo(IsoTime.parseByFormatter(text));
    }

    @Example
    void a_pattern_reads_unpadded_local_times_of_its_zone() {
        LogTime time = LogTime.pattern("d/M/yyyy HH:mm", Optional.of(ZoneId.of("Europe/Copenhagen")));

        assertThat(time.parse("29/2/2016 01:16")).hasValue(Instant.parse("2016-02-29T00:16:00Z"));
        assertThat(time.parse("3/7/2016 01:16")).hasValue(Instant.parse("2016-07-02T23:16:00Z"));
        assertThat(time.parse("31/2/2016 01:16")).isEmpty();
        assertThat(time.parse("?")).isEmpty();
    }

    @Example
    void a_local_time_that_occurs_twice_is_the_later_one_after_a_row_of_that_hour() {
        LogTime time = LogTime.pattern("d/M/yyyy HH:mm", Optional.of(ZoneId.of("Europe/Copenhagen")));
        Instant first = Instant.parse("2016-10-30T00:50:00Z");

        assertThat(time.parse("30/10/2016 02:50")).hasValue(first);
        assertThat(time.parseAfter(first, "30/10/2016 02:10")).hasValue(Instant.parse("2016-10-30T01:10:00Z"));
        assertThat(time.parseAfter(first, "30/10/2016 02:55")).hasValue(Instant.parse("2016-10-30T00:55:00Z"));
    }

    @Provide
    Arbitrary<OffsetDateTime> times() {
        Arbitrary<LocalDateTime> locals = Combinators.combine(
                        Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L),
                        Arbitraries.integers().between(0, 999))
                .as((second, milli) -> LocalDateTime.ofEpochSecond(second, milli * 1_000_000, ZoneOffset.UTC));
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.integers().between(-1079, 1079).map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
        return Combinators.combine(locals, offsets).as(LocalDateTime::atOffset);
    }

    @Provide
    Arbitrary<String> almostTimes() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 32);
        Arbitrary<Integer> large = Arbitraries.integers().between(0, 61);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(0, 13),
                        small,
                        Arbitraries.integers().between(0, 25),
                        large,
                        large,
                        Arbitraries.of("+", "-", "Z", ".5+", ".123-", " "),
                        Arbitraries.integers().between(0, 19))
                .as((year, month, day, hour, minute, second, sign, offset) -> String.format(
                        "%04d-%02d-%02dT%02d:%02d:%02d%s%02d:30",
                        year, month, day, hour, minute, second, sign, offset));
    }
}
