package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.UnitId;

/** Which cases somebody may see at all; every query is kept within it. Immutable. */
public sealed interface CaseScope {
    /** Whether the case lies within the scope. */
    boolean contains(SupportCase supportCase);

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
            requireNonNull(customers);
            requireNonNull(units);
            requireNonNull(groups);
        }

        @Override
        public boolean contains(SupportCase supportCase) {
            return customers.contains(supportCase.customer())
                    || supportCase.unit().filter(units::contains).isPresent()
                    || supportCase.involvedGroups().stream().anyMatch(groups::contains);
        }
    }
}
