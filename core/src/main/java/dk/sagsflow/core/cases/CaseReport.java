package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.UnitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said when a case came in. Nothing but the erasure of personal data changes it, so it stands together. Immutable.
 *
 * @param registeredAt when it came in
 * @param customer whose case it is
 * @param customerKind what kind of customer that is
 * @param unit the unit of the customer
 * @param subject what it is about, in a line
 * @param description what the customer said
 */
record CaseReport(
        Instant registeredAt,
        CustomerId customer,
        CustomerKind customerKind,
        Optional<UnitId> unit,
        String subject,
        String description) {
    /** Refuses null. */
    CaseReport {
        requireNonNull(registeredAt, "registeredAt");
        requireNonNull(customer, "customer");
        requireNonNull(customerKind, "customerKind");
        requireNonNull(unit, "unit");
        requireNonNull(subject, "subject");
        requireNonNull(description, "description");
    }

    static CaseReport of(CaseEvent.Registered event) {
        return new CaseReport(
                event.occurredAt(),
                event.customer(),
                event.customerKind(),
                event.unit(),
                event.subject(),
                event.description());
    }

    /** The same without the name of the customer and free text. */
    CaseReport erased() {
        return new CaseReport(
                registeredAt, PersonalData.CUSTOMER, customerKind, unit, PersonalData.TEXT, PersonalData.TEXT);
    }
}
