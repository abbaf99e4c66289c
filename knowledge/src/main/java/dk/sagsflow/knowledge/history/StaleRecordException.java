package dk.sagsflow.knowledge.history;

/** Somebody else was faster: a record has other events than the step was decided on. Nothing was stored. */
public final class StaleRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A record that has gone on.
     *
     * @param record the record
     * @param expected the number that its next event was to have
     * @param found the number that its next event would have
     */
    public StaleRecordException(RecordId record, long expected, long found) {
        super(record + " goes on with event " + found + ", not " + expected + ": somebody else was faster");
    }
}
