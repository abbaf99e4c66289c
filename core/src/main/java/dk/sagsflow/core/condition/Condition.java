package dk.sagsflow.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something that holds for a case or does not, and says in words what it asks. Composes. Immutable. */
public sealed interface Condition {
    /** Whether it holds for the case as it stands. */
    boolean holds(SupportCase current);

    /** What it asks, in words, in English. */
    String describe();

    /** How narrow it is: how many fields it asks for. Of two that hold, the one with more is the more specific. */
    int specificity();

    /** The conditions that it is made of and that ask the case itself, in order; one by one, whether negated or not. */
    ImmutableList<Condition> leaves();

    /** Whether the answer may depend on this field. */
    default boolean asks(CaseField field) {
        return leaves().stream().anyMatch(leaf -> leaf instanceof Is is && is.field() == field);
    }

    /** Holds for every case. */
    static Condition always() {
        return All.NOTHING;
    }

    /** Holds for cases whose field has one of these values. */
    static Condition is(CaseField field, String first, String... more) {
        return new Is(field, ImmutableSet.<String>builder().add(first).add(more).build());
    }

    /** Holds for cases in which this field of the organisation's own has one of these values. */
    static Condition has(AttributeId attribute, AttributeValue first, AttributeValue... more) {
        return new Has(
                attribute,
                ImmutableSet.<AttributeValue>builder().add(first).add(more).build());
    }

    /** Holds for cases whose subject or description mentions one of these words or phrases, see {@link WordList}. */
    static Condition mentions(String first, String... more) {
        return new Mentions(WordList.of(first, more));
    }

    /** Holds when both do. */
    default Condition and(Condition other) {
        if (this.equals(always())) {
            return other;
        }
        return other.equals(always()) ? this : new All(ImmutableList.of(this, other));
    }

    /** Holds when either does. */
    default Condition or(Condition other) {
        return new Any(ImmutableList.of(this, other));
    }

    /** Holds when this does not. */
    default Condition negate() {
        return this instanceof Not not ? not.condition() : new Not(this);
    }

    private static ImmutableList<Condition> leaves(ImmutableList<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> condition.leaves().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A field has one of some values; a case without the field has none of them.
     *
     * @param field the field
     * @param values the values by name or id, at least one
     */
    record Is(CaseField field, ImmutableSet<String> values) implements Condition {
        /** Refuses no values at all. */
        public Is {
            checkArgument(!values.isEmpty(), "condition on %s lists no values; it would never hold", field.words());
        }

        @Override
        public boolean holds(SupportCase current) {
            Optional<String> value = field.of(current);
            return value.isPresent() && values.contains(value.get());
        }

        @Override
        public String describe() {
            return field.words() + " is " + String.join(" or ", values);
        }

        @Override
        public int specificity() {
            return 1;
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return ImmutableList.of(this);
        }
    }

    /**
     * A field of the organisation's own has one of some values; a case in which it is not filled in has none of them.
     *
     * @param attribute the field
     * @param values the values, at least one; numbers that are equal are one value, however many decimals they are written with
     */
    record Has(AttributeId attribute, ImmutableSet<AttributeValue> values) implements Condition {
        /** Refuses no values at all. */
        public Has {
            checkArgument(!values.isEmpty(), "condition on %s lists no values; it would never hold", attribute);
            values = values.stream().map(Has::comparable).collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public boolean holds(SupportCase current) {
            Optional<AttributeValue> value = current.attribute(attribute);
            return value.isPresent() && values.contains(comparable(value.get()));
        }

        private static AttributeValue comparable(AttributeValue value) {
            return value instanceof AttributeValue.Decimal decimal
                    ? new AttributeValue.Decimal(decimal.number().stripTrailingZeros())
                    : value;
        }

        @Override
        public String describe() {
            return attribute + " is "
                    + values.stream().map(AttributeValue::describe).collect(Collectors.joining(" or "));
        }

        @Override
        public int specificity() {
            return 1;
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return ImmutableList.of(this);
        }
    }

    /**
     * The subject or the description mentions one of some words or phrases. A case whose text was erased mentions
     * nothing, so that agreements, whose clocks must not change by that, do not take this condition.
     *
     * @param words the words and phrases
     */
    record Mentions(WordList words) implements Condition {
        @Override
        public boolean holds(SupportCase current) {
            return !current.personalDataErased() && (words.in(current.subject()) || words.in(current.description()));
        }

        @Override
        public String describe() {
            return words.words().stream()
                    .map(word -> "\"" + word + "\"")
                    .collect(Collectors.joining(" or ", "the text mentions ", ""));
        }

        @Override
        public int specificity() {
            return 1;
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return ImmutableList.of(this);
        }
    }

    /**
     * A condition does not hold.
     *
     * @param condition the condition
     */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(SupportCase current) {
            return !condition.holds(current);
        }

        @Override
        public String describe() {
            return "not (" + condition.describe() + ")";
        }

        @Override
        public int specificity() {
            return condition.specificity();
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return condition.leaves();
        }
    }

    /**
     * Every condition holds; without any, always.
     *
     * @param conditions the conditions
     */
    record All(ImmutableList<Condition> conditions) implements Condition {
        private static final All NOTHING = new All(ImmutableList.of());

        @Override
        public boolean holds(SupportCase current) {
            for (Condition condition : conditions) {
                if (!condition.holds(current)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String describe() {
            return conditions.isEmpty()
                    ? "always"
                    : conditions.stream().map(Condition::describe).collect(Collectors.joining(" and "));
        }

        @Override
        public int specificity() {
            return conditions.stream().mapToInt(Condition::specificity).sum();
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return Condition.leaves(conditions);
        }
    }

    /**
     * At least one condition holds.
     *
     * @param conditions the conditions, at least one
     */
    record Any(ImmutableList<Condition> conditions) implements Condition {
        /** Refuses no conditions at all. */
        public Any {
            checkArgument(!conditions.isEmpty(), "an alternative of no conditions would never hold");
        }

        @Override
        public boolean holds(SupportCase current) {
            for (Condition condition : conditions) {
                if (condition.holds(current)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String describe() {
            return conditions.stream().map(Condition::describe).collect(Collectors.joining(" or ", "(", ")"));
        }

        /** That of its broadest alternative. */
        @Override
        public int specificity() {
            return conditions.stream().mapToInt(Condition::specificity).min().orElse(0);
        }

        @Override
        public ImmutableList<Condition> leaves() {
            return Condition.leaves(conditions);
        }
    }
}
