package dk.sagsflow.routing.configuration;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.sla.agreement.Agreements;
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

    /** An organisation that has promised nothing and leaves every case where it came in. */
    static SupportModel of(SupportOrganisation organisation) {
        return builder().organisation(organisation).build();
    }

    /** A builder; the organisation is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds models. Not thread-safe. */
    final class Builder extends ImmutableSupportModel.Builder {
        Builder() {}
    }
}
