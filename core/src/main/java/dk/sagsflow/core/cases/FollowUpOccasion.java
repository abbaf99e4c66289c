package dk.sagsflow.core.cases;

/** What a case waits in when a follow-up rule counts. Occasions may be added in a minor release. */
public enum FollowUpOccasion {
    /**
     * The customer has an answer and has not come back: from the answer until the case is closed or reopened, or until the
     * customer writes; the next word to the customer begins it again.
     */
    ANSWERED,
    /**
     * The case is on hold for the customer: until it goes on, or until the customer writes; the next word to the customer
     * begins it again.
     */
    WAITING_FOR_CUSTOMER,
    /**
     * Nobody has spoken to the customer while the case is worked on (R20): from the registration, from each word of a
     * person, or from the end of a wait for the customer, until the next. What programs send is no such word.
     */
    SILENCE,
    /** A case lies at a higher tier (R14): from each hand-over to one until the answer comes back. */
    HANDED_OVER
}
