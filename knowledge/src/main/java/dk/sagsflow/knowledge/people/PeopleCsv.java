package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an LDAP or HR export as CSV: a header, and a line for each person. The columns are {@code id}, {@code name}, and as far as
 * they are there {@code unit}, {@code roles} (superuser, manager, colleague), {@code groups}, {@code mail} and {@code language};
 * others are passed over, and what has no column stays as it is. Several roles or groups stand apart by {@code |}. Every line that cannot be read is told. Immutable.
 */
public final class PeopleCsv {
    private static final ImmutableSet<String> COLUMNS =
            ImmutableSet.of("id", "name", "unit", "roles", "groups", "mail", "language");
    private static final Splitter SEVERAL = Splitter.on('|').trimResults().omitEmptyStrings();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ImmutableMap<String, String> headers;
    private final char delimiter;
    private final Map<String, String> groups;

    private PeopleCsv(Map<String, String> headers, char delimiter, Map<String, String> groups) {
        this.headers = ImmutableMap.copyOf(headers);
        this.delimiter = delimiter;
        this.groups = ImmutableMap.copyOf(groups);
    }

    /** With columns of those names, apart by commas. */
    public static PeopleCsv standard() {
        return new PeopleCsv(
                COLUMNS.stream().collect(Collectors.toMap(Function.identity(), Function.identity())), ',', Map.of());
    }

    /**
     * The same with another header for a column: {@code withColumn("id", "uid")}.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public PeopleCsv withColumn(String column, String header) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("column is " + column + ", none of " + COLUMNS);
        }
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(column, requireNonNull(header, "header").toLowerCase(Locale.ROOT));
        return new PeopleCsv(changed, delimiter, groups);
    }

    /** The same with values apart by another character. */
    public PeopleCsv withDelimiter(char other) {
        return new PeopleCsv(headers, other, groups);
    }

    /** The same, taking what the export calls this for this group: {@code withGroup("OU=BIT", "bit")}. */
    public PeopleCsv withGroup(String exported, String group) {
        Map<String, String> changed = new HashMap<>(groups);
        changed.put(exported, GroupId.of(group).value());
        return new PeopleCsv(headers, delimiter, changed);
    }

    /** What this text says of people, and what of it cannot be read. */
    public PeopleExport read(String csv, PeopleExport.Scope scope) {
        Map<ActorId, ListedPerson> people = new LinkedHashMap<>();
        Set<PeopleExport.Field> unsaid = EnumSet.allOf(PeopleExport.Field.class);
        List<String> problems = new ArrayList<>();
        try {
            for (NamedCsvRecord row : rows(csv)) {
                unsaid.removeIf(field ->
                        header(row, field.name().toLowerCase(Locale.ROOT)).isPresent());
                person(row, problems).ifPresent(person -> add(person, people, row, problems));
            }
        } catch (CsvParseException broken) {
            problems.add("not CSV: " + broken.getMessage());
        }
        if (people.isEmpty() && problems.isEmpty()) {
            problems.add("nobody is in it; a header and a line for each person are needed");
        }
        return new PeopleExport(
                ImmutableList.copyOf(people.values()),
                scope,
                Sets.immutableEnumSet(unsaid),
                ImmutableList.copyOf(problems));
    }

    private CsvReader<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv);
    }

    private static void add(
            ListedPerson person, Map<ActorId, ListedPerson> people, NamedCsvRecord row, List<String> problems) {
        if (people.putIfAbsent(person.id(), person) != null) {
            problems.add("line " + row.getStartingLineNumber() + ": " + person.id() + " has a line already");
        }
    }

    private Optional<ListedPerson> person(NamedCsvRecord row, List<String> problems) {
        try {
            return Optional.of(new ListedPerson(
                    ActorId.of(needed(row, "id")),
                    needed(row, "name"),
                    several(row, "roles").map(PeopleCsv::role).collect(ImmutableSet.toImmutableSet()),
                    value(row, "unit").map(UnitId::of),
                    several(row, "groups")
                            .map(group -> GroupId.of(groups.getOrDefault(group, group)))
                            .collect(ImmutableSet.toImmutableSet()),
                    value(row, "mail"),
                    value(row, "language").map(PeopleCsv::language).orElse(Locale.forLanguageTag("da"))));
        } catch (IllegalArgumentException wrong) {
            problems.add("line " + row.getStartingLineNumber() + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private String needed(NamedCsvRecord row, String column) {
        return value(row, column)
                .orElseThrow(() -> new IllegalArgumentException("no " + column + "; column " + headers.get(column)
                        + " of " + String.join(", ", row.getHeader()) + " is needed"));
    }

    private Optional<String> value(NamedCsvRecord row, String column) {
        return header(row, column).flatMap(row::findField).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What the export calls this column; empty if it has none. */
    private Optional<String> header(NamedCsvRecord row, String column) {
        String wanted = headers.get(column);
        return row.getHeader().stream()
                .filter(header -> header.strip().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private Stream<String> several(NamedCsvRecord row, String column) {
        return value(row, column).stream().flatMap(SEVERAL::splitToStream);
    }

    private static PersonRole role(String text) {
        return Arrays.stream(PersonRole.values())
                .filter(role -> role.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role is none of "
                        + Arrays.toString(PersonRole.values()).toLowerCase(Locale.ROOT)));
    }

    private static Locale language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException none) {
            throw new IllegalArgumentException("language is not one such as da or en", none);
        }
    }
}
