package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A condition of a model, composed freely. The JSON form has one place for each field and one list of alternatives in an object, so what does
 * not fit beside the rest is written as the negation of its negation. Immutable.
 */
public sealed interface ConditionDraft {
    /** Holds for every case. */
    static ConditionDraft always() {
        return new All(ImmutableList.of());
    }

    /** Holds for no case. */
    static ConditionDraft never() {
        return new Not(always());
    }

    /**
     * A field of the case has one of these values.
     *
     * @param field as models call it: {@code priority}
     * @param values at least one
     */
    record Is(String field, ImmutableSet<String> values) implements ConditionDraft {}

    /**
     * A field of the organisation's own has one of these values.
     *
     * @param attribute its id
     * @param values at least one; {@code true} for a field of yes and no
     */
    record Has(String attribute, ImmutableSet<Object> values) implements ConditionDraft {}

    /**
     * Does not hold.
     *
     * @param condition what does not
     */
    record Not(ConditionDraft condition) implements ConditionDraft {}

    /**
     * All of them hold.
     *
     * @param conditions none of them hold for every case
     */
    record All(ImmutableList<ConditionDraft> conditions) implements ConditionDraft {}

    /**
     * One of them holds.
     *
     * @param conditions none of them hold for no case
     */
    record Any(ImmutableList<ConditionDraft> conditions) implements ConditionDraft {}

    /** The condition on a field. */
    static ConditionDraft is(String field, String... values) {
        return new Is(field, ImmutableSet.copyOf(values));
    }

    /** All of them, as flat as can be. */
    static ConditionDraft all(Iterable<? extends ConditionDraft> parts) {
        ImmutableList.Builder<ConditionDraft> flat = ImmutableList.builder();
        for (ConditionDraft part : parts) {
            if (part instanceof All all) {
                flat.addAll(all.conditions());
            } else {
                flat.add(part);
            }
        }
        ImmutableList<ConditionDraft> conditions =
                ImmutableSet.copyOf(flat.build()).asList();
        if (conditions.contains(never())) {
            return never();
        }
        return conditions.size() == 1 ? conditions.get(0) : new All(conditions);
    }

    /** One of them. */
    static ConditionDraft any(Iterable<? extends ConditionDraft> parts) {
        List<ConditionDraft> flat = new ArrayList<>();
        for (ConditionDraft part : parts) {
            List<ConditionDraft> choices = part instanceof Any any ? any.conditions() : ImmutableList.of(part);
            choices.forEach(choice -> addChoice(choice, flat));
        }
        ImmutableList<ConditionDraft> conditions =
                flat.stream().filter(part -> !part.equals(never())).distinct().collect(ImmutableList.toImmutableList());
        if (conditions.contains(always())) {
            return always();
        }
        return switch (conditions.size()) {
            case 0 -> never();
            case 1 -> conditions.get(0);
            default -> new Any(conditions);
        };
    }

    /** Values of one field are alternatives of one condition. */
    private static void addChoice(ConditionDraft choice, List<ConditionDraft> flat) {
        for (int i = 0; i < flat.size(); i++) {
            if (choice instanceof Is is
                    && flat.get(i) instanceof Is there
                    && there.field().equals(is.field())) {
                ImmutableSet<String> values =
                        Sets.union(there.values(), is.values()).immutableCopy();
                flat.set(i, new Is(is.field(), values));
                return;
            }
        }
        flat.add(choice);
    }

    /** This and the other. */
    default ConditionDraft and(ConditionDraft other) {
        return all(ImmutableList.of(this, other));
    }

    /** Not this. */
    default ConditionDraft negate() {
        return this instanceof Not not ? not.condition() : new Not(this);
    }

    /** The JSON form. */
    default ObjectNode json() {
        return new Writing().of(this);
    }

    /** Writes one object. */
    final class Writing {
        private final ObjectNode node = JsonNodeFactory.instance.objectNode();
        private final List<ConditionDraft> refused = new ArrayList<>();

        private Writing() {}

        private ObjectNode of(ConditionDraft condition) {
            ImmutableList<ConditionDraft> parts =
                    condition instanceof All all ? all.conditions() : ImmutableList.of(condition);
            parts.forEach(this::part);
            if (!refused.isEmpty()) {
                node.set("not", any(refused).json());
            }
            return node;
        }

        private void part(ConditionDraft part) {
            if (part instanceof Not not) {
                refused.add(not.condition());
            } else if (part instanceof Is is && !node.has(is.field())) {
                values(node, is.field(), is.values());
            } else if (part instanceof Has has && !node.path("attribute").has(has.attribute())) {
                values(node.withObject("attribute"), has.attribute(), has.values());
            } else if (part instanceof Any any && !node.has("any")) {
                ArrayNode list = node.putArray("any");
                any.conditions().forEach(each -> list.add(each.json()));
            } else {
                refused.add(new Not(part));
            }
        }

        private static void values(ObjectNode holder, String name, ImmutableSet<?> values) {
            if (values.size() == 1) {
                holder.putPOJO(name, values.iterator().next());
            } else {
                ArrayNode list = holder.putArray(name);
                values.forEach(list::addPOJO);
            }
        }
    }

    /** Whether two plainly never hold for one case: they ask one field for different values. */
    static boolean exclude(ConditionDraft one, ConditionDraft other) {
        return leaves(one).stream()
                .filter(Is.class::isInstance)
                .map(Is.class::cast)
                .anyMatch(left -> leaves(other).stream()
                        .anyMatch(right -> right instanceof Is is
                                && is.field().equals(left.field())
                                && Sets.intersection(is.values(), left.values()).isEmpty()));
    }

    private static ImmutableList<ConditionDraft> leaves(ConditionDraft condition) {
        return condition instanceof All all ? all.conditions() : ImmutableList.of(condition);
    }
}
