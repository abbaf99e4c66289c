package dk.sagsflow.examples.sagsflow.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.LoggedImpact;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseLogReaderTest {

    private static final String HEADER = "id,at,team,who,main,sub,impact,ci\n";

    @TempDir
    Path folder = Path.of("");

    private final List<LoggedCase> cases = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();

    @Test
    void cases_come_with_their_rows_in_order() {
        read(log(HEADER
                + "A,2026-03-01T08:00:00+01:00,net,Ann,Open,New,High,mail\n"
                + "A,2026-03-01T08:00:00+01:00,net 2nd,?,Open,Wait,?,?\n"
                + "B,2020-03-01T08:00:00+01:00,net,Bo,Done,Over,Low,\"a, b\"\n"));

        assertThat(rejected).isEmpty();
        assertThat(cases).extracting(LoggedCase::caseId).containsExactly("A", "B");
        assertThat(cases.get(0).rows())
                .containsExactly(
                        new LogRow(
                                2,
                                "A",
                                Instant.parse("2026-03-01T07:00:00Z"),
                                "net",
                                "1",
                                "Ann",
                                new RowState.Working(),
                                Optional.of(LoggedImpact.HIGH),
                                Optional.empty(),
                                Optional.of("mail"),
                                Optional.empty(),
                                new LogRow.OfCase(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                        new LogRow(
                                3,
                                "A",
                                Instant.parse("2026-03-01T07:00:00Z"),
                                "net 2nd",
                                "2",
                                "",
                                new RowState.Waiting(RowState.Reason.SUPPLIER),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new LogRow.OfCase(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(cases.get(1).rows()).extracting(LogRow::system).containsExactly(Optional.of("a, b"));
    }

    @Test
    void gzip_is_known_by_its_first_bytes_and_progress_counts_the_bytes_of_the_file() throws IOException {
        byte[] packed = gzip(HEADER + row("A", "08:00") + row("B", "08:00"));

        read(file("log.csv", packed));

        assertThat(cases).hasSize(2);
        assertThat(progress).isSorted();
        assertThat(progress.get(progress.size() - 1)).isEqualTo(packed.length);
    }

    @Test
    void a_plain_file_may_have_the_name_of_a_gzip_file() {
        read(file("log.csv.gz", bytes(HEADER + row("A", "08:00"))));

        assertThat(cases).hasSize(1);
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_and_empty_lines_do_no_harm() {
        read(log("\uFEFF" + HEADER.replace("\n", "\r\n") + row("A", "08:00").replace("\n", "\r\n") + "\r\n"
                + row("A", "09:00").replace("\n", "\r\n")));

        assertThat(rejected).isEmpty();
        assertThat(cases)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.rows()).extracting(LogRow::line).containsExactly(2L, 4L));
    }

    @Test
    void a_header_alone_is_a_log_without_cases() {
        read(log(HEADER));

        assertThat(cases).isEmpty();
        assertThat(rejected).isEmpty();
    }

    @Test
    void what_a_consumer_throws_is_passed_on_as_it_is() {
        UncheckedIOException full = new UncheckedIOException(new IOException("disk full"));

        assertThatThrownBy(() -> new CaseLogReader(mapping())
                        .read(
                                log(HEADER + row("A", "08:00")),
                                any -> {
                                    throw full;
                                },
                                rejected::add,
                                bytes -> {}))
                .isSameAs(full);
    }

    @Nested
    final class RejectedRows {

        @Test
        void each_has_its_line_and_its_reason() {
            read(log(HEADER
                    + row("A", "08:00")
                    + "A,2026-03-01T08:00:00+01:00,net\n"
                    + "A,2026-03-01T08:00:00+01:00,net,Ann,Open,New,High,mail,more\n"
                    + "A,1/3/2026 08:00,net,Ann,Open,New,High,mail\n"
                    + "?,2026-03-01T08:00:00+01:00,net,Ann,Open,New,High,mail\n"
                    + "A,2026-03-01T08:00:00+01:00,?,Ann,Open,New,High,mail\n"
                    + "A,2026-03-01T08:00:00+01:00,net,Ann,Open,Ajar,High,mail\n"
                    + "A,2026-03-01T08:00:00+01:00,net,Ann,Odd,New,High,mail\n"
                    + "A,2026-03-01T08:00:00+01:00,net,Ann,Open,New,Huge,mail\n"
                    + "A,2026-03-01T08:00:00+01:00,xyz,Ann,Open,New,High,mail\n"
                    + "A,?,net,Ann,Open,New,High,mail\n"
                    + row("A", "09:00")));

            assertThat(rejected)
                    .usingRecursiveFieldByFieldElementComparatorOnFields("line", "reason")
                    .containsExactlyInAnyOrder(
                            new RejectedRow(3, "3 columns, the header has 8"),
                            new RejectedRow(4, "9 columns, the header has 8"),
                            new RejectedRow(
                                    5,
                                    "time \"1/3/2026 08:00\" is unreadable, expected ISO 8601 with an offset, as"
                                            + " 2026-03-01T08:15:00+01:00"),
                            new RejectedRow(6, "case id missing"),
                            new RejectedRow(7, "group missing"),
                            new RejectedRow(8, "status \"Open / Ajar\" is not in the mapping"),
                            new RejectedRow(9, "status \"Odd / New\" is unusable: a test of the makers"),
                            new RejectedRow(10, "impact \"Huge\" is not in the mapping"),
                            new RejectedRow(11, "group \"xyz\" fits no tier of the mapping"),
                            new RejectedRow(12, "time missing"));
            assertThat(cases)
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.rows()).extracting(LogRow::line).containsExactly(2L, 13L));
        }

        @Test
        void a_case_without_a_usable_row_does_not_come() {
            read(log(HEADER + "A,never,net,Ann,Open,New,High,mail\n" + row("B", "08:00")));

            assertThat(cases).extracting(LoggedCase::caseId).containsExactly("B");
        }

        @Test
        void a_reason_is_one_line_whatever_the_value() {
            read(log(HEADER + "A,2026-03-01T08:00:00+01:00,net,Ann,\"Op\nen\",New,High,mail\n" + row("B", "08:00")));

            assertThat(rejected)
                    .extracting(RejectedRow::reason)
                    .containsExactly("status \"Op en / New\" is not in the mapping");
            assertThat(cases)
                    .singleElement()
                    .satisfies(one -> assertThat(one.rows().get(0).line()).isEqualTo(4));
        }
    }

    @Nested
    final class UnusableFiles {

        @Test
        void a_missing_file() {
            assertThat(problem(folder.resolve("none.csv"))).isEqualTo("no such file");
        }

        @Test
        void a_directory() {
            assertThat(problem(folder)).isEqualTo("is a directory, a log file is needed");
        }

        @Test
        void an_empty_file() throws IOException {
            assertThat(problem(file("log.csv", new byte[0]))).isEqualTo("the file is empty, 0 bytes");
            assertThat(problem(file("log.csv", gzip("")))).isEqualTo("line 1: no header; the file has no text");
        }

        @Test
        void a_mapped_column_that_the_header_lacks() {
            assertThat(problem(log("id,at,squad,who,main,sub,impact,ci\n")))
                    .isEqualTo("line 1: column \"team\" is not in the header; it has: id, at, squad, who, main, sub,"
                            + " impact, ci");
        }

        @Test
        void a_mapped_column_that_the_header_has_twice() {
            assertThat(problem(log("id,at,team,who,main,sub,impact,ci,at\n")))
                    .isEqualTo("line 1: column \"at\" is in the header more than once");
        }

        @Test
        void gzip_that_is_cut_off() throws IOException {
            byte[] packed = gzip(manyRows());

            String problem = problem(file("log.csv.gz", Arrays.copyOf(packed, packed.length / 2)));

            assertThat(problem).startsWith("the gzip data is cut off after line ");
            assertThat(Integer.parseInt(problem.substring(problem.lastIndexOf(' ') + 1)))
                    .isBetween(1000, 4000);
            assertThat(cases)
                    .as("figures of half a log would pass for the whole")
                    .isEmpty();
        }

        @Test
        void gzip_that_is_cut_off_at_its_very_beginning_or_end() throws IOException {
            byte[] packed = gzip(HEADER + row("A", "08:00"));

            assertThat(problem(file("log.csv.gz", Arrays.copyOf(packed, 5))))
                    .isEqualTo("the gzip data is cut off before the end of line 1");
            assertThat(problem(file("log.csv.gz", Arrays.copyOf(packed, packed.length - 3))))
                    .isEqualTo("the gzip data is cut off after line 2");
        }

        @Test
        void gzip_that_is_damaged() throws IOException {
            byte[] packed = gzip(manyRows());
            packed[packed.length - 6] ^= 0x55;

            assertThat(problem(file("log.csv.gz", packed)))
                    .isEqualTo("the gzip data is damaged after line 5001: Corrupt GZIP trailer");
        }

        @Test
        void bytes_that_are_not_of_the_encoding() {
            String text =
                    HEADER + row("A", "08:00") + row("B", "08:00").replace("Ann", "S\u00f8ren") + row("C", "08:00");

            assertThat(problem(file("log.csv", text.getBytes(StandardCharsets.ISO_8859_1))))
                    .startsWith("line 3: bytes F8 are not UTF-8")
                    .contains("\"encoding\": \"windows-1252\"");
        }

        @Test
        void a_character_that_is_cut_off_at_the_end_of_the_file() {
            byte[] text = bytes(HEADER + row("A", "08:00") + "B\u00f8");

            assertThat(problem(file("log.csv", Arrays.copyOf(text, text.length - 1))))
                    .startsWith("line 3: bytes C3 are not UTF-8");
        }

        @Test
        void a_quote_that_is_never_closed() {
            assertThat(problem(log(HEADER + row("A", "08:00") + "\"B,2026\n")))
                    .startsWith("line 3: not CSV: Unclosed quoted field");
        }

        private String problem(Path file) {
            cases.clear();
            UnusableInputException thrown = catchThrowableOfType(UnusableInputException.class, () -> read(file));
            assertThat(thrown).as("what reading %s throws", file).isNotNull();
            assertThat(thrown.messages())
                    .singleElement()
                    .asString()
                    .startsWith(file + ": ")
                    .doesNotContain("\n");
            return thrown.messages().get(0).substring((file + ": ").length());
        }

        private String manyRows() {
            StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 0; i < 5000; i++) {
                rows.append(row("C" + i * 7919 % 10_007, "08:00"));
            }
            return rows.toString();
        }
    }

    private void read(Path file) {
        new CaseLogReader(mapping()).read(file, cases::add, rejected::add, progress::add);
    }

    private LogMapping mapping() {
        return LogMapping.read(file("mapping.json", bytes("""
            {"name": "test",
             "columns": {"case": "id", "time": "at", "group": "team", "actor": "who",
                         "status": ["main", "sub"], "impact": "impact", "system": "ci"},
             "time": {"format": "iso-offset"},
             "missing": ["?"],
             "tiers": [{"id": "2", "name": "Second", "groups": "2nd"},
                       {"id": "1", "name": "First", "groups": "net"}],
             "contactTier": "1",
             "statuses": {"Open / New": {"is": "working"},
                          "Open / Wait": {"is": "waiting", "for": "SUPPLIER"},
                          "Done / *": {"is": "closed"},
                          "Odd / *": {"is": "unusable", "because": "a test of the makers"}},
             "impacts": {"Low": "LOW", "High": "HIGH"}}
            """)));
    }

    private static String row(String caseId, String time) {
        return caseId + ",2026-03-01T" + time + ":00+01:00,net,Ann,Open,New,High,mail\n";
    }

    private Path log(String content) {
        return file("log.csv", bytes(content));
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        }
        return packed.toByteArray();
    }

    @Test
    void a_change_that_names_no_group_leaves_the_case_where_it_is() throws IOException {
        Path log = Files.writeString(folder.resolve("events.json"), """
                {"ticket_events": [
                  {"ticket_id": 1, "timestamp": 1187000000, "updater_id": 7,
                   "child_events": [{"event_type": "Create", "status": "new"}, {"event_type": "Create", "group_id": 12}]},
                  {"ticket_id": 1, "timestamp": 1187001800, "updater_id": 7,
                   "child_events": [{"event_type": "Change", "group_id": 13, "previous_value": "12"}]},
                  {"ticket_id": 1, "timestamp": 1187003600, "updater_id": 7,
                   "child_events": [{"event_type": "Comment"}, {"event_type": "Change", "status": "solved"}]}]}
                """);
        LogMapping mapping = LogMapping.read(
                Path.of("src/main/resources/dk/sagsflow/examples/sagsflow/presets/zendesk-events.json"));
        List<LoggedCase> cases = new ArrayList<>();

        new CaseLogReader(mapping).read(log, cases::add, row -> {}, bytes -> {});

        assertThat(cases)
                .singleElement()
                .satisfies(one -> assertThat(one.rows())
                        .extracting(LogRow::group, LogRow::state)
                        .containsExactly(
                                tuple("12", new RowState.Queued()),
                                tuple("13", new RowState.Queued()),
                                tuple("13", new RowState.Answered())));
    }
}
