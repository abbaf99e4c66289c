package dk.sagsflow.examples.sagsflow.log.mapping;

/** What a row of a log says about the state of its case. The list of kinds is complete. */
public sealed interface RowState {

    /** Waits in the queue of its group. */
    record Queued() implements RowState {}

    /** Somebody works on it. */
    record Working() implements RowState {}

    /** Waits for somebody or something outside of the group. */
    record Waiting(Reason reason) implements RowState {}

    /** The customer has the answer; the case may still come back. */
    record Answered() implements RowState {}

    /** Ended. */
    record Closed() implements RowState {}

    /** Ended without an answer: the customer gave up, or did not mean it. */
    record Cancelled() implements RowState {}

    /** The log does not say: the row counts as an event, and the case stays as it was. */
    record Unknown() implements RowState {}

    /** What a waiting case waits for. */
    enum Reason {
        CUSTOMER,
        SUPPLIER,
        CHANGE,
        OTHER,
        DATE
    }
}
