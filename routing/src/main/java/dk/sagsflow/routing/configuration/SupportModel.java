package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.sla.agreement.Agreements;

/**
 * Everything that is decided about a support organisation before the first case comes in. Immutable.
 *
 * @param organisation tiers, groups, systems
 * @param agreements what is promised between tiers and to customers
 * @param triage where cases go
 */
public record SupportModel(SupportOrganisation organisation, Agreements agreements, Triage triage) {
    /** An organisation that has promised nothing and leaves every case where it came in. */
    public static SupportModel of(SupportOrganisation organisation) {
        return new SupportModel(organisation, Agreements.none(), new Triage(ImmutableList.of()));
    }
}
