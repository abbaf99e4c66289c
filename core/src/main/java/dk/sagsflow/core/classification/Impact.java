package dk.sagsflow.core.classification;

/** How much of the organisation is touched (ITIL: impact). */
public enum Impact {
    LOW,
    MEDIUM,
    HIGH,
    MAJOR
}
