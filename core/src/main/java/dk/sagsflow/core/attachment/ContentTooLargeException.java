package dk.sagsflow.core.attachment;

import java.io.Serial;

/** A content is larger than the store takes, and nothing of it was kept. */
public final class ContentTooLargeException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long limit;

    /**
     * A content was larger than this.
     *
     * @param limit how many bytes the store takes
     */
    public ContentTooLargeException(long limit) {
        super("content is larger than " + limit + " bytes, which is as much as this store takes");
        this.limit = limit;
    }

    /** How many bytes the store takes. */
    public long limit() {
        return limit;
    }
}
