package dk.sagsflow.sla.agreement;

/** What a target measures: when its clock starts and stops. */
public enum Measure {
    /**
     * From the registration until a person first speaks to the customer: a visible note, a question, a workaround or an
     * answer, of anybody but the customer. What a program sends does not count, nor does an internal note.
     */
    FIRST_RESPONSE(true),
    /** From the arrival at a group until somebody there accepts the case, or it goes on; one clock for each visit. */
    ACCEPTANCE(false),
    /** From the arrival at a group until the case leaves it (R16); one clock for each visit. */
    RESIDENCE(false),
    /** All visits to a tier together; one clock for each tier. */
    CUMULATIVE_RESIDENCE(false),
    /** From a hand-over until the answer comes back, higher tiers included; one clock for each hand-over. */
    ANSWER(false),
    /** From the registration until the customer is answered, or the case ends without an answer. */
    RESOLUTION(true),
    /**
     * From the registration until the case is closed: the time in which the customer has an answer and may come back
     * counts, and an answer that does not help stops nothing.
     */
    CLOSURE(true),
    /** Each silence toward the customer while the case is worked on: from one word of a person to the next (R20). */
    UPDATE_INTERVAL(true),
    /**
     * From a word of the customer that nobody has answered until a person of the organisation speaks to the customer, or the
     * case is no longer worked on; one clock for each such wait. What the customer adds meanwhile starts no other. A word is a
     * visible note from the customer's side, or a reopening from there; the registration is none, {@link #FIRST_RESPONSE}
     * measures from there.
     */
    NEXT_RESPONSE(true);

    private final boolean customers;

    Measure(boolean customers) {
        this.customers = customers;
    }

    /** Whether it measures what the customer experiences, and not what a tier does. */
    public boolean concernsCustomer() {
        return customers;
    }
}
