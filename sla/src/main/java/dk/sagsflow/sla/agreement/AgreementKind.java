package dk.sagsflow.sla.agreement;

/** Between whom an agreement stands (ITIL). */
public enum AgreementKind {
    /** With customers: service level agreement. */
    SLA,
    /** Between tiers of the organisation: operational level agreement. */
    OLA,
    /** With a supplier: underpinning contract (R18). */
    UNDERPINNING_CONTRACT
}
