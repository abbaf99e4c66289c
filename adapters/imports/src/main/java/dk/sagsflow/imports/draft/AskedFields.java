package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.HashMap;
import java.util.Map;

/** Fields of the organisation that stand for what a model cannot ask itself. Not thread-safe. */
public final class AskedFields {
    private final ModelDraft draft;
    private final String system;
    private final Map<String, String> flags = new HashMap<>();

    /**
     * Fields in this model.
     *
     * @param system what the fields of choices are called after
     */
    public AskedFields(ModelDraft draft, String system) {
        this.draft = draft;
        this.system = system;
    }

    /** A field has a value. */
    public ConditionDraft choice(SourcePlace place, String field, String value) {
        String name = PlainNames.name(value, "-");
        String id = draft.choice(system + " " + field, name);
        draft.notes().guessed(NoteCode.FIELD, place, draft.placeOfAttribute(id), PlainNames.name(field, "-"), id);
        return new ConditionDraft.Has(id, ImmutableSet.of(name));
    }

    /** Something holds that only people know. */
    public ConditionDraft flag(SourcePlace place, String text) {
        String line = PlainNames.name(text, "condition");
        String id = flags.computeIfAbsent(line, draft::flag);
        draft.notes().guessed(NoteCode.FLAG, place, draft.placeOfAttribute(id), line, id);
        return new ConditionDraft.Has(id, ImmutableSet.of(true));
    }
}
