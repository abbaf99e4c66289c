package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.telephone.CallOddity;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.examples.sagsflow.log.file.LogFile;
import dk.sagsflow.examples.sagsflow.log.file.LogRows;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping.Part;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the calls of a telephone system from a file of any form that logs have. Immutable. */
public final class CallReader {
    private final CallMapping mapping;

    /**
     * What there was.
     *
     * @param rows how many rows
     * @param remarks what somebody should know who reads the figures
     */
    public record Seen(long rows, ImmutableList<String> remarks) {}

    /** A reader of such files. */
    public CallReader(CallMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads a whole file; what counts calls and takes what is left out is called on the calling thread.
     *
     * @param calls counts a call, or says why not: then its row is left out
     * @return what there was
     * @throws UnusableInputException if the file cannot be read to its end
     */
    public Seen read(Path file, Function<CallRecord, Optional<CallOddity>> calls, Consumer<RejectedRow> rejected) {
        try (LogFile log = LogFile.of(file);
                LogRows rows = log.open(mapping.format(), mapping.columns().values(), bytes -> {})) {
            Map<Part, Integer> places = places(file, rows);
            CallRows read = new CallRows(mapping, places, rows.header().size());
            long count = 0;
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                count++;
                leftOut(read, row, calls).ifPresent(rejected);
            }
            return new Seen(count, read.remarks());
        }
    }

    private static Optional<RejectedRow> leftOut(
            CallRows read, RawRow row, Function<CallRecord, Optional<CallOddity>> calls) {
        try {
            CallRecord call = read.call(row);
            return calls.apply(call).map(why -> notCounted(row, call, why));
        } catch (RejectedRowException unusable) {
            return Optional.of(new RejectedRow(row.line(), unusable.reason(), read.at(row)));
        }
    }

    /** That no call of a file can be used, with every reason. */
    public static UnusableInputException nothingUsable(Path file, LeftOut leftOut, long rows) {
        return rows == 0
                ? new UnusableInputException(file, "no call can be used: there are no rows after the header")
                : new UnusableInputException(ImmutableList.<String>builder()
                        .add(file + ": no call can be used")
                        .addAll(leftOut.lines(rows))
                        .build());
    }

    /** What was odd about calls that are counted all the same, in words. */
    public static ImmutableList<String> oddities(CallStatistics figures) {
        return figures.leftOut().entrySet().stream()
                .filter(odd -> odd.getKey().counted())
                .map(odd -> String.format(
                        Locale.ROOT,
                        "%,d %s, counted",
                        odd.getValue(),
                        odd.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(ImmutableList.toImmutableList());
    }

    private static RejectedRow notCounted(RawRow row, CallRecord call, CallOddity why) {
        String reason = switch (why) {
            case DUPLICATE -> "call " + OneLine.quoted(call.id()) + " came before";
            case UNKNOWN_QUEUE -> "queue " + OneLine.quoted(call.queue()) + " is not in the mapping";
            default -> throw new IllegalArgumentException(why + " is counted");
        };
        return new RejectedRow(row.line(), reason, Optional.of(call.arrived()));
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
}
