package dk.sagsflow.knowledge.tree;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.time.Instant;
import java.util.Optional;

/**
 * What a leaf fills in of a case. Immutable.
 *
 * @param subject what it is about, in a line
 * @param kind what kind of record it is
 * @param system the system that it concerns
 * @param category the category within the system
 * @param cause where it comes from, if the answers tell that
 */
public record ReadyCase(
        String subject, CaseKind kind, Optional<SystemId> system, Optional<String> category, Optional<Cause> cause) {
    private static final ActorId NOBODY = ActorId.of("question-tree");
    private static final CaseNumber NUMBER = CaseNumber.of("question-tree");

    /** Refuses null, and lines that are too long. */
    public ReadyCase {
        Bounds.line("subject", subject);
        requireNonNull(kind, "kind");
        requireNonNull(system, "system");
        requireNonNull(category, "category").ifPresent(told -> Bounds.line("category", told));
        requireNonNull(cause, "cause");
    }

    /** An incident about this. */
    public static ReadyCase of(String subject) {
        return new ReadyCase(subject, CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same about this system. */
    public ReadyCase about(String named) {
        return new ReadyCase(subject, kind, Optional.of(SystemId.of(named)), category, cause);
    }

    /** The same of this cause. */
    public ReadyCase causedBy(Cause told) {
        return new ReadyCase(subject, kind, system, category, Optional.of(told));
    }

    /** The registration of this customer, described like this. */
    public Registration registration(CustomerId customer, String description) {
        return Registration.builder()
                .customer(customer)
                .subject(subject)
                .description(description)
                .kind(kind)
                .system(system)
                .category(category)
                .cause(cause)
                .build();
    }

    /** The case that it becomes at the entrance of this organisation, for triage to be asked about. */
    public SupportCase asCase(SupportOrganisation organisation) {
        GroupId entrance = organisation.contactEntrance();
        Station station = new Station(entrance, organisation.contactTier());
        return SupportCase.of(ImmutableList.of(
                new CaseEvent.Registered(
                        header(1),
                        station,
                        CustomerId.of(NOBODY.value()),
                        CustomerKind.OTHER,
                        Optional.empty(),
                        kind,
                        system,
                        subject,
                        subject),
                new CaseEvent.Classified(header(2), kind, system, category, cause.orElse(Cause.UNKNOWN))));
    }

    /** Whether the contact tier may keep it if no rule leads it on: incidents of unknown cause go on (R12). */
    boolean mayStay() {
        return kind != CaseKind.INCIDENT
                || cause.filter(told -> told != Cause.UNKNOWN).isPresent();
    }

    private static EventHeader header(long sequence) {
        return EventHeader.of(NUMBER, sequence, Instant.EPOCH, NOBODY, Side.ORGANISATION);
    }
}
