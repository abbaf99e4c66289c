package dk.sagsflow.core.view;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A case as its customer may see it (R19): where it stands, what it is about, and what the customer was told. It is a list
 * of what may be seen, so what is added to a {@link SupportCase} later stays inside until it is added here too. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface CustomerCase extends WithCustomerCase {
    /** The number by which people speak of it. */
    CaseNumber number();

    /** The version that it has, for requests that are meant for no other. */
    long version();

    /** When it came in. */
    Instant registeredAt();

    /** Whose case it is. */
    CustomerId customer();

    /** The unit of the customer. */
    Optional<UnitId> unit();

    /** What kind of record it is. */
    CaseKind kind();

    /** The system that it concerns. */
    Optional<SystemId> system();

    /** In which order it is worked on, once that is judged. */
    Optional<Priority> priority();

    /** What it is about, in a line. */
    String subject();

    /** What the customer said. */
    String description();

    /** Where it stands. */
    CaseStatus status();

    /** The group that works on it (R01); empty once the customer is answered. */
    Optional<Station> working();

    /** Since when that group has it. */
    Optional<Instant> workingSince();

    /** For whom or what it waits, if it does. */
    Optional<WaitingFor> waitingFor();

    /** When the waiting ends by itself, if it does. */
    Optional<Instant> waitingUntil();

    /** What the customer was told last. */
    Optional<String> answer();

    /** How often it was reopened. */
    int reopenings();

    /** Why it is over, once it is. */
    Optional<ClosingReason> closingReason();

    /** The files that came with it, as far as customers may see them. */
    ImmutableList<Attachment> attachments();

    /** The addresses of the customer's colleagues who are told what the customer is told. */
    ImmutableList<String> watchers();

    /** The fields of the organisation's own that are filled in and declared visible. */
    ImmutableMap<AttributeId, AttributeValue> attributes();

    /** Whether names and free text were removed. */
    boolean personalDataErased();

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(CustomerCase.class, "use ViewJson");
    }

    /** Builds what customers see. Not thread-safe. */
    final class Builder extends ImmutableCustomerCase.Builder {
        Builder() {}
    }
}
