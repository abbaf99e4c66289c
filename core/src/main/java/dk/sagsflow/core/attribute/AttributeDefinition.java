package dk.sagsflow.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.style.PlainJson;
import org.immutables.value.Value;

/** A field that the organisation adds to its cases. Immutable. */
@Value.Immutable
public interface AttributeDefinition extends WithAttributeDefinition {
    /** What commands, rules and events call it. */
    AttributeId id();

    /** What people call it. */
    String name();

    /** What it holds. */
    AttributeType type();

    /** The words to choose from, in listed order; none unless it is a {@link AttributeType#CHOICE}. */
    ImmutableSet<String> choices();

    /** Whether the erasure of personal data removes its value; so for free text, unless said otherwise. */
    @Value.Default
    default boolean personal() {
        return type() == AttributeType.TEXT;
    }

    /** Whether customers and superusers see its value and fill it in; internal unless said otherwise. */
    @Value.Default
    default boolean visible() {
        return false;
    }

    /** Refuses a choice without words, and words without a choice. */
    @Value.Check
    default void check() {
        boolean choice = type() == AttributeType.CHOICE;
        checkArgument(
                choice != choices().isEmpty(),
                "attribute %s is of type %s and lists the choices %s; a CHOICE lists at least one, every other type none",
                id(),
                type(),
                choices());
    }

    /** Whether the value may stand in this field. */
    default boolean allows(AttributeValue value) {
        return value.type() == type()
                && (!(value instanceof AttributeValue.Choice choice)
                        || choices().contains(choice.choice()));
    }

    /** A builder; id, name and type are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(AttributeDefinition.class, "use OrganisationJson");
    }

    /** Builds definitions. Not thread-safe. */
    final class Builder extends ImmutableAttributeDefinition.Builder {
        Builder() {}
    }
}
