package dk.sagsflow.verification.simulation;

/** Why a customer has no answer when a simulation ends. Kinds may be added in a minor release. */
public enum Waiting {
    /** Nobody has had time for the case yet. */
    IN_QUEUE,
    /** Somebody works on it. */
    WORKED_ON,
    /** The customer was asked something and has not replied. */
    FOR_CUSTOMER,
    /** It came to a group in which nobody works. */
    NOBODY_THERE,
    /** What was to be done next was refused, and so was everything else that people would try. */
    REFUSED
}
