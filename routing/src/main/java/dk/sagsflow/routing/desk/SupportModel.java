package dk.sagsflow.routing.desk;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.sla.agreement.ResidenceAgreement;

/**
 * Everything that is decided about a support organisation before the first case comes in. Immutable.
 *
 * @param organisation tiers, groups, systems
 * @param agreement how long a case may lie at each tier
 * @param triage where cases go
 */
public record SupportModel(SupportOrganisation organisation, ResidenceAgreement agreement, Triage triage) {}
