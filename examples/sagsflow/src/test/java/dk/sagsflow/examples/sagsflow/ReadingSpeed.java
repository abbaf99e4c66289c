package dk.sagsflow.examples.sagsflow;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LogRow;
import dk.sagsflow.examples.sagsflow.log.LogSource;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import dk.sagsflow.examples.sagsflow.log.mapping.StatusTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long two million rows take to be replayed, beside a plain reader of the same file that checks nothing and hands its cases to the
 * same fold. Started by hand: the bundled log is written so many times over, with other cases each time.
 */
final class ReadingSpeed {
    private static final int TIMES = 14;
    private static final int ROUNDS = 3;
    private static final LogRow.OfCase NOTHING =
            new LogRow.OfCase(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final LogMapping mapping;
    private final Path log;

    private ReadingSpeed(LogMapping mapping, Path log) {
        this.mapping = mapping;
        this.log = log;
    }

    /** Measures. */
    public static void main(String[] unused) throws IOException {
        Path many = Files.createTempFile("sagsflow-", ".csv");
        try (LogSource bundled = LogSource.of(Optional.empty(), Optional.empty())) {
            write(bundled, many);
            ReadingSpeed speed = new ReadingSpeed(bundled.mapping(), many);
            for (int round = 0; round < ROUNDS; round++) {
                ReplayTotals plain = speed.totals();
                double plainly = seconds(() -> speed.readPlainly(plain));
                ReplayTotals whole = speed.totals();
                double asProgram = seconds(() -> speed.read(whole));
                if (plain.rows != whole.rows || plain.events != whole.events || !plain.life.equals(whole.life)) {
                    throw new IllegalStateException("a plain reader counts something else");
                }
                System.out.printf(
                        Locale.ROOT,
                        "%,d rows, %d MB: plain reader and fold %.1f s, the program %.1f s, %.2f times%n",
                        whole.rows,
                        Files.size(many) >> 20,
                        plainly,
                        asProgram,
                        asProgram / plainly);
            }
        } finally {
            Files.deleteIfExists(many);
        }
    }

    private static void write(LogSource bundled, Path many) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LogReading reading = LogReading.of(bundled.mapping(), bundled.log())) {
            reading.read(logged -> logged.rows().forEach(row -> lines.add(line(row))), row -> {});
        }
        try (Writer out = Files.newBufferedWriter(many)) {
            out.write("case,time,group,status,actor,system\n");
            for (int time = 0; time < TIMES; time++) {
                for (String line : lines) {
                    out.write(time + "-" + line + "\n");
                }
            }
        }
    }

    private static String line(LogRow row) {
        return String.join(
                ",",
                row.caseId(),
                row.at().toString().replace("Z", "+00:00"),
                row.group(),
                status(row.state()),
                row.actor(),
                row.system().orElse(""));
    }

    private static String status(RowState state) {
        if (state instanceof RowState.Waiting waiting) {
            return "on_hold - " + waiting.reason().name().toLowerCase(Locale.ROOT);
        }
        String name = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return name.equals("working") ? "in_progress" : name;
    }

    private ReplayTotals totals() {
        LogSurvey survey = new LogSurvey(
                0, Optional.of(Instant.parse("2008-12-31T00:00:00Z")), true, ImmutableSet.of(), ImmutableList.of());
        return new ReplayTotals(mapping, survey, Replay.limits(mapping), Optional.empty());
    }

    private void read(ReplayTotals totals) {
        try (LogReading reading = LogReading.of(mapping, log)) {
            reading.read(totals::add, totals::reject);
        }
    }

    private void readPlainly(ReplayTotals totals) throws IOException {
        Map<String, String> tiers = new HashMap<>();
        Map<String, RowState> states = new HashMap<>();
        ImmutableList.Builder<LogRow> rows = ImmutableList.builder();
        String current = "";
        try (BufferedReader in = Files.newBufferedReader(log)) {
            String line = in.readLine();
            for (long number = 2; (line = in.readLine()) != null; number++) {
                List<String> cells = Splitter.on(',').splitToList(line);
                if (!cells.get(0).equals(current)) {
                    add(current, rows.build(), totals);
                    rows = ImmutableList.builder();
                    current = cells.get(0);
                }
                rows.add(row(number, cells, tiers, states));
            }
        }
        add(current, rows.build(), totals);
    }

    private static void add(String id, ImmutableList<LogRow> rows, ReplayTotals totals) {
        if (!rows.isEmpty()) {
            totals.add(new LoggedCase(id, rows));
        }
    }

    private LogRow row(long number, List<String> cells, Map<String, String> tiers, Map<String, RowState> states) {
        return new LogRow(
                number,
                cells.get(0),
                OffsetDateTime.parse(cells.get(1)).toInstant(),
                cells.get(2),
                tiers.computeIfAbsent(
                        cells.get(2),
                        group -> mapping.tierOf(group).orElseThrow().id()),
                cells.get(4),
                states.computeIfAbsent(cells.get(3), this::state),
                Optional.empty(),
                Optional.empty(),
                Optional.of(cells.get(5)).filter(system -> !system.isEmpty()),
                Optional.empty(),
                NOTHING);
    }

    private RowState state(String status) {
        return mapping.statuses()
                .meaningOf(status)
                .filter(StatusTable.Meaning.State.class::isInstance)
                .map(meaning -> ((StatusTable.Meaning.State) meaning).state())
                .orElseThrow();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
