package dk.sagsflow.imports.export;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.imports.note.SourcePlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads tables from JSON, CSV and XML: rows with the places of their fields. Not thread-safe. */
public final class Tables {
    private static final ImmutableSet<String> ROWS = ImmutableSet.of("result", "records", "data");

    private final ExportFiles files;
    private final ImmutableSet<String> known;
    private final List<Entry> entries = new ArrayList<>();

    private Tables(ExportFiles files, ImmutableSet<String> known) {
        this.files = files;
        this.known = known;
    }

    /**
     * All rows of all files.
     *
     * @param known the names of the tables; the name of a file begins with one, or its XML elements have it
     */
    public static ImmutableList<Entry> read(ExportFiles files, ImmutableSet<String> known) {
        Tables tables = new Tables(files, known);
        files.texts().forEach(tables::file);
        return ImmutableList.copyOf(tables.entries);
    }

    private void file(String name, String text) {
        String start = text.stripLeading();
        if (start.startsWith("<") || start.startsWith("\uFEFF<")) {
            new XmlRows(name, known, files.problems()).read(text, entries::add);
            return;
        }
        Optional<String> table = table(name);
        if (table.isEmpty()) {
            files.report(
                    name,
                    "the name of the file does not begin with that of a table; tables are " + String.join(", ", known));
        } else if (start.startsWith("{") || start.startsWith("[") || name.endsWith(".json")) {
            json(name, text, table.get());
        } else {
            csv(name, text, table.get());
        }
    }

    private Optional<String> table(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(table -> file.startsWith(table.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length));
    }

    private void json(String name, String text, String table) {
        JsonDocument.read(name, text, files.problems()).ifPresent(root -> {
            JsonPlace rows = root;
            for (String member : ROWS) {
                rows = root.isObject() && root.at(member).present() ? root.at(member) : rows;
            }
            if (rows.isObject()) {
                entry(rows, table);
            } else {
                rows.elements("an array of rows").forEach(row -> entry(row, table));
            }
        });
    }

    /** A value may be an object of the value, its words and its link. */
    private void entry(JsonPlace row, String table) {
        ImmutableMap.Builder<String, Entry.Cell> cells = ImmutableMap.builder();
        for (String field : row.keys()) {
            JsonPlace value = row.at(field).isObject() ? row.at(field).at("value") : row.at(field);
            value.scalar()
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> cells.put(field, new Entry.Cell(text.strip(), ExportFiles.place(value))));
        }
        entries.add(new Entry(table, ExportFiles.place(row), cells.build(), files.problems()));
    }

    private void csv(String name, String text, String table) {
        String separated = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String header = separated.lines().findFirst().orElse("");
        char separator = separator(header);
        Optional<String> twice = repeated(Splitter.on(separator).split(header));
        if (twice.isPresent()) {
            files.report(name, "field " + twice.get() + " stands twice in the header; a field is named once");
            return;
        }
        try (CsvReader<NamedCsvRecord> rows = reader(separated, separator)) {
            rows.forEach(row -> entry(name, row, table));
        } catch (CsvParseException | IOException malformed) {
            files.report(name, "no CSV: " + malformed.getMessage());
        }
    }

    private static Optional<String> repeated(Iterable<String> fields) {
        Set<String> seen = new HashSet<>();
        for (String field : fields) {
            if (!seen.add(field)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static CsvReader<NamedCsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text);
    }

    /** The one that stands in the header more often. */
    private static char separator(String header) {
        return CharMatcher.is(';').countIn(header) > CharMatcher.is(',').countIn(header) ? ';' : ',';
    }

    private void entry(String name, NamedCsvRecord row, String table) {
        int line = (int) row.getStartingLineNumber();
        if (row.getFieldCount() != row.getHeader().size()) {
            String told = "the row has " + row.getFieldCount() + " fields, the header has "
                    + row.getHeader().size();
            files.problems().add(new Problem(name, line, 1, table, told));
            return;
        }
        SourcePlace place = new SourcePlace(name, line, 1, table);
        entries.add(new Entry(table, place, cells(place, row), files.problems()));
    }

    private static ImmutableMap<String, Entry.Cell> cells(SourcePlace place, NamedCsvRecord row) {
        ImmutableMap.Builder<String, Entry.Cell> cells = ImmutableMap.builder();
        row.getFieldsAsMap().forEach((field, value) -> {
            if (!value.isBlank()) {
                SourcePlace at = new SourcePlace(place.file(), place.line(), 1, place.part() + "/" + field);
                cells.put(field, new Entry.Cell(value.strip(), at));
            }
        });
        return cells.buildOrThrow();
    }
}
