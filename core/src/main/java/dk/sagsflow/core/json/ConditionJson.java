package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.Priority;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Urgency;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the JSON form of conditions: {@code {"priority": ["P1", "P2"], "not": {"kind": "QUESTION"}}}. Members of one
 * object must all hold; {@code any} lists alternatives. Names that the organisation does not have are problems. Immutable.
 */
public final class ConditionJson {
    private static final ImmutableMap<String, CaseField> FIELDS =
            Arrays.stream(CaseField.values()).collect(ImmutableMap.toImmutableMap(ConditionJson::key, field -> field));
    private static final String[] KEYS =
            Stream.concat(FIELDS.keySet().stream(), Stream.of("not", "any")).toArray(String[]::new);

    private final ImmutableMap<CaseField, ImmutableSet<String>> known;

    /** Reads conditions on the cases of this organisation. */
    public ConditionJson(SupportOrganisation organisation) {
        this.known = ImmutableMap.<CaseField, ImmutableSet<String>>builder()
                .put(CaseField.KIND, names(CaseKind.values()))
                .put(CaseField.CAUSE, names(Cause.values()))
                .put(CaseField.IMPACT, names(Impact.values()))
                .put(CaseField.URGENCY, names(Urgency.values()))
                .put(CaseField.PRIORITY, names(Priority.values()))
                .put(CaseField.CUSTOMER_KIND, names(CustomerKind.values()))
                .put(CaseField.SYSTEM, texts(organisation.systems().stream().map(system -> system.id())))
                .put(CaseField.TIER, texts(organisation.tiers().stream().map(tier -> tier.id())))
                .put(CaseField.GROUP, texts(organisation.groups().stream().map(SupportGroup::id)))
                .buildOrThrow();
    }

    /** The condition; empty if anything was wrong, which the document then knows. */
    public Optional<Condition> read(JsonPlace place) {
        place.allowOnly(KEYS);
        ImmutableList.Builder<Condition> parts = ImmutableList.builder();
        for (String key : place.keys()) {
            part(key, place.at(key)).ifPresent(parts::add);
        }
        return place.made(() -> {
            ImmutableList<Condition> all = parts.build();
            return all.size() == 1 ? all.get(0) : new Condition.All(all);
        });
    }

    private Optional<Condition> part(String key, JsonPlace place) {
        if (key.equals("not")) {
            return read(place).map(Condition::negate);
        }
        if (key.equals("any")) {
            ImmutableList<Condition> alternatives = place.atLeastOne("an array of conditions", this::read);
            return place.made(() -> new Condition.Any(alternatives));
        }
        CaseField field = FIELDS.get(key);
        return field == null ? Optional.empty() : values(field, place);
    }

    private Optional<Condition> values(CaseField field, JsonPlace place) {
        ImmutableList<String> values = place.isArray()
                ? place.atLeastOne("an array of values", value -> value(field, value))
                : value(field, place).map(ImmutableList::of).orElse(ImmutableList.of());
        return place.made(() -> new Condition.Is(field, ImmutableSet.copyOf(values)));
    }

    private Optional<String> value(CaseField field, JsonPlace place) {
        ImmutableSet<String> names = known.get(field);
        return names == null
                ? place.text("a " + field.words())
                : place.oneOf(
                        "values", names.stream().collect(ImmutableMap.toImmutableMap(name -> name, name -> name)));
    }

    private static String key(CaseField field) {
        String[] words = field.words().split(" ");
        StringBuilder key = new StringBuilder(words[0]);
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            key.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return key.toString();
    }

    private static ImmutableSet<String> names(Enum<?>[] constants) {
        return texts(Arrays.stream(constants).map(Enum::name));
    }

    private static ImmutableSet<String> texts(Stream<?> values) {
        return values.map(Object::toString).collect(ImmutableSet.toImmutableSet());
    }
}
