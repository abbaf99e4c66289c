package dk.sagsflow.knowledge.news;

/** An address takes no mail and never will: the address is set aside, and nothing else is sent there. Immutable. */
public final class AddressRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the mail system said. */
    public AddressRefusedException(String reason) {
        super(reason);
    }
}
