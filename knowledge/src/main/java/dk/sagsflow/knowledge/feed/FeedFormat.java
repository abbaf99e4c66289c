package dk.sagsflow.knowledge.feed;

/** How a feed is written. Formats may be added in a minor release. */
public enum FeedFormat {
    /** Atom 1.0 (RFC 4287). */
    ATOM("atom_1.0", "application/atom+xml"),
    /** RSS 2.0. */
    RSS("rss_2.0", "application/rss+xml");

    private final String type;
    private final String mediaType;

    FeedFormat(String type, String mediaType) {
        this.type = type;
        this.mediaType = mediaType;
    }

    String type() {
        return type;
    }

    /** What a host answers with it. */
    public String mediaType() {
        return mediaType;
    }
}
