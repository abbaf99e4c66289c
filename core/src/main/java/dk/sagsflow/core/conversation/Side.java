package dk.sagsflow.core.conversation;

/**
 * On which side of the counter somebody acted. It is decided from actor and case when an event is written, and kept with
 * the event: who somebody is today, or whether anybody is known by that name any more, changes nothing that happened.
 */
public enum Side {
    /** Whose case it is, or a superuser of the same unit who does not answer for the case. */
    CUSTOMER,
    /** Who works in a group, on a case that is somebody else's. */
    ORGANISATION,
    /** A program that speaks for nobody: a sweep, an import. What it writes is no word from or to a customer. */
    PROGRAM
}
