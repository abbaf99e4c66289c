package dk.sagsflow.routing.verification;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dk.sagsflow.core.cases.CaseKind;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Impact;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every case there can be, as far as conditions can tell cases apart. Fields that follow from one another are one
 * dimension: impact, urgency and priority. Values that every condition treats alike are one class. Fields of free text
 * have the values that conditions name, one more, and none. The group that has a case, and with it the tier, is no
 * dimension: sets are asked for at a group. Not thread-safe.
 */
final class CaseSpace {
    private final ImmutableList<Dimension> dimensions;
    private final CaseSets sets;
    private final Map<Condition, CaseSet> compiled = new HashMap<>();
    private final Map<CompiledAt, CaseSet> compiledAt = new HashMap<>();

    private record CompiledAt(Condition condition, SupportGroup group) {}

    /** One combination of values of fields that belong together, or the time of registration. */
    private record Value(ImmutableMap<CaseField, String> fields, Optional<Instant> registered) {
        static Value of(CaseField field, String value) {
            return new Value(ImmutableMap.of(field, value), Optional.empty());
        }

        static Value empty() {
            return new Value(ImmutableMap.of(), Optional.empty());
        }

        boolean in(Condition.Is condition) {
            String value = fields.get(condition.field());
            return value != null && condition.values().contains(value);
        }
    }

    /** What can be asked of a case apart from everything else, in classes of values that nothing tells apart. */
    private record Dimension(ImmutableSet<CaseField> fields, ImmutableList<ImmutableList<Value>> classes) {
        static Dimension of(ImmutableSet<CaseField> fields, List<Value> values, Collection<Condition.Is> asked) {
            List<Condition.Is> relevant = asked.stream()
                    .filter(condition -> fields.contains(condition.field()))
                    .toList();
            Map<BitSet, List<Value>> classes = new LinkedHashMap<>();
            for (Value value : values) {
                BitSet answers = new BitSet();
                for (int i = 0; i < relevant.size(); i++) {
                    answers.set(i, value.in(relevant.get(i)));
                }
                classes.computeIfAbsent(answers, unused -> new ArrayList<>()).add(value);
            }
            return new Dimension(
                    fields,
                    classes.values().stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList()));
        }
    }

    private CaseSpace(ImmutableList<Dimension> dimensions) {
        this.dimensions = dimensions;
        this.sets = new CaseSets(dimensions.stream()
                .mapToInt(dimension -> dimension.classes().size())
                .toArray());
    }

    /**
     * The cases of an organisation.
     *
     * @param asked every condition that will be asked for
     * @param registered times of which one tells when a case was registered: the last that is not after it
     */
    static CaseSpace of(
            SupportOrganisation organisation, Iterable<Condition> asked, ImmutableSortedSet<Instant> registered) {
        Set<Condition.Is> leaves = new LinkedHashSet<>();
        asked.forEach(condition -> addLeaves(condition, leaves));
        ImmutableList.Builder<Dimension> dimensions = ImmutableList.builder();
        ImmutableList<Value> times = registered.stream()
                .map(time -> new Value(ImmutableMap.of(), Optional.of(time)))
                .collect(ImmutableList.toImmutableList());
        dimensions.add(new Dimension(
                ImmutableSet.of(), times.stream().map(ImmutableList::of).collect(ImmutableList.toImmutableList())));
        dimensions.add(field(CaseField.KIND, constants(CaseKind.values()), leaves));
        dimensions.add(field(CaseField.CAUSE, constants(Cause.values()), leaves));
        dimensions.add(field(CaseField.CUSTOMER_KIND, constants(CustomerKind.values()), leaves));
        dimensions.add(Dimension.of(
                ImmutableSet.of(CaseField.IMPACT, CaseField.URGENCY, CaseField.PRIORITY),
                judgements(organisation),
                leaves));
        Stream<String> systems =
                organisation.systems().stream().map(system -> system.id().value());
        dimensions.add(optional(CaseField.SYSTEM, systems, leaves));
        dimensions.add(optional(CaseField.CATEGORY, text(CaseField.CATEGORY, leaves), leaves));
        dimensions.add(optional(CaseField.UNIT, text(CaseField.UNIT, leaves), leaves));
        return new CaseSpace(dimensions.build());
    }

    private static Dimension field(CaseField field, Stream<String> values, Set<Condition.Is> asked) {
        return Dimension.of(
                ImmutableSet.of(field),
                values.map(value -> Value.of(field, value)).toList(),
                asked);
    }

    private static Dimension optional(CaseField field, Stream<String> values, Set<Condition.Is> asked) {
        return Dimension.of(
                ImmutableSet.of(field),
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
                ImmutableMap<CaseField, String> fields = ImmutableMap.of(
                        CaseField.IMPACT,
                        impact.name(),
                        CaseField.URGENCY,
                        urgency.name(),
                        CaseField.PRIORITY,
                        organisation.priorityMatrix().priority(impact, urgency).name());
                values.add(new Value(fields, Optional.empty()));
            }
        }
        return values;
    }

    /** The values that conditions name, and one that none of them does. */
    private static Stream<String> text(CaseField field, Set<Condition.Is> asked) {
        ImmutableSet<String> named = asked.stream()
                .filter(condition -> condition.field() == field)
                .flatMap(condition -> condition.values().stream())
                .collect(ImmutableSet.toImmutableSet());
        String other = "other";
        while (named.contains(other)) {
            other = other + "-still";
        }
        return Stream.concat(named.stream(), Stream.of(other));
    }

    private static void addLeaves(Condition condition, Set<Condition.Is> leaves) {
        if (condition instanceof Condition.Is is) {
            leaves.add(is);
        } else if (condition instanceof Condition.Not not) {
            addLeaves(not.condition(), leaves);
        } else if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> addLeaves(part, leaves));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> addLeaves(part, leaves));
        }
    }

    CaseSet all() {
        return new CaseSet(this, CaseSets.ALL);
    }

    CaseSet none() {
        return new CaseSet(this, CaseSets.NONE);
    }

    /** The cases that a condition on no tier or group holds for. */
    CaseSet where(Condition condition) {
        return compiled.computeIfAbsent(condition, unused -> compile(condition, Optional.empty()));
    }

    /** The cases that a condition holds for while this group has them. */
    CaseSet where(Condition condition, SupportGroup at) {
        CompiledAt key = new CompiledAt(condition, at);
        CaseSet known = compiledAt.get(key);
        if (known == null) {
            known = compile(condition, Optional.of(at));
            compiledAt.put(key, known);
        }
        return known;
    }

    /** The cases that are registered at a time for which this is true. */
    CaseSet registered(Predicate<Instant> when) {
        return in(0, value -> when.test(value.registered().orElseThrow()));
    }

    /** The cases that come into the set once this field, and what follows from it, is changed. */
    CaseSet whatever(CaseField field, CaseSet set) {
        return new CaseSet(this, sets.anywhere(set.number(), dimension(field)));
    }

    private CaseSet compile(Condition condition, Optional<SupportGroup> at) {
        if (condition instanceof Condition.Is is) {
            return compile(is, at);
        }
        if (condition instanceof Condition.Not not) {
            return all().minus(compile(not.condition(), at));
        }
        if (condition instanceof Condition.All every) {
            CaseSet set = all();
            for (Condition part : every.conditions()) {
                set = set.and(compile(part, at));
            }
            return set;
        }
        CaseSet set = none();
        for (Condition part : ((Condition.Any) condition).conditions()) {
            set = set.or(compile(part, at));
        }
        return set;
    }

    private CaseSet compile(Condition.Is condition, Optional<SupportGroup> at) {
        return switch (condition.field()) {
            case TIER -> constant(at.orElseThrow().tier().value(), condition);
            case GROUP -> constant(at.orElseThrow().id().value(), condition);
            default -> in(dimension(condition.field()), value -> value.in(condition));
        };
    }

    private CaseSet constant(String value, Condition.Is condition) {
        return condition.values().contains(value) ? all() : none();
    }

    /** Values of a class are alike, so that the first stands for all. */
    private CaseSet in(int dimension, Predicate<Value> values) {
        ImmutableList<ImmutableList<Value>> classes = dimensions.get(dimension).classes();
        boolean[] chosen = new boolean[classes.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values.test(classes.get(i).get(0));
        }
        return new CaseSet(this, sets.in(dimension, chosen));
    }

    private int dimension(CaseField field) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).fields().contains(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no dimension has " + field);
    }

    CaseSets sets() {
        return sets;
    }

    long count(CaseSet set) {
        long[][] weights = dimensions.stream()
                .map(dimension ->
                        dimension.classes().stream().mapToLong(List::size).toArray())
                .toArray(long[][]::new);
        // When a case was registered is not one of its fields.
        Arrays.fill(weights[0], 1);
        return sets.count(set.number(), weights);
    }

    Counterexample example(CaseSet set) {
        int[] classes = sets.member(set.number());
        ImmutableMap.Builder<CaseField, String> fields = ImmutableMap.builder();
        for (int i = 1; i < classes.length; i++) {
            fields.putAll(dimensions.get(i).classes().get(classes[i]).get(0).fields());
        }
        Optional<Instant> registered =
                dimensions.get(0).classes().get(classes[0]).get(0).registered();
        return new Counterexample(fields.buildOrThrow(), ImmutableList.of(), registered);
    }
}
