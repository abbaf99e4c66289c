package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.condition.WordList;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the JSON form of conditions: {@code {"priority": ["P1", "P2"], "not": {"kind": "QUESTION"}}}. Members of one
 * object must all hold; {@code any} lists alternatives; {@code "attribute": {"severity-code": ["A", "B"]}} asks for fields of
 * the organisation's own, {@code "mentions": ["password"]} for words in the text. Names that the organisation does not have
 * and values that do not fit are problems. Immutable.
 */
public final class ConditionJson {
    private static final ImmutableMap<String, CaseField> FIELDS =
            Arrays.stream(CaseField.values()).collect(ImmutableMap.toImmutableMap(ConditionJson::key, field -> field));
    private static final String[] KEYS = Stream.concat(
                    FIELDS.keySet().stream(), Stream.of("attribute", "mentions", "not", "any"))
            .toArray(String[]::new);

    private static final String ERASED =
            "may be erased with other personal data, and the clocks of the case would change by that; this condition may ask"
                    + " for what stays alone";

    private final ImmutableMap<CaseField, ImmutableSet<String>> known;
    private final ImmutableMap<String, AttributeDefinition> attributes;
    private final boolean lasting;

    /** Reads conditions on the cases of this organisation. */
    public ConditionJson(SupportOrganisation organisation) {
        this(organisation, false);
    }

    /**
     * Reads conditions on what outlasts the erasure of personal data, as those of agreements and follow-ups must: words in
     * the text and personal attributes are problems.
     */
    public static ConditionJson ofWhatLasts(SupportOrganisation organisation) {
        return new ConditionJson(organisation, true);
    }

    private ConditionJson(SupportOrganisation organisation, boolean lasting) {
        this.lasting = lasting;
        this.attributes = organisation.attributes().stream()
                .collect(ImmutableMap.toImmutableMap(attribute -> attribute.id().value(), attribute -> attribute));
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
            parts.addAll(parts(key, place.at(key)));
        }
        return place.made(() -> {
            ImmutableList<Condition> all = parts.build();
            return all.size() == 1 ? all.get(0) : new Condition.All(all);
        });
    }

    private ImmutableList<Condition> parts(String key, JsonPlace place) {
        return key.equals("attribute")
                ? attributes(place)
                : part(key, place).map(ImmutableList::of).orElse(ImmutableList.of());
    }

    private Optional<Condition> part(String key, JsonPlace place) {
        if (key.equals("mentions")) {
            return mentions(place);
        }
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

    private ImmutableList<Condition> attributes(JsonPlace place) {
        ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
        ImmutableSet<String> asked = place.keys();
        if (place.isObject() && asked.isEmpty()) {
            place.report("empty; an attribute and its values are required");
        }
        for (String key : asked) {
            AttributeDefinition attribute = attributes.get(key);
            if (attribute == null) {
                place.at(key)
                        .report("unknown attribute; "
                                + (attributes.isEmpty()
                                        ? "the organisation declares none"
                                        : "allowed are " + String.join(", ", attributes.keySet())));
            } else if (lasting && attribute.personal()) {
                place.at(key).report("attribute " + key + " " + ERASED);
            } else {
                attribute(attribute, place.at(key)).ifPresent(conditions::add);
            }
        }
        return conditions.build();
    }

    private static Optional<Condition> attribute(AttributeDefinition attribute, JsonPlace place) {
        ImmutableList<AttributeValue> values = place.isArray()
                ? place.atLeastOne("an array of values", value -> value(attribute, value))
                : value(attribute, place).map(ImmutableList::of).orElse(ImmutableList.of());
        return place.made(() -> new Condition.Has(attribute.id(), ImmutableSet.copyOf(values)));
    }

    private static Optional<AttributeValue> value(AttributeDefinition attribute, JsonPlace place) {
        return switch (attribute.type()) {
            case TEXT -> place.text("a text").map(AttributeValue.Text::new);
            case NUMBER -> place.number("a number").map(AttributeValue.Decimal::new);
            case YES_NO -> place.flag().map(AttributeValue.YesNo::new);
            case DATE -> place.parsed("a date as 2007-08-01", LocalDate::parse).map(AttributeValue.Date::new);
            case CHOICE ->
                place.oneOf(
                                "choices",
                                attribute.choices().stream()
                                        .collect(ImmutableMap.toImmutableMap(choice -> choice, choice -> choice)))
                        .map(AttributeValue.Choice::new);
        };
    }

    private Optional<Condition> mentions(JsonPlace place) {
        if (lasting) {
            place.report("the text of a case " + ERASED);
            return Optional.empty();
        }
        ImmutableList<String> words = place.isArray()
                ? place.atLeastOne("an array of words", ConditionJson::word)
                : word(place).map(ImmutableList::of).orElse(ImmutableList.of());
        return place.made(() -> new Condition.Mentions(WordList.copyOf(words)));
    }

    private static Optional<String> word(JsonPlace place) {
        return place.parsed(
                "a word or phrase with a letter or a digit",
                text -> WordList.of(text).words().asList().get(0));
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
