package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;

/**
 * Which cases somebody may see at all; every query is kept within it. What only a host knows of (a region, a tenant, a
 * mandate) is said by a {@link Condition}, which a store can ask its database. Kinds may be added in a minor release.
 * Immutable.
 */
public sealed interface CaseScope {
    /** Whether the case lies within the scope. */
    boolean contains(SupportCase supportCase);

    /** The cases for which this holds as they stand. */
    static CaseScope where(Condition condition) {
        return new Where(condition);
    }

    /** No case at all. */
    static CaseScope nothing() {
        return new AnyOf(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
    }

    /** The cases that lie in this scope and in the other. */
    default CaseScope and(CaseScope other) {
        return new Both(this, other);
    }

    /** The cases that lie in this scope or in the other. */
    default CaseScope or(CaseScope other) {
        return new Either(this, other);
    }

    /** All cases. */
    record Everything() implements CaseScope {
        @Override
        public boolean contains(SupportCase supportCase) {
            return true;
        }
    }

    /**
     * The cases that any of these speaks for.
     *
     * @param customers the cases of these customers
     * @param units the cases of customers of these units
     * @param groups the cases that any of these groups has had
     */
    record AnyOf(ImmutableSet<CustomerId> customers, ImmutableSet<UnitId> units, ImmutableSet<GroupId> groups)
            implements CaseScope {
        /** Refuses null. */
        public AnyOf {
            requireNonNull(customers, "customers");
            requireNonNull(units, "units");
            requireNonNull(groups, "groups");
        }

        @Override
        public boolean contains(SupportCase supportCase) {
            return customers.contains(supportCase.customer())
                    || supportCase.unit().filter(units::contains).isPresent()
                    || supportCase.involvedGroups().stream().anyMatch(groups::contains);
        }
    }

    /**
     * The cases for which a condition holds as they stand.
     *
     * @param condition the condition
     */
    record Where(Condition condition) implements CaseScope {
        /** Refuses null. */
        public Where {
            requireNonNull(condition, "condition");
        }

        @Override
        public boolean contains(SupportCase supportCase) {
            return condition.holds(supportCase);
        }
    }

    /**
     * The cases that lie in both.
     *
     * @param one a scope
     * @param other a scope
     */
    record Both(CaseScope one, CaseScope other) implements CaseScope {
        /** Refuses null. */
        public Both {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }

        @Override
        public boolean contains(SupportCase supportCase) {
            return one.contains(supportCase) && other.contains(supportCase);
        }
    }

    /**
     * The cases that lie in one of them.
     *
     * @param one a scope
     * @param other a scope
     */
    record Either(CaseScope one, CaseScope other) implements CaseScope {
        /** Refuses null. */
        public Either {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
        }

        @Override
        public boolean contains(SupportCase supportCase) {
            return one.contains(supportCase) || other.contains(supportCase);
        }
    }
}
