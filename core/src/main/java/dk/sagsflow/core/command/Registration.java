package dk.sagsflow.core.command;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.style.PlainJson;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of a case when it comes in. Immutable. */
@Value.Immutable
public interface Registration extends WithRegistration {
    /** Whose case it is. */
    CustomerId customer();

    /** What it is about, in a line. */
    String subject();

    /** What the customer said; nothing more than the subject unless said otherwise. */
    @Value.Default
    default String description() {
        return subject();
    }

    /** What kind of record it is; an incident unless said otherwise. */
    @Value.Default
    default CaseKind kind() {
        return CaseKind.INCIDENT;
    }

    /** The system that it concerns. */
    Optional<SystemId> system();

    /** The category within the system, if it is known already. */
    Optional<String> category();

    /** Where it comes from, if that is known already. */
    Optional<Cause> cause();

    /** How much is touched, if that is judged already; together with the urgency. */
    Optional<Impact> impact();

    /** How soon it must be put right, if that is judged already; together with the impact. The priority follows from both. */
    Optional<Urgency> urgency();

    /** The fields of the organisation's own that are known already. */
    ImmutableMap<AttributeId, AttributeValue> attributes();

    /** The number that it brings along; the next of the desk unless said otherwise. */
    Optional<CaseNumber> number();

    /** What it is called in other systems. */
    ImmutableSet<Reference> references();

    /** The files that come with it, whose contents are with the desk; the customer sees them. */
    ImmutableList<Attachment> attachments();

    /** The case that it goes on with, which was over too long to be written to; one that whoever asks may see. */
    Optional<CaseNumber> follows();

    /** Where it comes in; the entrance of the contact tier unless said otherwise. */
    Optional<GroupId> group();

    /** Refuses texts that are too long. */
    @Value.Check
    default void check() {
        Bounds.line("subject", subject());
        Bounds.text("description", description());
        category().ifPresent(told -> Bounds.line("category", told));
    }

    /** A builder; customer and subject are required. */
    static Builder builder() {
        return new Builder();
    }

    /** A registration with the required parts alone. */
    static Registration of(String customer, String subject) {
        return builder().customer(CustomerId.of(customer)).subject(subject).build();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Registration.class, "use RequestJson");
    }

    /** Builds registrations. Not thread-safe. */
    final class Builder extends ImmutableRegistration.Builder {
        Builder() {}
    }
}
