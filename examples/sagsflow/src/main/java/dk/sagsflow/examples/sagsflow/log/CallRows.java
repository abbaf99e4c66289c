package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.file.ValueText;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes calls of the rows of one file. Not thread-safe. */
final class CallRows {
    private final CallMapping mapping;
    private final Map<Part, Integer> places;
    private final int width;
    private final CallLengths lengths = new CallLengths();
    private final SkippedTimes skipped;
    private final DateOrder dates;
    private Optional<Instant> previous = Optional.empty();
    private long talksOfNobody;
    private long firstTalkOfNobody;

    /**
     * None read yet.
     *
     * @param places where each part of a call stands
     * @param width how many columns there are
     */
    CallRows(CallMapping mapping, Map<Part, Integer> places, int width) {
        this.mapping = mapping;
        this.places = places;
        this.width = width;
        this.skipped = new SkippedTimes(mapping.time());
        this.dates = new DateOrder(mapping.time());
    }

    /** The call of a row. */
    CallRecord call(RawRow row) throws RejectedRowException {
        if (row.fields().size() != width) {
            throw new RejectedRowException(row.fields().size() + " columns, the header has " + width);
        }
        try {
            Map<Part, String> values = values(row);
            Optional<Duration> talked = talked(values);
            CallRecord call = call(values, talked);
            previous = Optional.of(call.arrived());
            if (!call.answered() && talked.filter(talk -> !talk.isZero()).isPresent()) {
                firstTalkOfNobody = talksOfNobody == 0 ? row.line() : firstTalkOfNobody;
                talksOfNobody++;
            }
            return call;
        } catch (IllegalArgumentException unfit) {
            throw new RejectedRowException(OneLine.of(String.valueOf(unfit.getMessage())));
        }
    }

    private Map<Part, String> values(RawRow row) {
        Map<Part, String> values = new EnumMap<>(Part.class);
        places.forEach((part, at) -> {
            String value = ValueText.of(row.fields().get(at));
            if (!value.isEmpty()) {
                values.put(part, value);
            }
        });
        return values;
    }

    /** When a row was that is left out, if that can be read. */
    Optional<Instant> at(RawRow row) {
        return row.fields().size() == width
                ? RowReader.told(
                        Optional.ofNullable(values(row).get(Part.ARRIVED)).flatMap(mapping.time()::parse))
                : Optional.empty();
    }

    private Optional<Duration> talked(Map<Part, String> values) throws RejectedRowException {
        String text = values.get(Part.TALKED);
        return text == null ? Optional.empty() : Optional.of(lengths.read(Part.TALKED, text));
    }

    /** Of an answered call without a talk it is not known how long it took, which is not no time. */
    private CallRecord call(Map<Part, String> values, Optional<Duration> talked) throws RejectedRowException {
        boolean answered = answered(values, talked.orElse(Duration.ZERO));
        if (answered && talked.isEmpty()) {
            throw new RejectedRowException("answered, but talked missing");
        }
        return new CallRecord(
                required(values, Part.ID),
                arrived(required(values, Part.ARRIVED)),
                required(values, Part.QUEUE),
                answered,
                lengths.read(Part.WAITED, required(values, Part.WAITED)),
                answered ? talked.orElseThrow() : Duration.ZERO,
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

    /** Of a time that comes twice, when clocks go back, the one that keeps the calls in order, if one does. */
    private Instant arrived(String text) throws RejectedRowException {
        Instant first = mapping.time()
                .parse(text)
                .orElseThrow(() -> new RejectedRowException("time " + OneLine.quoted(text) + " is unreadable, expected "
                        + mapping.time().describe()));
        skipped.add(text, first);
        if (mapping.time().confusable()) {
            dates.nextCase();
            dates.add(first);
        }
        return previous.filter(first::isBefore)
                .flatMap(before -> mapping.time().parseAfter(before, text).filter(later -> !later.isBefore(before)))
                .orElse(first);
    }

    private static String required(Map<Part, String> values, Part part) throws RejectedRowException {
        String value = values.get(part);
        if (value == null) {
            throw new RejectedRowException(part.word() + " missing");
        }
        return value;
    }

    /** What somebody should know who reads the figures. */
    ImmutableList<String> remarks() {
        return Stream.concat(
                        Stream.of(dates.remark(), skipped.remark(), talkRemark())
                                .flatMap(Optional::stream),
                        lengths.remarks())
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<String> talkRemark() {
        return talksOfNobody == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d calls were given up by their outcome and talked all the same, the first on line %d: they count"
                                + " as given up, and how long they talked counts nowhere",
                        talksOfNobody,
                        firstTalkOfNobody));
    }
}
