package dk.sagsflow.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import java.util.stream.Collectors;

/** Something that holds for a case or does not, and says in words what it asks. Composes. Immutable. */
public sealed interface Condition {
    /** Whether it holds for the case as it stands. */
    boolean holds(SupportCase current);

    /** What it asks, in words, in English. */
    String describe();

    /** How narrow it is: how many fields it asks for. Of two that hold, the one with more is the more specific. */
    int specificity();

    /** Whether the answer may depend on this field. */
    boolean asks(CaseField field);

    /** Holds for every case. */
    static Condition always() {
        return All.NOTHING;
    }

    /** Holds for cases whose field has one of these values. */
    static Condition is(CaseField field, String first, String... more) {
        return new Is(field, ImmutableSet.<String>builder().add(first).add(more).build());
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
            return field.of(current).filter(values::contains).isPresent();
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
        public boolean asks(CaseField asked) {
            return field == asked;
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
        public boolean asks(CaseField field) {
            return condition.asks(field);
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
        public boolean asks(CaseField field) {
            for (Condition condition : conditions) {
                if (condition.asks(field)) {
                    return true;
                }
            }
            return false;
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
        public boolean asks(CaseField field) {
            for (Condition condition : conditions) {
                if (condition.asks(field)) {
                    return true;
                }
            }
            return false;
        }
    }
}
