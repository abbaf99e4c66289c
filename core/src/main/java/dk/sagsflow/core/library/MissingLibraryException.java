package dk.sagsflow.core.library;

import static java.util.Objects.requireNonNull;

/** A part was used that needs a library which is not there; the message says which artifact to add. Immutable. */
public final class MissingLibraryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String artifact;

    MissingLibraryException(String artifact, String message) {
        super(message);
        this.artifact = requireNonNull(artifact, "artifact");
    }

    /** What to add, as {@code group:artifact}. */
    public String artifact() {
        return artifact;
    }
}
