package dk.sagsflow.core.classification;

/** How soon it must be put right (ITIL: urgency). */
public enum Urgency {
    LOW,
    MEDIUM,
    HIGH
}
