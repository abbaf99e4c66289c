package dk.sagsflow.examples.sagsflow.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Makes the calls that belong to a log of the reference organisation: those of citizens and companies at the support centre,
 * most of whom telephone, and those that were given up before. The same log and seed make the same calls. Not thread-safe.
 */
public final class ReferenceCallGenerator {
    private static final String CENTRE = "support-centre";
    private static final List<String> ORIGINS = List.of("Aalborg", "Aarhus", "København", "Odense", "mobile");
    /** How long callers wait on average in each hour, in seconds. */
    private static final int[] WAITING = {
        5, 5, 5, 5, 5, 5, 10, 15, 45, 80, 75, 50, 35, 60, 50, 25, 15, 10, 5, 5, 5, 5, 5, 5
    };

    private final Random random;

    /** A generator of calls. */
    public ReferenceCallGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Writes the calls of this log in the order in which they arrived, as CSV in UTF-8; the writer stays open. */
    public void write(Path log, Writer csv) throws IOException {
        CsvWriter rows = CsvWriter.builder().build(csv);
        var unusedHead =
                rows.writeRecord("id", "arrived", "queue", "outcome", "waited", "talked", "origin", "system", "case");
        List<Call> calls = calls(log);
        calls.sort(Comparator.comparing(call -> call.arrived().toInstant()));
        for (int place = 0; place < calls.size(); place++) {
            write(rows, place + 1, calls.get(place));
        }
        rows.flush();
    }

    private List<Call> calls(Path log) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (CsvReader<CsvRecord> cases = CsvReader.builder().ofCsvRecord(Files.newBufferedReader(log))) {
            String before = "case";
            for (CsvRecord row : cases) {
                if (!row.getField(0).equals(before) && row.getField(2).equals(CENTRE)) {
                    called(calls, row);
                }
                before = row.getField(0);
            }
        }
        return calls;
    }

    private void called(List<Call> calls, CsvRecord row) {
        OffsetDateTime registered = OffsetDateTime.parse(row.getField(1));
        int waiting = WAITING[registered.getHour()];
        if (random.nextInt(100) < 2 + waiting / 4) {
            OffsetDateTime arrived = registered.minusMinutes(1 + random.nextInt(20));
            calls.add(new Call(arrived, 1 + seconds(60), 0, origin(), row.getField(5), ""));
        }
        if (random.nextInt(100) < 75) {
            int waited = 2 + seconds(waiting);
            OffsetDateTime arrived = registered.minus(Duration.ofSeconds(waited + 20L));
            calls.add(new Call(arrived, waited, 30 + seconds(240), origin(), row.getField(5), row.getField(0)));
        }
    }

    private int seconds(int mean) {
        return (int) (-Math.log(1 - random.nextDouble()) * mean);
    }

    private String origin() {
        return ORIGINS.get(random.nextInt(ORIGINS.size()));
    }

    /**
     * A call.
     *
     * @param about the case; empty of one that was given up
     */
    private record Call(OffsetDateTime arrived, int waited, int talked, String origin, String system, String about) {}

    private static void write(CsvWriter rows, int number, Call call) {
        var unused = rows.writeRecord(
                "T-" + number,
                call.arrived().toString(),
                CENTRE,
                call.about().isEmpty() ? "abandoned" : "answered",
                Integer.toString(call.waited()),
                Integer.toString(call.talked()),
                call.origin(),
                call.system(),
                call.about());
    }
}
