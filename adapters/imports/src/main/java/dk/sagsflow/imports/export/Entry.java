package dk.sagsflow.imports.export;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.imports.note.SourcePlace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of a table, from JSON, CSV or XML.
 *
 * @param table the name of the table
 * @param place where the row stands
 * @param cells its fields that are not blank
 * @param problems where everything that is wrong is collected
 */
public record Entry(String table, SourcePlace place, ImmutableMap<String, Cell> cells, Problems problems) {
    /**
     * A field.
     *
     * @param text what stands in it, not blank, without space around it
     * @param place where it stands
     */
    public record Cell(String text, SourcePlace place) {}

    /** What stands in a field; empty if it is blank or not there. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(cells.get(field)).map(Cell::text);
    }

    /** The same; reported if it is blank or not there. */
    public Optional<String> needed(String field, String what) {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            report(field, "missing; " + what + " is required");
        }
        return text;
    }

    /** What a field stands for; reported if the parser refuses it. */
    public <T> Optional<T> parsed(String field, String what, Function<String, T> parser) {
        return needed(field, what).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeException unfit) {
                report(field, "\"" + text + "\" is not " + what);
                return Optional.empty();
            }
        });
    }

    /** A number within what a model takes. */
    public Optional<BigDecimal> number(String field, String what) {
        return parsed(field, what, text -> Bounds.number("the number", new BigDecimal(text)));
    }

    /** Whether a field says yes: {@code true}, {@code 1} or {@code yes}; what it is if it is not there. */
    public boolean yes(String field, boolean otherwise) {
        return text(field)
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1") || text.equalsIgnoreCase("yes"))
                .orElse(otherwise);
    }

    /** Where a field stands, or the row if it is not there. */
    public SourcePlace placeOf(String field) {
        return Optional.ofNullable(cells.get(field)).map(Cell::place).orElse(place);
    }

    /** Says that something is wrong with a field. */
    public void report(String field, String problem) {
        SourcePlace at = placeOf(field);
        String part = cells.containsKey(field) ? at.part() : at.part() + "/" + field;
        problems.add(new Problem(at.file(), at.line(), at.column(), part, problem));
    }
}
