package dk.sagsflow.sla.calibration;

/** What somebody judged of a case: whether its agreement was kept. */
public enum Verdict {
    /** It was kept. */
    MET,
    /** It was not. */
    MISSED
}
