package dk.sagsflow.examples.sagsflow.log;

import static dk.sagsflow.examples.sagsflow.log.OneLine.quoted;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.examples.sagsflow.log.CaseLogReader.Header;
import dk.sagsflow.examples.sagsflow.log.LogMapping.Tier;
import dk.sagsflow.examples.sagsflow.log.StatusTable.Meaning;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file into values, one by one. Not thread-safe. */
final class RowReader {

    /** Enough for every real organisation, and an end to it if a column holds something else. */
    private static final int GROUPS_REMEMBERED = 10_000;

    private final LogMapping mapping;
    private final Header header;
    private final Map<String, String> tiers = new HashMap<>();

    RowReader(LogMapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
    }

    /** The case of a row. */
    String caseId(CsvRecord row) throws RejectedRowException {
        if (row.getFieldCount() != header.width()) {
            throw new RejectedRowException(row.getFieldCount() + " columns, the header has " + header.width());
        }
        return id("case id", required(row, header.caseId(), "case id"), CaseNumber::of);
    }

    /** As it stands, if it can be an id. */
    private static String id(String what, String text, Function<String, ?> maker) throws RejectedRowException {
        try {
            return maker.apply(text).toString();
        } catch (IllegalArgumentException unfit) {
            throw new RejectedRowException(
                    what + " " + quoted(text) + " cannot be one: " + OneLine.of(String.valueOf(unfit.getMessage())));
        }
    }

    /**
     * The values of a row.
     *
     * @param previous the row of the same case before it, or null if there is none
     */
    LogRow row(CsvRecord row, String caseId, @Nullable LogRow previous) throws RejectedRowException {
        Instant at = time(required(row, header.time(), "time"), previous);
        String group = group(row);
        return new LogRow(
                row.getStartingLineNumber(),
                caseId,
                at,
                group,
                tier(group),
                value(row, header.actor()).orElse(""),
                state(row),
                meaning(row, header.impact(), "impact", mapping.impacts()),
                meaning(row, header.priority(), "priority", mapping.priorities()),
                system(row),
                new LogRow.OfCase(registered(row), meaning(row, header.verdict(), "verdict", mapping.verdicts())));
    }

    private Optional<String> system(CsvRecord row) throws RejectedRowException {
        Optional<String> system = value(row, header.system());
        return system.isPresent() ? Optional.of(id("system", system.get(), SystemId::of)) : system;
    }

    private String group(CsvRecord row) throws RejectedRowException {
        Optional<String> named = value(row, header.group());
        Optional<String> group = named.isPresent() ? named : mapping.noGroup();
        return id("group", group.orElseThrow(() -> new RejectedRowException("group missing")), GroupId::of);
    }

    private Optional<Instant> registered(CsvRecord row) throws RejectedRowException {
        Optional<String> text = value(row, header.registered());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> at = mapping.time().parse(text.get());
        if (at.isEmpty()) {
            throw new RejectedRowException("registered time " + quoted(text.get()) + " is unreadable, expected "
                    + mapping.time().describe());
        }
        return Optional.of(within(at.get(), text.get()));
    }

    private Instant time(String text, @Nullable LogRow previous) throws RejectedRowException {
        Optional<Instant> at =
                previous == null ? mapping.time().parse(text) : mapping.time().parseAfter(previous.at(), text);
        if (at.isEmpty()) {
            throw new RejectedRowException("time " + quoted(text) + " is unreadable, expected "
                    + mapping.time().describe());
        }
        if (previous != null && at.get().isBefore(previous.at())) {
            throw new RejectedRowException("time " + quoted(text)
                    + " is earlier than that of the case's previous row, line " + previous.line());
        }
        return within(at.get(), text);
    }

    private static Instant within(Instant at, String text) throws RejectedRowException {
        try {
            return Bounds.instant("time", at);
        } catch (OutOfBoundsException outside) {
            throw new RejectedRowException(
                    "time " + quoted(text) + " is not from " + Bounds.EARLIEST + " on and before " + Bounds.END);
        }
    }

    private String tier(String group) throws RejectedRowException {
        String known = tiers.get(group);
        if (known != null) {
            return known;
        }
        Optional<Tier> tier = mapping.tierOf(group);
        if (tier.isEmpty()) {
            throw new RejectedRowException("group " + quoted(group) + " fits no tier of the mapping");
        }
        if (tiers.size() < GROUPS_REMEMBERED) {
            tiers.put(group, tier.get().id());
        }
        return tier.get().id();
    }

    private RowState state(CsvRecord row) throws RejectedRowException {
        String status = status(row);
        Optional<Meaning> meaning = mapping.statuses().meaningOf(status);
        if (meaning.isEmpty()) {
            throw new RejectedRowException("status " + quoted(status) + " is not in the mapping");
        }
        if (meaning.get() instanceof Meaning.Unusable unusable) {
            throw new RejectedRowException("status " + quoted(status) + " is unusable: " + unusable.because());
        }
        return ((Meaning.State) meaning.get()).state();
    }

    private String status(CsvRecord row) {
        String first = row.getField(header.status().get(0));
        if (header.status().size() == 1) {
            return first;
        }
        StringBuilder joined = new StringBuilder(first);
        for (int column : header.status().subList(1, header.status().size())) {
            joined.append(StatusTable.JOINT).append(row.getField(column));
        }
        return joined.toString();
    }

    private <T> Optional<T> meaning(CsvRecord row, int column, String what, ImmutableMap<String, T> meanings)
            throws RejectedRowException {
        Optional<String> value = value(row, column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        T meaning = meanings.get(value.get());
        if (meaning == null) {
            throw new RejectedRowException(what + " " + quoted(value.get()) + " is not in the mapping");
        }
        return Optional.of(meaning);
    }

    private String required(CsvRecord row, int column, String what) throws RejectedRowException {
        Optional<String> value = value(row, column);
        return value.orElseThrow(() -> new RejectedRowException(what + " missing"));
    }

    /** Without the space around it, which many exports leave there; empty if nothing is left. */
    private Optional<String> value(CsvRecord row, int column) {
        if (column < 0) {
            return Optional.empty();
        }
        String raw = row.getField(column);
        String value = raw.strip();
        boolean missing = value.isEmpty()
                || mapping.missing().contains(raw)
                || mapping.missing().contains(value);
        return missing ? Optional.empty() : Optional.of(value);
    }
}
