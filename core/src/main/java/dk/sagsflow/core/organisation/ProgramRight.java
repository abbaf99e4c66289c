package dk.sagsflow.core.organisation;

/**
 * What a program may do that acts for the organisation: an adapter, an import, a bot. Programs belong to no group, so that
 * their rights are their own; see {@link Actor#rights}. Constants may be added in a minor release.
 */
public enum ProgramRight {
    /** See every case, with what is internal. */
    READ,
    /** Bring cases in for every customer. */
    REGISTER,
    /** Write on cases, internally and to the customer, and name articles and related cases. */
    NOTE,
    /**
     * Do whatever the working group may: take on, assign, hand over, answer, give back, put on hold, place, prioritise, fill
     * in fields, convert, refer.
     */
    WORK,
    /** Close cases, and confirm and reopen them for their customer. */
    CLOSE,
    /** Remove personal data of closed cases. */
    ERASE,
    /** Let sweeps look again at what they have set aside. */
    OPERATE
}
