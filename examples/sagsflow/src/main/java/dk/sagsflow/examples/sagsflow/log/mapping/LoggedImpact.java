package dk.sagsflow.examples.sagsflow.log.mapping;

/** The effect of a case on the business, from the least to the greatest. */
public enum LoggedImpact {
    LOW,
    MEDIUM,
    HIGH,
    MAJOR
}
