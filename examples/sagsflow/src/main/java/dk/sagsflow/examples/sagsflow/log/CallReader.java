package dk.sagsflow.examples.sagsflow.log;

import com.google.common.base.Splitter;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.examples.sagsflow.log.file.LogFile;
import dk.sagsflow.examples.sagsflow.log.file.LogRows;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping.Part;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the calls of a telephone system from a file of any form that logs have. Immutable. */
public final class CallReader {
    private static final Splitter COLONS = Splitter.on(':');
    private static final Pattern LENGTH =
            Pattern.compile("-?\\d{1,9}([.,]\\d{1,9})?|(\\d{1,6}:)?\\d{1,6}:[0-5]?\\d([.,]\\d{1,9})?");

    private final CallMapping mapping;

    /** A reader of such files. */
    public CallReader(CallMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads a whole file; the consumers are called on the calling thread.
     *
     * @return how many rows there are
     * @throws UnusableInputException if the file cannot be read to its end
     */
    public long read(Path file, Consumer<CallRecord> calls, Consumer<RejectedRow> rejected) {
        try (LogFile log = LogFile.of(file);
                LogRows rows = log.open(mapping.format(), mapping.columns().values(), bytes -> {})) {
            Map<Part, Integer> places = places(file, rows);
            long count = 0;
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                count++;
                try {
                    calls.accept(call(row, places, rows.header().size()));
                } catch (RejectedRowException unusable) {
                    rejected.accept(new RejectedRow(row.line(), unusable.reason()));
                }
            }
            return count;
        }
    }

    private Map<Part, Integer> places(Path file, LogRows rows) {
        Map<Part, Integer> places = new EnumMap<>(Part.class);
        mapping.columns().forEach((part, column) -> {
            int at = rows.header().indexOf(column);
            if (at < 0) {
                throw unusable(
                        file,
                        rows,
                        column,
                        "is not in the header; it has: " + OneLine.of(String.join(", ", rows.header())));
            }
            if (rows.header().lastIndexOf(column) != at) {
                throw unusable(file, rows, column, "is in the header more than once");
            }
            places.put(part, at);
        });
        return places;
    }

    private static UnusableInputException unusable(Path file, LogRows rows, String column, String problem) {
        return new UnusableInputException(
                file, "line " + rows.headerLine() + ": column " + OneLine.quoted(column) + " " + problem);
    }

    private CallRecord call(RawRow row, Map<Part, Integer> places, int width) throws RejectedRowException {
        if (row.fields().size() != width) {
            throw new RejectedRowException(row.fields().size() + " columns, the header has " + width);
        }
        try {
            return call(values(row, places));
        } catch (IllegalArgumentException unfit) {
            throw new RejectedRowException(OneLine.of(String.valueOf(unfit.getMessage())));
        }
    }

    private static Map<Part, String> values(RawRow row, Map<Part, Integer> places) {
        Map<Part, String> values = new EnumMap<>(Part.class);
        places.forEach((part, at) -> {
            String value = row.fields().get(at).strip();
            if (!value.isEmpty()) {
                values.put(part, value);
            }
        });
        return values;
    }

    private CallRecord call(Map<Part, String> values) throws RejectedRowException {
        Duration talked = values.containsKey(Part.TALKED) ? length(values, Part.TALKED) : Duration.ZERO;
        boolean answered = answered(values, talked);
        return new CallRecord(
                required(values, Part.ID),
                arrived(required(values, Part.ARRIVED)),
                required(values, Part.QUEUE),
                answered,
                length(values, Part.WAITED),
                answered ? talked : Duration.ZERO,
                Optional.ofNullable(values.get(Part.ORIGIN)),
                Optional.ofNullable(values.get(Part.SYSTEM)).map(SystemId::of),
                Optional.ofNullable(values.get(Part.CASE)).map(CaseNumber::of));
    }

    private boolean answered(Map<Part, String> values, Duration talked) throws RejectedRowException {
        if (!mapping.columns().containsKey(Part.OUTCOME)) {
            return !talked.isZero();
        }
        String outcome = required(values, Part.OUTCOME);
        Boolean answered = mapping.outcomes().get(outcome);
        if (answered == null) {
            throw new RejectedRowException("outcome " + OneLine.quoted(outcome) + " is not in the mapping");
        }
        return answered;
    }

    private Instant arrived(String text) throws RejectedRowException {
        return mapping.time()
                .parse(text)
                .orElseThrow(() -> new RejectedRowException("time " + OneLine.quoted(text) + " is unreadable, expected "
                        + mapping.time().describe()));
    }

    private static String required(Map<Part, String> values, Part part) throws RejectedRowException {
        String value = values.get(part);
        if (value == null) {
            throw new RejectedRowException(part.word() + " missing");
        }
        return value;
    }

    /** In seconds, or as 1:02:03 or 2:03. */
    private static Duration length(Map<Part, String> values, Part part) throws RejectedRowException {
        String text = required(values, part);
        if (!LENGTH.matcher(text).matches()) {
            throw new RejectedRowException(
                    part.word() + " " + OneLine.quoted(text) + " is unreadable, expected seconds, or 1:02:03");
        }
        BigDecimal seconds = BigDecimal.ZERO;
        for (String one : COLONS.split(text)) {
            seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(one.replace(',', '.')));
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
