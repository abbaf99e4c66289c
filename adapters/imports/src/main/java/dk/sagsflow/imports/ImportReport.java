package dk.sagsflow.imports;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an import has to tell, to read or for programs: what needs somebody's eyes first. Immutable. */
public final class ImportReport {
    /** The format of the JSON that this release writes. */
    public static final int FORMAT = 1;

    private static final ImmutableList<Class<? extends ImportNote>> ORDER = ImmutableList.of(
            ImportNote.NoEqual.class,
            ImportNote.Guessed.class,
            ImportNote.MeansOtherwise.class,
            ImportNote.Mapped.class);

    private final PolicyImport imported;
    private final NoteWords words;

    private ImportReport(PolicyImport imported, NoteWords words) {
        this.imported = imported;
        this.words = words;
    }

    /** The report in a language: Danish if it is Danish, else English. */
    public static ImportReport of(PolicyImport imported, Locale language) {
        return new ImportReport(imported, NoteWords.in(language));
    }

    /** Whether something was guessed, or has no equal. */
    public boolean asksForEyes() {
        return !imported.notes(ImportNote.NoEqual.class).isEmpty()
                || !imported.notes(ImportNote.Guessed.class).isEmpty();
    }

    /** In lines: what has no equal, what was guessed, what means something else, and what was mapped. */
    public ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Class<? extends ImportNote> kind : ORDER) {
            ImmutableList<? extends ImportNote> notes = imported.notes(kind);
            if (!notes.isEmpty()) {
                lines.add(words.kind(notes.get(0)) + ": " + notes.size());
                grouped(notes).forEach(lines::add);
            }
        }
        return lines.build();
    }

    /** What is said in the same words is said once, with its first place. */
    private List<String> grouped(ImmutableList<? extends ImportNote> notes) {
        return notes.stream()
                .collect(Collectors.groupingBy(words::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(alike -> "  "
                        + line(
                                alike.getValue().get(0),
                                alike.getKey(),
                                alike.getValue().size()))
                .toList();
    }

    private static String line(ImportNote note, String said, int times) {
        return note.source().describe() + ": " + said
                + note.model().map(place -> " -> " + place.describe()).orElse("")
                + (times > 1 ? " (" + times + ")" : "");
    }

    /** As JSON: each note with its kind, code, words and places. */
    public String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("source", imported.source().name().toLowerCase(Locale.ROOT));
        ArrayNode notes = root.putArray("notes");
        imported.notes().forEach(note -> write(note, notes.addObject()));
        return root.toPrettyString() + "\n";
    }

    private void write(ImportNote note, ObjectNode node) {
        node.put("kind", note.getClass().getSimpleName());
        node.put("code", note.code().name());
        node.put("words", words.of(note));
        note.values().forEach(node.putArray("values")::add);
        node.putObject("source")
                .put("file", note.source().file())
                .put("line", note.source().line())
                .put("column", note.source().column())
                .put("part", note.source().part());
        note.model().ifPresent(place -> write(place, node.putObject("model")));
    }

    private static void write(ModelPlace place, ObjectNode node) {
        node.put("file", place.file()).put("pointer", place.pointer());
    }
}
