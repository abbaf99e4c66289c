package dk.sagsflow.imports.export;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.imports.note.SourcePlace;

/**
 * The files of an export.
 *
 * @param texts their texts by their names, at least one
 * @param problems where everything that is wrong with them is collected
 */
public record ExportFiles(ImmutableMap<String, String> texts, Problems problems) {
    /** Where a value stands, for notes. */
    public static SourcePlace place(JsonPlace value) {
        return new SourcePlace(value.document(), value.line(), value.column(), value.pointer());
    }

    /** The whole of the first file. */
    public SourcePlace whole() {
        return new SourcePlace(texts.keySet().iterator().next(), 1, 1, "");
    }

    /** Says that something is wrong with a file as a whole. */
    public void report(String file, String problem) {
        problems.add(new Problem(file, 1, 1, "", problem));
    }
}
