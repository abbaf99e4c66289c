package dk.sagsflow.imports.zendesk;

import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.HashMap;
import java.util.Map;

/** Groups by their ids there; one that policies name becomes a group of the model. Not thread-safe. */
final class Groups {
    private final ModelDraft draft;
    private final Map<String, JsonPlace> names = new HashMap<>();
    private final Map<String, String> used = new HashMap<>();

    Groups(ModelDraft draft) {
        this.draft = draft;
    }

    void read(JsonPlace group) {
        group.at("id").scalar().ifPresent(id -> {
            if (names.putIfAbsent(id, group.at("name")) != null) {
                group.at("id").report("group " + id + " is there already; ids are given once");
            }
        });
    }

    /** The id in the model of a group with this id there. */
    String id(String there, JsonPlace asked) {
        return used.computeIfAbsent(there, fresh -> {
            JsonPlace name = names.get(there);
            return name == null || name.scalar().isEmpty()
                    ? withoutName(there, ExportFiles.place(asked))
                    : named(name.scalar().orElseThrow(), ExportFiles.place(name));
        });
    }

    private String named(String name, SourcePlace source) {
        String id = draft.group(name);
        draft.notes().mapped(NoteCode.GROUP, source, draft.placeOfGroup(id), name, id);
        return id;
    }

    private String withoutName(String there, SourcePlace source) {
        String id = draft.group("Group " + there);
        draft.notes().guessed(NoteCode.GROUP_WITHOUT_NAME, source, draft.placeOfGroup(id), there, id);
        return id;
    }
}
