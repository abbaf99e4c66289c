package dk.sagsflow.verification.space;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.condition.WordList;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.verification.finding.Counterexample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every case there can be, as far as conditions can tell cases apart, and every time at which triage can be asked, as far as
 * its rules can. Fields that follow from one another are one dimension: impact, urgency and priority. Values that every
 * condition treats alike are one class. Fields of free text have the values that conditions name, one more, and none. Each
 * word that conditions look for is a dimension of two, because a text may mention several; a text that mentions a phrase
 * mentions the words in it, and other combinations do not exist. Times are one dimension: which of the calendars that rules
 * ask for are open together, as happens at some time of the year. The group that has a case, and with it the tier, is no
 * dimension: sets are asked for at a group. Not thread-safe.
 */
public final class CaseSpace {
    private static final int REGISTERED = 0;
    private static final int MOMENT = 1;

    private final ImmutableList<Dimension> dimensions;
    private final CaseSets sets;
    private final Map<Condition, CaseSet> compiled = new HashMap<>();
    private final Map<CompiledAt, CaseSet> compiledAt = new HashMap<>();
    private final Map<Condition, List<Condition.Is>> asksWhere = new HashMap<>();
    /** By the states themselves: to hold one calendar against another takes longer than to ask again. */
    private final IdentityHashMap<CalendarState, CaseSet> during = new IdentityHashMap<>();

    private final int possible;

    /** A condition at a group, which is known by what the condition asks of tier and group. */
    private record CompiledAt(Condition condition, ImmutableList<Boolean> here) {}

    /** What of a case a dimension tells: some fields, a field of the organisation's own, whether a word is mentioned, a time. */
    private record Told(ImmutableSet<CaseField> fields, Optional<AttributeId> attribute, Optional<String> word) {
        static final Told TIME = new Told(ImmutableSet.of(), Optional.empty(), Optional.empty());

        static Told of(CaseField... fields) {
            return new Told(ImmutableSet.copyOf(fields), Optional.empty(), Optional.empty());
        }

        static Told of(AttributeId attribute) {
            return new Told(ImmutableSet.of(), Optional.of(attribute), Optional.empty());
        }

        static Told of(String word) {
            return new Told(ImmutableSet.of(), Optional.empty(), Optional.of(word));
        }

        boolean concerns(Condition leaf) {
            if (leaf instanceof Condition.Is is) {
                return fields.contains(is.field());
            }
            if (leaf instanceof Condition.Has has) {
                return attribute.filter(has.attribute()::equals).isPresent();
            }
            return leaf instanceof Condition.Mentions mentions
                    && word.filter(mentions.words().folded()::contains).isPresent();
        }
    }

    /** What a dimension tells of some cases. */
    private record Value(
            ImmutableMap<CaseField, String> fields,
            Optional<Condition.Has> attribute,
            boolean mentioned,
            Optional<Moments.Moment> moment,
            Optional<Instant> registered) {
        static Value of(ImmutableMap<CaseField, String> fields) {
            return new Value(fields, Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        static Value of(CaseField field, String value) {
            return of(ImmutableMap.of(field, value));
        }

        static Value of(AttributeId attribute, AttributeValue value) {
            Condition.Has has = new Condition.Has(attribute, ImmutableSet.of(value));
            return new Value(ImmutableMap.of(), Optional.of(has), false, Optional.empty(), Optional.empty());
        }

        static Value mention() {
            return new Value(ImmutableMap.of(), Optional.empty(), true, Optional.empty(), Optional.empty());
        }

        static Value at(Moments.Moment moment) {
            return new Value(ImmutableMap.of(), Optional.empty(), false, Optional.of(moment), Optional.empty());
        }

        static Value registered(Instant time) {
            return new Value(ImmutableMap.of(), Optional.empty(), false, Optional.empty(), Optional.of(time));
        }

        static Value empty() {
            return of(ImmutableMap.of());
        }

        boolean in(Condition leaf) {
            if (leaf instanceof Condition.Is is) {
                String value = fields.get(is.field());
                return value != null && is.values().contains(value);
            }
            if (leaf instanceof Condition.Has has) {
                return attribute
                        .filter(own -> has.values().containsAll(own.values()))
                        .isPresent();
            }
            return mentioned;
        }
    }

    /** What can be asked of a case apart from everything else, in classes of values that nothing tells apart. */
    private record Dimension(Told subject, ImmutableList<ImmutableList<Value>> classes) {
        static Dimension of(Told subject, List<Value> values, Collection<Condition> asked) {
            List<Condition> relevant = asked.stream().filter(subject::concerns).toList();
            Map<BitSet, List<Value>> classes = new LinkedHashMap<>();
            for (Value value : values) {
                BitSet answers = new BitSet();
                for (int i = 0; i < relevant.size(); i++) {
                    answers.set(i, value.in(relevant.get(i)));
                }
                classes.computeIfAbsent(answers, unused -> new ArrayList<>()).add(value);
            }
            return new Dimension(
                    subject,
                    classes.values().stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList()));
        }

        /** Every value is a class of its own. */
        static Dimension of(Stream<Value> values) {
            return new Dimension(Told.TIME, values.map(ImmutableList::of).collect(ImmutableList.toImmutableList()));
        }
    }

    private CaseSpace(ImmutableList<Dimension> dimensions) {
        this.dimensions = dimensions;
        this.sets = new CaseSets(dimensions.stream()
                .mapToInt(dimension -> dimension.classes().size())
                .toArray());
        this.possible = possible();
    }

    /** Without texts that mention a phrase and not a word in it. */
    private int possible() {
        int texts = CaseSets.ALL;
        for (int phrase = 0; phrase < dimensions.size(); phrase++) {
            Optional<String> outer = dimensions.get(phrase).subject().word();
            for (int word = 0; word < dimensions.size() && outer.isPresent(); word++) {
                Optional<String> inner = dimensions.get(word).subject().word();
                if (phrase != word
                        && inner.isPresent()
                        && WordList.of(inner.get()).in(outer.get())) {
                    texts = sets.minus(texts, sets.minus(mentioning(phrase), mentioning(word)));
                }
            }
        }
        return texts;
    }

    private int mentioning(int dimension) {
        ImmutableList<ImmutableList<Value>> classes = dimensions.get(dimension).classes();
        boolean[] chosen = new boolean[classes.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = classes.get(i).get(0).mentioned();
        }
        return sets.in(dimension, chosen);
    }

    /**
     * The cases of an organisation.
     *
     * @param asked every condition that will be asked for
     * @param registered times of which one tells when a case was registered: the last that is not after it
     * @param moments which calendars can be open together
     */
    public static CaseSpace of(
            SupportOrganisation organisation,
            Iterable<Condition> asked,
            ImmutableSortedSet<Instant> registered,
            Moments moments) {
        Set<Condition> leaves = new LinkedHashSet<>();
        asked.forEach(condition -> leaves.addAll(condition.leaves()));
        ImmutableList.Builder<Dimension> dimensions = ImmutableList.builder();
        dimensions.add(Dimension.of(registered.stream().map(Value::registered)));
        dimensions.add(Dimension.of(moments.all().stream().map(Value::at)));
        dimensions.add(field(CaseField.KIND, constants(CaseKind.values()), leaves));
        dimensions.add(field(CaseField.CAUSE, constants(Cause.values()), leaves));
        dimensions.add(field(CaseField.CUSTOMER_KIND, constants(CustomerKind.values()), leaves));
        dimensions.add(Dimension.of(
                Told.of(CaseField.IMPACT, CaseField.URGENCY, CaseField.PRIORITY), judgements(organisation), leaves));
        Stream<String> systems =
                organisation.systems().stream().map(system -> system.id().value());
        dimensions.add(optional(CaseField.SYSTEM, systems, leaves));
        dimensions.add(optional(CaseField.CATEGORY, text(CaseField.CATEGORY, leaves), leaves));
        dimensions.add(optional(CaseField.UNIT, text(CaseField.UNIT, leaves), leaves));
        attributes(organisation, leaves).forEach(attribute -> dimensions.add(attribute(attribute, leaves)));
        words(leaves)
                .forEach(word -> dimensions.add(
                        Dimension.of(Told.of(word), ImmutableList.of(Value.empty(), Value.mention()), leaves)));
        return new CaseSpace(dimensions.build());
    }

    /** Those that conditions ask for, in the order in which they do: what is asked for together stays together. */
    private static Stream<AttributeDefinition> attributes(SupportOrganisation organisation, Set<Condition> leaves) {
        return leaves.stream()
                .filter(Condition.Has.class::isInstance)
                .map(leaf -> ((Condition.Has) leaf).attribute())
                .distinct()
                .flatMap(id -> organisation.attributes().stream()
                        .filter(attribute -> attribute.id().equals(id)));
    }

    private static Stream<String> words(Set<Condition> leaves) {
        return leaves.stream()
                .filter(Condition.Mentions.class::isInstance)
                .flatMap(leaf -> ((Condition.Mentions) leaf).words().folded().stream())
                .distinct();
    }

    private static Dimension attribute(AttributeDefinition attribute, Set<Condition> asked) {
        Stream<AttributeValue> values = switch (attribute.type()) {
            case CHOICE -> attribute.choices().stream().map(AttributeValue.Choice::new);
            case YES_NO -> Stream.of(true, false).map(AttributeValue.YesNo::new);
            case TEXT, NUMBER, DATE -> withAnother(attribute, asked);
        };
        return Dimension.of(
                Told.of(attribute.id()),
                Stream.concat(Stream.of(Value.empty()), values.map(value -> Value.of(attribute.id(), value)))
                        .toList(),
                asked);
    }

    /** The values that conditions name, if they can stand in the field, and one that none of them does. */
    private static Stream<AttributeValue> withAnother(AttributeDefinition attribute, Set<Condition> asked) {
        ImmutableSet<AttributeValue> named = asked.stream()
                .filter(Told.of(attribute.id())::concerns)
                .flatMap(leaf -> ((Condition.Has) leaf).values().stream())
                .filter(attribute::allows)
                .collect(ImmutableSet.toImmutableSet());
        Stream<AttributeValue> others =
                IntStream.rangeClosed(0, named.size()).mapToObj(number -> other(attribute, number));
        return Stream.concat(
                named.stream(), others.filter(value -> !named.contains(value)).limit(1));
    }

    private static AttributeValue other(AttributeDefinition attribute, int number) {
        return switch (attribute.type()) {
            case NUMBER -> new AttributeValue.Decimal(BigDecimal.valueOf(number).stripTrailingZeros());
            case DATE -> new AttributeValue.Date(LocalDate.EPOCH.plusDays(number));
            default -> new AttributeValue.Text("other" + (number == 0 ? "" : "-" + number));
        };
    }

    private static Dimension field(CaseField field, Stream<String> values, Set<Condition> asked) {
        return Dimension.of(
                Told.of(field), values.map(value -> Value.of(field, value)).toList(), asked);
    }

    private static Dimension optional(CaseField field, Stream<String> values, Set<Condition> asked) {
        return Dimension.of(
                Told.of(field),
                Stream.concat(Stream.of(Value.empty()), values.map(value -> Value.of(field, value)))
                        .toList(),
                asked);
    }

    private static Stream<String> constants(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    /** Impact and urgency come together, and priority follows from them. */
    private static List<Value> judgements(SupportOrganisation organisation) {
        List<Value> values = new ArrayList<>();
        values.add(Value.empty());
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                Priority priority = organisation.priorityMatrix().priority(impact, urgency);
                values.add(Value.of(judged(impact, urgency, priority)));
            }
        }
        return values;
    }

    private static ImmutableMap<CaseField, String> judged(Impact impact, Urgency urgency, Priority priority) {
        return ImmutableMap.of(
                CaseField.IMPACT, impact.name(),
                CaseField.URGENCY, urgency.name(),
                CaseField.PRIORITY, priority.name());
    }

    /** The values that conditions name, and one that none of them does. */
    private static Stream<String> text(CaseField field, Set<Condition> asked) {
        ImmutableSet<String> named = asked.stream()
                .filter(Told.of(field)::concerns)
                .flatMap(condition -> ((Condition.Is) condition).values().stream())
                .collect(ImmutableSet.toImmutableSet());
        String other = "other";
        while (named.contains(other)) {
            other = other + "-still";
        }
        return Stream.concat(named.stream(), Stream.of(other));
    }

    public CaseSet all() {
        return new CaseSet(this, possible);
    }

    public CaseSet none() {
        return new CaseSet(this, CaseSets.NONE);
    }

    /** The cases that a condition on no tier or group holds for. */
    public CaseSet where(Condition condition) {
        return compiled.computeIfAbsent(condition, unused -> compile(condition, Optional.empty()));
    }

    /** The cases that a condition holds for while this group has them. */
    public CaseSet where(Condition condition, SupportGroup at) {
        List<Condition.Is> places = asksWhere.computeIfAbsent(condition, CaseSpace::places);
        if (places.isEmpty()) {
            return where(condition);
        }
        CompiledAt key = new CompiledAt(
                condition, places.stream().map(place -> holds(place, at)).collect(ImmutableList.toImmutableList()));
        CaseSet known = compiledAt.get(key);
        if (known == null) {
            known = compile(condition, Optional.of(at));
            compiledAt.put(key, known);
        }
        return known;
    }

    private static ImmutableList<Condition.Is> places(Condition condition) {
        return condition.leaves().stream()
                .filter(leaf -> leaf instanceof Condition.Is is
                        && (is.field() == CaseField.TIER || is.field() == CaseField.GROUP))
                .map(Condition.Is.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean holds(Condition.Is place, SupportGroup at) {
        return place.values()
                .contains(
                        place.field() == CaseField.TIER
                                ? at.tier().value()
                                : at.id().value());
    }

    /** The cases that are registered at a time for which this is true. */
    public CaseSet registered(Predicate<Instant> when) {
        return in(REGISTERED, value -> when.test(value.registered().orElseThrow()));
    }

    /** The cases of which is decided while a calendar is open, or closed. */
    public CaseSet during(CalendarState state) {
        return during.computeIfAbsent(
                state, asked -> in(MOMENT, value -> value.moment().orElseThrow().allows(asked)));
    }

    /** The cases of this set, whenever it is decided of them next. */
    public CaseSet atAnyTime(CaseSet set) {
        return new CaseSet(this, sets.anywhere(set.number(), MOMENT));
    }

    /** The cases that come into the set once this field, and what follows from it, is changed. */
    public CaseSet whatever(CaseField field, CaseSet set) {
        return new CaseSet(
                this,
                sets.anywhere(
                        set.number(), dimension(Condition.is(field, "any")).orElseThrow()));
    }

    private CaseSet compile(Condition condition, Optional<SupportGroup> at) {
        if (condition instanceof Condition.Not not) {
            return all().minus(compile(not.condition(), at));
        }
        if (condition instanceof Condition.All every) {
            return every.conditions().stream().map(part -> compile(part, at)).reduce(all(), CaseSet::and);
        }
        if (condition instanceof Condition.Any some) {
            return some.conditions().stream().map(part -> compile(part, at)).reduce(none(), CaseSet::or);
        }
        return leaf(condition, at);
    }

    private CaseSet leaf(Condition leaf, Optional<SupportGroup> at) {
        if (leaf instanceof Condition.Is is) {
            return compile(is, at);
        }
        if (leaf instanceof Condition.Mentions) {
            return mentioning(leaf);
        }
        // Nothing ever stands in a field that is not declared.
        return dimension(leaf)
                .map(dimension -> in(dimension, value -> value.in(leaf)))
                .orElseGet(this::none);
    }

    private CaseSet compile(Condition.Is condition, Optional<SupportGroup> at) {
        return switch (condition.field()) {
            case TIER, GROUP -> holds(condition, at.orElseThrow()) ? all() : none();
            default -> in(dimension(condition).orElseThrow(), value -> value.in(condition));
        };
    }

    private CaseSet mentioning(Condition words) {
        CaseSet set = none();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).subject().concerns(words)) {
                set = set.or(in(i, Value::mentioned));
            }
        }
        return set;
    }

    /** Values of a class are alike, so that the first stands for all. */
    private CaseSet in(int dimension, Predicate<Value> values) {
        ImmutableList<ImmutableList<Value>> classes = dimensions.get(dimension).classes();
        boolean[] chosen = new boolean[classes.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values.test(classes.get(i).get(0));
        }
        return new CaseSet(this, sets.and(possible, sets.in(dimension, chosen)));
    }

    private Optional<Integer> dimension(Condition leaf) {
        return IntStream.range(0, dimensions.size())
                .filter(i -> dimensions.get(i).subject().concerns(leaf))
                .boxed()
                .findFirst();
    }

    CaseSets sets() {
        return sets;
    }

    BigInteger count(CaseSet set) {
        long[][] weights = dimensions.stream()
                .map(dimension ->
                        dimension.classes().stream().mapToLong(List::size).toArray())
                .toArray(long[][]::new);
        // When a case was registered, or is decided of, is not one of its fields.
        int whenever = sets.anywhere(sets.anywhere(set.number(), MOMENT), REGISTERED);
        for (int dimension : new int[] {REGISTERED, MOMENT}) {
            Arrays.fill(weights[dimension], 0);
            weights[dimension][0] = 1;
        }
        return sets.count(whenever, weights);
    }

    Counterexample example(CaseSet set) {
        int[] classes = sets.member(set.number());
        ImmutableMap.Builder<CaseField, String> fields = ImmutableMap.builder();
        ImmutableMap.Builder<AttributeId, AttributeValue> attributes = ImmutableMap.builder();
        ImmutableSet.Builder<String> words = ImmutableSet.builder();
        for (int i = 0; i < classes.length; i++) {
            Value value = dimensions.get(i).classes().get(classes[i]).get(0);
            fields.putAll(value.fields());
            value.attribute()
                    .ifPresent(has -> attributes.put(
                            has.attribute(), has.values().iterator().next()));
            if (value.mentioned()) {
                dimensions.get(i).subject().word().ifPresent(words::add);
            }
        }
        return new Counterexample(
                fields.buildOrThrow(),
                attributes.buildOrThrow(),
                words.build(),
                ImmutableList.of(),
                value(REGISTERED, classes).registered(),
                value(MOMENT, classes).moment().flatMap(Moments.Moment::at));
    }

    private Value value(int dimension, int[] classes) {
        return dimensions.get(dimension).classes().get(classes[dimension]).get(0);
    }
}
