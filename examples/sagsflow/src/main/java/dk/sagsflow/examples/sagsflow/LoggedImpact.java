package dk.sagsflow.examples.sagsflow;

/** The effect of a case on the business, from the least to the greatest. */
enum LoggedImpact {
    LOW,
    MEDIUM,
    HIGH,
    MAJOR
}
