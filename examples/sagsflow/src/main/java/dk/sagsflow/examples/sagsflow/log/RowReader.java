package dk.sagsflow.examples.sagsflow.log;

import static dk.sagsflow.examples.sagsflow.log.file.OneLine.quoted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import dk.sagsflow.examples.sagsflow.log.mapping.Column;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping.Tier;
import dk.sagsflow.examples.sagsflow.log.mapping.LogShape;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import dk.sagsflow.examples.sagsflow.log.mapping.StatusTable.Meaning;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rows of one file into values, one by one. Not thread-safe. */
final class RowReader {

    /** Enough for every real organisation, and an end to it if a column holds something else. */
    private static final int GROUPS_REMEMBERED = 10_000;

    private final LogMapping mapping;
    private final Header header;
    private final Projection projection;
    private final Map<String, String> tiers = new HashMap<>();

    RowReader(LogMapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
        this.projection = new Projection(mapping, header);
    }

    /** The case of a row. */
    String caseId(RawRow row) throws RejectedRowException {
        if (row.fields().size() != header.width()) {
            throw new RejectedRowException(row.fields().size() + " columns, the header has " + header.width());
        }
        Optional<String> text = projection.value(row, header.at(Column.CASE));
        return id("case id", text.orElseThrow(() -> new RejectedRowException("case id missing")), CaseNumber::of);
    }

    /** What the rows of one case say, in order of time. */
    List<Cells> cells(List<RawRow> rows) {
        return projection.of(rows);
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

    /** A row that is left out, with its time if that can be read: of a whole case, when it came in. */
    RejectedRow rejected(RawRow row, String reason) {
        int column = oneRowEach() ? header.moments().get(0) : header.at(Column.TIME);
        Optional<Instant> at = row.fields().size() == header.width()
                ? projection.value(row, column).flatMap(mapping.time()::parse)
                : Optional.empty();
        return new RejectedRow(row.line(), reason, told(at));
    }

    static Optional<Instant> told(Optional<Instant> at) {
        return at.filter(time -> !time.isBefore(Bounds.EARLIEST) && time.isBefore(Bounds.END));
    }

    /** Whether a row tells a whole case. */
    boolean oneRowEach() {
        return mapping.shape() instanceof LogShape.OneRow;
    }

    /** The moments of a case in order of time, if nothing is said to have happened before it came in. */
    ImmutableList<LogRow> beginningFirst(ImmutableList<LogRow> rows) throws RejectedRowException {
        RowState beginning =
                ((LogShape.OneRow) mapping.shape()).moments().get(0).state();
        if (!rows.get(0).state().equals(beginning)) {
            throw new RejectedRowException(
                    "something happened at " + rows.get(0).at() + ", before the case came in");
        }
        return rows;
    }

    /** What a row means. */
    LogRow row(Cells cells, String caseId) throws RejectedRowException {
        Instant at = time(cells);
        String group = group(cells);
        return new LogRow(
                cells.line(),
                caseId,
                at,
                group,
                tier(group),
                cells.value(Column.ACTOR).orElse(""),
                cells.state().isPresent() ? cells.state().get() : state(cells),
                meaning(cells, Column.IMPACT, mapping.impacts()),
                meaning(cells, Column.PRIORITY, mapping.priorities()),
                system(cells),
                cells.value(Column.TYPE),
                ofCase(cells));
    }

    private LogRow.OfCase ofCase(Cells cells) throws RejectedRowException {
        Optional<String> error = cells.value(Column.KNOWN_ERROR);
        return new LogRow.OfCase(
                registered(cells),
                meaning(cells, Column.VERDICT, mapping.verdicts()),
                category(cells),
                error.isPresent() ? Optional.of(id("known error", error.get(), CaseNumber::of)) : error);
    }

    private static Optional<String> category(Cells cells) throws RejectedRowException {
        String category = cells.value(Column.CATEGORY).orElse("");
        if (category.length() > Bounds.LONGEST_LINE) {
            throw new RejectedRowException("category " + quoted(category) + " is longer than " + Bounds.LONGEST_LINE);
        }
        return category.isEmpty() ? Optional.empty() : Optional.of(category);
    }

    private static Optional<String> system(Cells cells) throws RejectedRowException {
        Optional<String> system = cells.value(Column.SYSTEM);
        return system.isPresent() ? Optional.of(id("system", system.get(), SystemId::of)) : system;
    }

    private String group(Cells cells) throws RejectedRowException {
        Optional<String> named = cells.value(Column.GROUP);
        Optional<String> group = named.isPresent() ? named : mapping.noGroup();
        return id("group", group.orElseThrow(() -> new RejectedRowException("group missing")), GroupId::of);
    }

    private Optional<Instant> registered(Cells cells) throws RejectedRowException {
        Optional<String> text = cells.value(Column.REGISTERED);
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

    private Instant time(Cells cells) throws RejectedRowException {
        String text = cells.value(Column.TIME).orElseThrow(() -> new RejectedRowException("time missing"));
        if (cells.at().isEmpty()) {
            throw new RejectedRowException("time " + quoted(text) + " is unreadable, expected "
                    + mapping.time().describe());
        }
        return within(cells.at().get(), text);
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

    private RowState state(Cells cells) throws RejectedRowException {
        String status = cells.value(Column.STATUS).orElse("");
        Optional<Meaning> meaning = mapping.statuses().meaningOf(status);
        if (meaning.isEmpty()) {
            throw new RejectedRowException("status " + quoted(status) + " is not in the mapping");
        }
        if (meaning.get() instanceof Meaning.Unusable unusable) {
            throw new RejectedRowException("status " + quoted(status) + " is unusable: " + unusable.because());
        }
        return ((Meaning.State) meaning.get()).state();
    }

    private static <T> Optional<T> meaning(Cells cells, Column column, ImmutableMap<String, T> meanings)
            throws RejectedRowException {
        Optional<String> value = cells.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        T meaning = meanings.get(value.get());
        if (meaning == null) {
            throw new RejectedRowException(column.word() + " " + quoted(value.get()) + " is not in the mapping");
        }
        return Optional.of(meaning);
    }
}
