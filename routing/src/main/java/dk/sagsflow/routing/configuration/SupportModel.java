package dk.sagsflow.routing.configuration;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Target;
import org.immutables.value.Value;

/** Everything that is decided about a support organisation before the first case comes in. Immutable. */
@Value.Immutable
@ValueStyle
public interface SupportModel extends WithSupportModel {
    /** Tiers, groups, systems. */
    SupportOrganisation organisation();

    /** What is promised between tiers and to customers; nothing unless said otherwise. */
    @Value.Default
    default Agreements agreements() {
        return Agreements.none();
    }

    /** How cases find their way; by hand unless said otherwise. */
    @Value.Default
    default Routing routing() {
        return Routing.byHand();
    }

    /** Where cases go by themselves: the triage of the {@link #routing}. */
    default Triage triage() {
        return routing().triage();
    }

    /**
     * The categories that its conditions ask for, which are the organisation's own words; any other category of a case is what
     * somebody wrote. They stay when a person is forgotten, so that no clock changes.
     */
    default ImmutableSet<String> categories() {
        return NamedCategories.of(this);
    }

    /** Refuses a target that asks for a personal attribute: it may be erased, and clocks must not change by that. */
    @Value.Check
    default void check() {
        for (Agreement agreement : agreements().all()) {
            for (Target target : agreement.targets()) {
                target.appliesTo().leaves().forEach(leaf -> check(target, leaf));
            }
        }
    }

    private void check(Target target, Condition leaf) {
        if (leaf instanceof Condition.Has has) {
            checkArgument(
                    organisation()
                            .attribute(has.attribute())
                            .filter(AttributeDefinition::personal)
                            .isEmpty(),
                    "target %s asks for attribute %s, which is personal and may be erased, and clocks would change by"
                            + " that",
                    target.id(),
                    has.attribute());
        }
    }

    /** An organisation that has promised nothing and leaves every case where it came in. */
    static SupportModel of(SupportOrganisation organisation) {
        return builder().organisation(organisation).build();
    }

    /** A builder; the organisation is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(SupportModel.class, "it is a folder, which ModelFolder reads");
    }

    /** Builds models. Not thread-safe. */
    final class Builder extends ImmutableSupportModel.Builder {
        Builder() {}
    }
}
