package dk.sagsflow.imports.zendesk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.PlainNames;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.NoteCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters of policies, as conditions. What a model cannot ask becomes a field that somebody fills in. Not thread-safe. */
final class Filters {
    private static final ImmutableMap<String, CaseKind> KINDS = ImmutableMap.of(
            "incident", CaseKind.INCIDENT,
            "question", CaseKind.QUESTION,
            "task", CaseKind.SERVICE_REQUEST);
    private static final ImmutableSet<String> POSITIVE = ImmutableSet.of("is", "includes");
    private static final ImmutableSet<String> NEGATIVE = ImmutableSet.of("is_not", "not_includes");

    private final Groups groups;
    private final ModelDraft draft;
    private final Map<String, String> flags = new HashMap<>();

    Filters(Groups groups, ModelDraft draft) {
        this.groups = groups;
        this.draft = draft;
    }

    /** Which cases a filter takes: all of the one list, and one of the other if it has any. */
    ConditionDraft read(JsonPlace filter) {
        if (!filter.isObject()) {
            filter.report("missing; a policy has a filter, an object with the arrays all and any");
            return ConditionDraft.always();
        }
        ConditionDraft all = ConditionDraft.all(conditions(filter.at("all")));
        List<ConditionDraft> any = conditions(filter.at("any"));
        return any.isEmpty() ? all : all.and(ConditionDraft.any(any));
    }

    private List<ConditionDraft> conditions(JsonPlace list) {
        return list.isNull()
                ? List.of()
                : list.all("an array of conditions", each -> Optional.of(each)).stream()
                        .map(this::condition)
                        .toList();
    }

    private ConditionDraft condition(JsonPlace place) {
        Optional<String> field = place.at("field").text("the field that a condition asks");
        Optional<String> operator = place.at("operator").text("how a condition compares: is, is_not, includes …");
        if (field.isEmpty() || operator.isEmpty()) {
            return ConditionDraft.always();
        }
        ImmutableList<String> values = values(place.at("value"));
        boolean negative = NEGATIVE.contains(operator.get());
        if (values.isEmpty() || !(negative || POSITIVE.contains(operator.get()))) {
            return flag(place, field.get() + " " + operator.get() + " " + String.join(" ", values));
        }
        ConditionDraft asked = ConditionDraft.any(values.stream()
                .map(value -> compared(place, field.get(), value))
                .toList());
        return negative ? asked.negate() : asked;
    }

    private static ImmutableList<String> values(JsonPlace value) {
        List<String> found = value.isArray()
                ? value.elements("values").stream()
                        .flatMap(each -> each.scalar().stream())
                        .toList()
                : value.scalar().stream().toList();
        return found.stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(ImmutableList.toImmutableList());
    }

    private ConditionDraft compared(JsonPlace place, String field, String value) {
        return switch (field) {
            case "type" -> KINDS.containsKey(value) ? kind(place, value) : flag(place, field + " is " + value);
            case "priority" ->
                ZendeskPriority.of(value)
                        .map(priority -> ConditionDraft.is("priority", priority.name()))
                        .orElseGet(() -> flag(place, field + " is " + value));
            case "group_id" -> ConditionDraft.is("group", groups.id(value, place));
            case "organization_id" -> unit(place, value);
            case "current_tags" -> tags(place, value);
            default -> choice(place, field, value);
        };
    }

    private ConditionDraft kind(JsonPlace place, String value) {
        CaseKind kind = KINDS.getOrDefault(value, CaseKind.INCIDENT);
        NoteCode code = NoteCode.KIND;
        if (kind == CaseKind.SERVICE_REQUEST) {
            draft.notes().guessed(code, ExportFiles.place(place), draft.organisation(), value, kind.name());
        } else {
            draft.notes().mapped(code, ExportFiles.place(place), draft.organisation(), value, kind.name());
        }
        return ConditionDraft.is("kind", kind.name());
    }

    private ConditionDraft unit(JsonPlace place, String value) {
        draft.notes().guessed(NoteCode.UNIT, ExportFiles.place(place), draft.organisation(), value);
        return ConditionDraft.is("unit", PlainNames.name(value, "unit"));
    }

    /** Tags stand in one text, parted by spaces; one of them is enough. */
    private ConditionDraft tags(JsonPlace place, String value) {
        return ConditionDraft.any(Arrays.stream(value.split("\\s+"))
                .map(tag -> flag(place, "Tag " + tag))
                .toList());
    }

    private ConditionDraft choice(JsonPlace place, String field, String value) {
        String name = PlainNames.name(value, "-");
        String id = draft.choice("Zendesk " + field, name);
        draft.notes().guessed(NoteCode.FIELD, ExportFiles.place(place), draft.placeOfAttribute(id), field, id);
        return new ConditionDraft.Has(id, ImmutableSet.of(name));
    }

    private ConditionDraft flag(JsonPlace place, String text) {
        String id = flags.computeIfAbsent(text, draft::flag);
        draft.notes().guessed(NoteCode.FLAG, ExportFiles.place(place), draft.placeOfAttribute(id), text.strip(), id);
        return new ConditionDraft.Has(id, ImmutableSet.of(true));
    }
}
