package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.sla.agreement.AgreementKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tables hold what, by which columns, and what their words mean: what is not public of the product, and its owner knows. Immutable.
 *
 * @param parts the tables that there are
 * @param types what agreements are called there
 * @param states what the states between which a target runs are here
 * @param pausedBy what a case may wait for without the clock of a target running; empty if the mapping does not say
 */
record ExportNames(
        ImmutableMap<Part, Section> parts,
        ImmutableMap<String, AgreementKind> types,
        ImmutableMap<String, State> states,
        Optional<ImmutableList<WaitingFor>> pausedBy) {
    private static final ImmutableMap<String, AgreementKind> USUAL = ImmutableMap.of(
            "SLA", AgreementKind.SLA, "OLA", AgreementKind.OLA, "UC", AgreementKind.UNDERPINNING_CONTRACT);

    /** A table of the export. */
    enum Part {
        AGREEMENTS(true, ImmutableList.of("id", "name", "type"), ImmutableList.of()),
        TARGETS(
                true,
                ImmutableList.of("name", "agreement", "from", "until", "duration"),
                ImmutableList.of("kind", "calendar", "filter", "alerts")),
        HOURS(false, ImmutableList.of("calendar", "day", "start", "stop"), ImmutableList.of("breakStart", "breakStop")),
        HOLIDAYS(false, ImmutableList.of("date"), ImmutableList.of("calendar"));

        private final boolean needed;
        private final ImmutableList<String> columns;
        private final ImmutableList<String> optional;

        Part(boolean needed, ImmutableList<String> columns, ImmutableList<String> optional) {
            this.needed = needed;
            this.columns = columns;
            this.optional = optional;
        }

        private String member() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String[] known() {
            return Stream.concat(columns.stream(), optional.stream()).toArray(String[]::new);
        }
    }

    /** What happens to a case when it comes into a state there. */
    enum State {
        REGISTERED,
        ACCEPTED,
        ANSWERED,
        CLOSED
    }

    /**
     * A table.
     *
     * @param place where the mapping names it
     * @param table with what the names of its files begin
     * @param columns its columns by what they hold
     */
    record Section(JsonPlace place, String table, ImmutableMap<String, String> columns) {}

    /** The names in a mapping; what is wrong with it is reported. */
    static ExportNames of(JsonPlace root) {
        root.allowOnly("$schema", "format", "about", "agreements", "targets", "hours", "holidays");
        boolean unused = root.readable(1);
        ImmutableMap<Part, Section> parts = parts(root);
        JsonPlace types = root.at("agreements").at("types");
        JsonPlace states = root.at("targets").at("states");
        JsonPlace paused = root.at("targets").at("pausedBy");
        return new ExportNames(
                parts,
                types.present() ? constants(types, AgreementKind.class) : USUAL,
                constants(states, State.class),
                paused.present()
                        ? Optional.of(
                                paused.all("a list of what cases wait for", one -> one.constant(WaitingFor.class)))
                        : Optional.empty());
    }

    private static ImmutableMap<Part, Section> parts(JsonPlace root) {
        ImmutableMap.Builder<Part, Section> parts = ImmutableMap.builder();
        for (Part part : Part.values()) {
            JsonPlace place = root.at(part.member());
            if (place.present() || part.needed) {
                section(part, place).ifPresent(section -> parts.put(part, section));
            }
        }
        return parts.buildOrThrow();
    }

    private static Optional<Section> section(Part part, JsonPlace place) {
        switch (part) {
            case AGREEMENTS -> place.allowOnly("table", "columns", "types");
            case TARGETS -> place.allowOnly("table", "columns", "states", "pausedBy");
            default -> place.allowOnly("table", "columns");
        }
        ImmutableMap<String, String> columns = columns(part, place.at("columns"));
        return place.at("table")
                .text("the name of a table, with which the names of its files begin")
                .map(table -> new Section(place, table, columns));
    }

    private static ImmutableMap<String, String> columns(Part part, JsonPlace place) {
        place.allowOnly(part.known());
        ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
        for (String meaning : part.known()) {
            JsonPlace column = place.at(meaning);
            if (column.present() || part.columns.contains(meaning)) {
                column.text("the name of a column").ifPresent(name -> columns.put(meaning, name));
            }
        }
        return columns.buildOrThrow();
    }

    private static <E extends Enum<E>> ImmutableMap<String, E> constants(JsonPlace place, Class<E> type) {
        ImmutableMap.Builder<String, E> known = ImmutableMap.builder();
        for (String word : place.keys()) {
            place.at(word).constant(type).ifPresent(constant -> known.put(word, constant));
        }
        return known.buildOrThrow();
    }

    /** The rows of a table, read by what their columns hold; columns that no row has are reported. */
    ImmutableList<ExportRow> rows(Part part, ImmutableList<Entry> entries) {
        return Optional.ofNullable(parts.get(part))
                .map(section -> rows(section, entries))
                .orElseGet(ImmutableList::of);
    }

    private static ImmutableList<ExportRow> rows(Section section, ImmutableList<Entry> entries) {
        ImmutableList<ExportRow> rows = entries.stream()
                .filter(entry -> entry.table().equals(section.table()))
                .map(entry -> new ExportRow(entry, section.columns()))
                .collect(ImmutableList.toImmutableList());
        if (rows.isEmpty()) {
            section.place().at("table").report("there is no row of " + section.table() + "; give its file too");
            return rows;
        }
        checkColumns(section, rows);
        return rows;
    }

    private static void checkColumns(Section section, ImmutableList<ExportRow> rows) {
        section.columns().forEach((meaning, column) -> {
            if (rows.stream().noneMatch(row -> row.text(meaning).isPresent())) {
                section.place()
                        .at("columns")
                        .at(meaning)
                        .report("no row of " + section.table() + " has anything in column " + column);
            }
        });
    }

    /** The words for states. */
    String stateWords() {
        return String.join(", ", Sets.newTreeSet(states.keySet())) + " (of "
                + String.join(
                        ", ", Arrays.stream(State.values()).map(Enum::name).toList()) + ")";
    }
}
