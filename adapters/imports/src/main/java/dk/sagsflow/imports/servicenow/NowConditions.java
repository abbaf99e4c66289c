package dk.sagsflow.imports.servicenow;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.imports.draft.AskedFields;
import dk.sagsflow.imports.draft.ConditionDraft;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.Entry;
import dk.sagsflow.imports.note.NoteCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encoded queries, as conditions. Not thread-safe. */
final class NowConditions {
    private static final Pattern TERM = Pattern.compile(
            "([a-z_][a-z0-9_.]*?)(NOT IN|ISNOTEMPTY|ISEMPTY|!=|>=|<=|IN|=|>|<|[A-Z].*)(.*)", Pattern.DOTALL);
    private static final ImmutableSet<String> PASSING = ImmutableSet.of("active", "state", "incident_state", "stage");
    private static final ImmutableMap<String, ImmutableMap<String, String>> VALUES = ImmutableMap.of(
            "priority", ImmutableMap.of("1", "P1", "2", "P2", "3", "P3", "4", "P4", "5", "P5"),
            "impact", ImmutableMap.of("1", "HIGH", "2", "MEDIUM", "3", "LOW"),
            "urgency", ImmutableMap.of("1", "HIGH", "2", "MEDIUM", "3", "LOW"));

    private final ImmutableList<Entry> rows;
    private final ModelDraft draft;
    private final AskedFields fields;
    private final Map<String, String> groups = new HashMap<>();

    NowConditions(ImmutableList<Entry> rows, ModelDraft draft) {
        this.rows = rows;
        this.draft = draft;
        this.fields = new AskedFields(draft, "ServiceNow");
    }

    /** Which tasks a query takes: one of its new queries, of which all parts hold, of which one alternative does. */
    ConditionDraft read(Entry row, String field) {
        String query = row.text(field).orElse("").replaceAll("\\^EQ$", "");
        return ConditionDraft.any(Splitter.on("^NQ")
                .splitToStream(query)
                .map(part -> ConditionDraft.all(alternatives(part).stream()
                        .map(terms -> ConditionDraft.any(terms.stream()
                                .map(term -> term(row, field, term))
                                .toList()))
                        .toList()))
                .toList());
    }

    /** The parts of a query, each with its alternatives. */
    static List<List<String>> alternatives(String query) {
        List<List<String>> parts = new ArrayList<>();
        for (String term : Splitter.on('^').trimResults().omitEmptyStrings().split(query)) {
            if (term.startsWith("OR") && !parts.isEmpty() && !term.startsWith("ORDERBY")) {
                parts.get(parts.size() - 1).add(term.substring(2));
            } else if (!term.equals("EQ") && !term.startsWith("ORDERBY")) {
                parts.add(new ArrayList<>(List.of(term)));
            }
        }
        return parts;
    }

    private ConditionDraft term(Entry row, String field, String term) {
        Matcher parts = TERM.matcher(term);
        if (!parts.matches()) {
            return fields.flag(row.placeOf(field), term);
        }
        String name = parts.group(1);
        if (PASSING.contains(name)) {
            draft.notes().otherwise(NoteCode.NOW_STATE, row.placeOf(field), draft.organisation(), term);
            return ConditionDraft.always();
        }
        return switch (parts.group(2)) {
            case "=", "IN" -> one(row, field, name, parts.group(3));
            case "!=", "NOT IN" -> one(row, field, name, parts.group(3)).negate();
            default -> fields.flag(row.placeOf(field), term);
        };
    }

    private ConditionDraft one(Entry row, String field, String name, String values) {
        return ConditionDraft.any(Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(values)
                .map(value -> is(row, field, name, value))
                .toList());
    }

    private ConditionDraft is(Entry row, String field, String name, String value) {
        if (VALUES.containsKey(name)) {
            String here = VALUES.getOrDefault(name, ImmutableMap.of()).get(value);
            return here == null ? fields.flag(row.placeOf(field), name + "=" + value) : ConditionDraft.is(name, here);
        }
        return switch (name) {
            case "category" -> ConditionDraft.is("category", value);
            case "assignment_group" -> ConditionDraft.is("group", group(row, field, value));
            default -> fields.choice(row.placeOf(field), name, value);
        };
    }

    /** The group of the model for one there. */
    private String group(Entry row, String field, String there) {
        return groups.computeIfAbsent(there, fresh -> {
            String name = nameOf(there);
            String id = draft.group(name.isEmpty() ? "Group " + there : name);
            if (name.isEmpty()) {
                draft.notes()
                        .guessed(NoteCode.GROUP_WITHOUT_NAME, row.placeOf(field), draft.placeOfGroup(id), there, id);
            } else {
                draft.notes().mapped(NoteCode.GROUP, row.placeOf(field), draft.placeOfGroup(id), name, id);
            }
            return id;
        });
    }

    private String nameOf(String group) {
        return ServiceNowTranslation.of(rows, "sys_user_group").stream()
                .filter(row -> row.text("sys_id").filter(group::equals).isPresent())
                .flatMap(row -> row.text("name").stream())
                .findFirst()
                .orElse("");
    }
}
