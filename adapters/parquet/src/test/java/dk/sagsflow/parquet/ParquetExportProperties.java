package dk.sagsflow.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.testkit.domain.SupportDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParquetExportProperties {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @Provide
    Arbitrary<ImmutableList<CaseTimeline>> cases() {
        return new SupportDomain()
                .organisations()
                .flatMap(organisation -> SupportDomain.histories(organisation)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4))
                .map(histories -> histories.stream().map(CaseTimeline::of).collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableMap<String, List<List<String>>> exported(
            ImmutableList<CaseTimeline> cases, int rowsInPart, String... queries) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("parquet's");
        try {
            try (ParquetExport export = ParquetExport.into(folder, rowsInPart)) {
                cases.forEach(export::add);
            }
            ImmutableMap.Builder<String, List<List<String>>> answers = ImmutableMap.builder();
            for (String query : queries) {
                answers.put(query, asked(query, folder));
            }
            return answers.buildOrThrow();
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private static List<List<String>> asked(String query, Path folder) throws SQLException {
        String sql = query;
        for (ParquetTable table : ParquetTable.values()) {
            sql = sql.replace(
                    "<" + table.folder() + ">",
                    "'" + folder.resolve(table.folder()).toString().replace("'", "''") + "/*.parquet'");
        }
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** What SQL can say is what the fold says. */
    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void figures_asked_of_the_files_are_those_of_the_library(@ForAll("cases") ImmutableList<CaseTimeline> cases)
            throws IOException, SQLException {
        String byMonth =
                "SELECT figure || ' ' || strftime(occurred_at AT TIME ZONE 'Europe/Copenhagen', '%Y-%m-01') || ' ' || "
                        + "coalesce(tier_id, ''), count(*), coalesce(sum(length_s), 0) FROM <facts> GROUP BY 1";
        Map<String, List<String>> told = new TreeMap<>();
        CaseStatistics.of(Breakdown.of(PeriodLength.MONTH, COPENHAGEN, Dimension.TIER), cases)
                .cells()
                .forEach((cell, amount) -> told.put(
                        cell.figure() + " " + cell.period() + " "
                                + cell.value(Dimension.TIER).orElse(""),
                        List.of(
                                Long.toString(amount.count()),
                                Long.toString(amount.lengths().total().toSeconds()))));

        Map<String, List<String>> asked = new TreeMap<>();
        for (List<String> row : exported(cases, 7, byMonth).values().iterator().next()) {
            asked.put(row.get(0), row.subList(1, 3));
        }
        assertThat(asked).isEqualTo(told);
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void every_event_and_every_case_is_a_row_and_summaries_are_sums_of_facts(
            @ForAll("cases") ImmutableList<CaseTimeline> cases) throws IOException, SQLException {
        String events =
                "SELECT case_number, sequence, type, epoch_us(occurred_at), status, tier_id, group_id FROM <events>";
        String summed = "SELECT sum(events), sum(visits), sum(visited_s), sum(answered), sum(waited_s) FROM <cases>";
        String facts = "SELECT (SELECT count(*) FROM <events>), count(*) FILTER (figure = 'VISITED'), "
                + "coalesce(sum(length_s) FILTER (figure = 'VISITED'), 0), count(*) FILTER (figure = 'ANSWERED'), "
                + "coalesce(sum(length_s) FILTER (figure = 'WAITED'), 0) FROM <facts>";
        ImmutableMap<String, List<List<String>>> answers = exported(cases, 1_000, events, summed, facts);

        List<List<String>> all = new ArrayList<>();
        for (CaseTimeline timeline : cases) {
            for (int place = 0; place < timeline.recorded().size(); place++) {
                all.add(row(timeline, place));
            }
        }
        assertThat(answers.get(events)).containsExactlyElementsOf(all);
        assertThat(answers.get(summed)).isEqualTo(answers.get(facts));
    }

    private static List<String> row(CaseTimeline timeline, int place) {
        CaseEvent event = timeline.recorded().get(place);
        var after = timeline.after(place + 1);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, event.occurredAt());
        return List.of(
                event.caseNumber().value(),
                Long.toString(event.sequence()),
                event.eventKind().name(),
                Long.toString(micros),
                after.status().name(),
                after.working().map(station -> station.tier().value()).orElse("null"),
                after.working().map(station -> station.group().value()).orElse("null"));
    }

    @Example
    void an_export_of_nothing_has_tables_that_can_be_read_and_none_is_written_into_another() throws Exception {
        assertThat(exported(ImmutableList.of(), 10, "SELECT count(*) FROM <cases>")
                        .values())
                .containsExactly(List.of(List.of("0")));

        Path folder = Files.createTempDirectory("parquet");
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("events/old.parquet"), "");
        assertThatThrownBy(() -> ParquetExport.into(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }

    @Example
    void the_page_of_documentation_has_every_column() throws IOException {
        String page = Files.readString(Path.of("../../docs/parquet.md"));

        assertThat(Stream.of(ParquetTable.values()).flatMap(table -> table.columns().stream()))
                .allSatisfy(column -> assertThat(page)
                        .contains("| `" + column.name() + "` | " + column.type() + " | "
                                + (column.always() ? "" : "or null: ") + column.meaning() + " |"));
    }
}
