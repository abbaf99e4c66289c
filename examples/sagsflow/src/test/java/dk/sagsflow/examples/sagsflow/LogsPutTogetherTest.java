package dk.sagsflow.examples.sagsflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Logs that went through several hands: put together, trimmed by eye, typed on other systems, cut off. */
class LogsPutTogetherTest extends SmallLog {
    @Test
    void files_that_were_put_together_have_a_mark_and_a_header_each() throws IOException {
        String mark = "\uFEFF";
        String rest = LOG.substring(LOG.indexOf("B,"));

        JsonNode figures = replay(
                mark + HEAD + "\n" + LOG.substring(0, LOG.indexOf("B,")) + mark + HEAD + "\n" + mark + rest,
                mapping(""));

        assertThat(figures(figures)).isEqualTo(plain());
        assertThat(figures.get("rowsLeftOut").intValue())
                .as("the second header")
                .isOne();
    }

    @Test
    void space_that_does_not_break_is_space() throws IOException {
        String spaced =
                LOG.replace("A,", "A\u00A0,").replaceFirst("A\u00A0,", "A,").replace(",wait", ",\u2007wait\u3000");

        assertThat(figures(replay(HEAD + "\n" + spaced, mapping("")))).isEqualTo(plain());
    }

    @Test
    void what_looks_alike_is_alike_however_the_system_composed_it() throws IOException {
        String composed = LOG.replace("1a", "1\u00e5").replace("A,", "\u00c5,");
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        String mixed = composed.substring(0, composed.indexOf("10:00")) + apart.substring(apart.indexOf("10:00"));
        JsonNode figures = figures(replay(HEAD + "\n" + composed, mapping("")));
        String columns = COLUMNS.replace("\"group\"}", "\"gr\u00e5d\"}").replace(": \"group\"", ": \"gr\u00e5d\"");

        assertThat(figures.get("cases").intValue()).isEqualTo(3);
        assertThat(figures(replay(HEAD + "\n" + mixed, mapping("")))).isEqualTo(figures);
        assertThat(figures(replay(
                        HEAD.replace("group", "gra\u030ad") + "\n" + mixed,
                        mapping("", Normalizer.normalize(columns, Normalizer.Form.NFD)))))
                .isEqualTo(figures);
    }

    @Test
    void of_gzip_all_parts_are_read_and_what_follows_them_is_not_left_out_in_silence() throws IOException {
        byte[] head = gzip(HEAD + "\n" + LOG.substring(0, LOG.indexOf("B,")));
        byte[] rest = gzip(LOG.substring(LOG.indexOf("B,")));

        assertThat(figures(replay(Bytes.concat(head, rest), mapping("")))).isEqualTo(plain());
        assertThat(figures(replay(Bytes.concat(head, rest, new byte[700]), mapping(""))))
                .as("filled up with zeros, as on a tape")
                .isEqualTo(plain());
        for (byte[] more : List.of(
                bytes(LOG.substring(LOG.indexOf("B,")), UTF_8),
                Arrays.copyOf(rest, 9),
                Arrays.copyOf(rest, 15),
                new byte[] {'\n'})) {
            assertThat(run(Bytes.concat(head, more), mapping("")))
                    .as("%s bytes", more.length)
                    .isEqualTo(Replay.UNUSABLE);
            assertThat(printed).contains("gzip data is");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304AAFF, zip archive",
        "D0CF11E0A1B11AE1, spreadsheet of the old form",
        "425A683931, bzip2",
        "FD377A585A00, xz",
        "28B52FFD04, zstd",
        "377ABCAF271C, 7z",
        "255044462D, PDF",
        "3C68746D6C3E3C626F64793E, HTML",
        "0A3C21444F43545950452068746D6C3E, HTML"
    })
    void what_is_no_log_is_told_as_what_it_is(String begins, String told) throws IOException {
        assertThat(run(BaseEncoding.base16().decode(begins), mapping(""))).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains(told).doesNotContain("windows-1252", "header");
        assertThat(run(gzip(BaseEncoding.base16().decode(begins)), mapping(""))).isEqualTo(Replay.UNUSABLE);
        assertThat(printed).contains(told);
    }

    @Test
    void a_time_that_no_clock_showed_is_told() throws IOException {
        String local =
                LOG.replace("Z,", ",").replace("2007-01-01T", "2007-03-25T").replace("2007-01-02T", "2007-03-26T");
        String mapping = "{\"format\": \"%s\", \"zone\": \"Europe/Copenhagen\"}";

        for (String shown : List.of("T02:30:00", " 02:30:00")) {
            String log = HEAD + "\n"
                    + local.replace("T", shown.substring(0, 1))
                            .replace(" 08:30:00", shown)
                            .replace("T08:30:00", shown);
            String format = shown.startsWith("T") ? "iso" : "yyyy-MM-dd HH:mm:ss";
            assertThat(run(bytes(log, UTF_8), mapping("", COLUMNS, String.format(mapping, format))))
                    .isZero();
            assertThat(printed).contains("1 times such as \"2007-03-25" + shown + "\" never were in Europe/Copenhagen");
            assertThat(run(
                            bytes(log.replace("02:30", "03:30"), UTF_8),
                            mapping("", COLUMNS, String.format(mapping, format))))
                    .isZero();
            assertThat(printed).doesNotContain("never were");
        }
    }
}
