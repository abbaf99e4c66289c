package dk.sagsflow.core.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.style.PlainJson;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody whom the organisation supports. Immutable. */
@Value.Immutable
public interface Customer extends WithCustomer {
    /** What events call the customer. */
    CustomerId id();

    /** What people call the customer. */
    String name();

    /** What kind of customer this is. */
    CustomerKind kind();

    /** The unit that the customer belongs to, a job centre for instance. */
    Optional<UnitId> unit();

    /** Whether the customer can follow cases in the helpdesk (R19); without it, mail keeps the customer informed (R20). */
    @Value.Default
    default boolean helpdeskAccess() {
        return kind() == CustomerKind.SUPERUSER;
    }

    /** Where the customer reads mail. */
    Optional<String> mailAddress();

    /** The language to write to the customer in; Danish unless said otherwise. */
    @Value.Default
    default Locale language() {
        return Locale.forLanguageTag("da");
    }

    /** A customer of whom no more is known. */
    static Customer of(String id, String name, CustomerKind kind) {
        return builder().id(CustomerId.of(id)).name(name).kind(kind).build();
    }

    /** Refuses a name or an address that is more than a line. */
    @Value.Check
    default void check() {
        Bounds.name("name", name());
        mailAddress().ifPresent(Texts::requireAddress);
    }

    /** A builder; id, name and kind are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Customer.class, "people are kept by the Directory of the host");
    }

    /** Builds customers. Not thread-safe. */
    final class Builder extends ImmutableCustomer.Builder {
        Builder() {}
    }
}
