package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.ModelPlace;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what an import has to tell; the same is told once. Not thread-safe. */
public final class Notes {
    private final Set<ImportNote> notes = new LinkedHashSet<>();

    Notes() {}

    /** It means the same here. */
    public void mapped(NoteCode code, SourcePlace source, ModelPlace place, String... values) {
        notes.add(new ImportNote.Mapped(code, source, place, ImmutableList.copyOf(values)));
    }

    /** The export does not say it. */
    public void guessed(NoteCode code, SourcePlace source, ModelPlace place, String... values) {
        notes.add(new ImportNote.Guessed(code, source, place, ImmutableList.copyOf(values)));
    }

    /** It was left out. */
    public void noEqual(NoteCode code, SourcePlace source, String... values) {
        notes.add(new ImportNote.NoEqual(code, source, ImmutableList.copyOf(values)));
    }

    /** At an edge it is otherwise there. */
    public void otherwise(NoteCode code, SourcePlace source, ModelPlace place, String... values) {
        notes.add(new ImportNote.MeansOtherwise(code, source, place, ImmutableList.copyOf(values)));
    }

    /** All of them, in the order in which they were found. */
    public ImmutableList<ImportNote> list() {
        return ImmutableList.copyOf(notes);
    }
}
