package dk.sagsflow.routing.configuration;

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
public record SupportModel(SupportOrganisation organisation, Agreements agreements, Triage triage) {}
