package dk.sagsflow.verification.finding;

/** How bad a finding is, the worst first. */
public enum Severity {
    /** The model cannot work as it is written: a case is refused, lost or not measured, or a part of it never takes effect. */
    ERROR,
    /** The model works, and probably not as it was meant. */
    WARNING,
    /** Worth knowing, and often meant. */
    NOTE
}
