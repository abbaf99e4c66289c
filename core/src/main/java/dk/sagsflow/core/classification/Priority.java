package dk.sagsflow.core.classification;

/** In which order cases are worked on, {@link #P1} first; derived from impact and urgency (ITIL: priority). */
public enum Priority {
    P1,
    P2,
    P3,
    P4,
    P5
}
