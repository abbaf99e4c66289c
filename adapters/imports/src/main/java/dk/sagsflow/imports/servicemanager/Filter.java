package dk.sagsflow.imports.servicemanager;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.imports.draft.AskedFields;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.draft.Query;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.note.SourcePlace;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters of targets: {@code priority.code="1" and not category="change"}. Not thread-safe. */
final class Filter {
    private static final Pattern OPERATOR = Pattern.compile("\"[^\"]*\"|~=|&|\\|");
    private static final ImmutableMap<String, String> OTHERWISE =
            ImmutableMap.of("~=", "!=", "&", " and ", "|", " or ");
    /** Sites write words behind the number: {@code 1 - Critical}. */
    private static final Pattern PRIORITY = Pattern.compile("([1-4])\\b.*");

    private final ModelDraft draft;
    private final AskedFields fields;
    private final Map<String, String> groups = new HashMap<>();

    Filter(ModelDraft draft) {
        this.draft = draft;
        this.fields = new AskedFields(draft, "Service Manager");
    }

    /** Which cases a filter takes; what cannot be read of it is a field that somebody fills in. */
    ConditionDraft read(String filter, SourcePlace place) {
        String usual = OPERATOR.matcher(filter)
                .replaceAll(found -> Matcher.quoteReplacement(OTHERWISE.getOrDefault(found.group(), found.group())));
        return Query.read(usual, (field, value) -> compared(place, field, value))
                .orElseGet(() -> fields.flag(place, filter));
    }

    private ConditionDraft compared(SourcePlace place, String field, String value) {
        Matcher priority = PRIORITY.matcher(value);
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "priority", "priority.code" ->
                priority.matches()
                        ? ConditionDraft.is("priority", "P" + priority.group(1))
                        : fields.choice(place, field, value);
            case "category" -> ConditionDraft.is("category", value);
            case "assignment", "assignmentgroup" -> ConditionDraft.is("group", group(place, value));
            default -> fields.choice(place, field, value);
        };
    }

    private String group(SourcePlace place, String name) {
        return groups.computeIfAbsent(name, fresh -> {
            String id = draft.group(name);
            draft.notes().mapped(NoteCode.GROUP, place, draft.placeOfGroup(id), name, id);
            return id;
        });
    }
}
