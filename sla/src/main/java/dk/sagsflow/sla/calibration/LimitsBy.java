package dk.sagsflow.sla.calibration;

/** By what the limits of an agreement are told apart. */
public enum LimitsBy {
    /** A limit for each priority, and one for cases without. */
    PRIORITY,
    /** A limit for each type of case, as the log tells types, and one for cases without. */
    TYPE
}
