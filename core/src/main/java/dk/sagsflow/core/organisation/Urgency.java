package dk.sagsflow.core.organisation;

/** How soon it must be put right (ITIL: urgency). */
public enum Urgency {
    LOW,
    MEDIUM,
    HIGH
}
