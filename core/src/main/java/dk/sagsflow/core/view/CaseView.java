package dk.sagsflow.core.view;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;

/**
 * A case as one actor may see it: the whole case for an operator, what concerns them for customers and their superusers.
 * What everybody may see can be asked of either. Immutable.
 */
public sealed interface CaseView {
    /** The number by which people speak of it. */
    CaseNumber number();

    /** The version that it has, for requests that are meant for no other. */
    long version();

    /** What it is about, in a line. */
    String subject();

    /** Where it stands. */
    CaseStatus status();

    /** The group that works on it (R01); empty once the customer is answered. */
    Optional<Station> working();

    /**
     * The whole case, for callers that know that an operator asked.
     *
     * @throws IllegalStateException if it was asked for by a customer, who may not see it
     */
    SupportCase whole();

    /**
     * For operators.
     *
     * @param whole the case
     */
    record ForOperator(SupportCase whole) implements CaseView {
        /** Refuses null. */
        public ForOperator {
            requireNonNull(whole, "whole");
        }

        @Override
        public CaseNumber number() {
            return whole.number();
        }

        @Override
        public long version() {
            return whole.version();
        }

        @Override
        public String subject() {
            return whole.subject();
        }

        @Override
        public CaseStatus status() {
            return whole.status();
        }

        @Override
        public Optional<Station> working() {
            return whole.working();
        }
    }

    /**
     * For customers and their superusers.
     *
     * @param shown what they may see
     */
    record ForCustomer(CustomerCase shown) implements CaseView {
        /** Refuses null. */
        public ForCustomer {
            requireNonNull(shown, "shown");
        }

        @Override
        public CaseNumber number() {
            return shown.number();
        }

        @Override
        public long version() {
            return shown.version();
        }

        @Override
        public String subject() {
            return shown.subject();
        }

        @Override
        public CaseStatus status() {
            return shown.status();
        }

        @Override
        public Optional<Station> working() {
            return shown.working();
        }

        @Override
        public SupportCase whole() {
            throw new IllegalStateException("case " + number()
                    + " was asked for by a customer, who does not see the whole of it; ask for what is shown");
        }
    }
}
