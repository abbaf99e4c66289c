package dk.sagsflow.core.bounds;

import java.io.Serial;

/** A value that is too long, too great or too small to be taken in. The message names it and says what would be allowed. */
public final class OutOfBoundsException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    OutOfBoundsException(String message) {
        super(message);
    }
}
