package dk.sagsflow.core.view;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;

/** A case and what happened to it, as one actor may see it (R01, R19). Immutable. */
public sealed interface CaseFile {
    /** The case as it stands. */
    CaseView view();

    /**
     * Everything that happened, in order, for callers that know that an operator asked.
     *
     * @throws IllegalStateException if it was asked for by a customer, who may not see it
     */
    ImmutableList<CaseEvent> events();

    /**
     * The whole case, for callers that know that an operator asked.
     *
     * @throws IllegalStateException if it was asked for by a customer, who may not see it
     */
    default SupportCase whole() {
        return view().whole();
    }

    /**
     * For operators.
     *
     * @param whole the case
     * @param events everything that happened, in order
     * @param merged what was written on, and came with, the cases that are duplicates of it, in order; each event says of which
     *     case it is
     */
    record ForOperator(SupportCase whole, ImmutableList<CaseEvent> events, ImmutableList<CaseEvent> merged)
            implements CaseFile {
        /** Refuses null. */
        public ForOperator {
            requireNonNull(whole, "whole");
            requireNonNull(events, "events");
            requireNonNull(merged, "merged");
        }

        /** Of a case that has no duplicates. */
        public ForOperator(SupportCase whole, ImmutableList<CaseEvent> events) {
            this(whole, events, ImmutableList.of());
        }

        @Override
        public CaseView view() {
            return new CaseView.ForOperator(whole);
        }
    }

    /**
     * For customers and their superusers.
     *
     * @param shown what they may see of the case
     * @param told what they may know of what happened, in order
     */
    record ForCustomer(CustomerCase shown, ImmutableList<CustomerEvent> told) implements CaseFile {
        /** Refuses null. */
        public ForCustomer {
            requireNonNull(shown, "shown");
            requireNonNull(told, "told");
        }

        @Override
        public CaseView view() {
            return new CaseView.ForCustomer(shown);
        }

        @Override
        public ImmutableList<CaseEvent> events() {
            throw new IllegalStateException("case " + shown.number()
                    + " was asked for by a customer, who does not see all that happened; ask for what was told");
        }
    }
}
