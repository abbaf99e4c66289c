package dk.sagsflow.knowledge.news;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;

/**
 * A mail that tells somebody the news. Immutable.
 *
 * @param id tells repeats apart
 * @param address where it goes
 * @param subject its first line
 * @param text the rest
 * @param headers what else stands in its head: how a mail program ends the subscription by one click (RFC 8058)
 */
public record NewsNotice(
        NoticeId id, String address, String subject, String text, ImmutableMap<String, String> headers) {
    /** Refuses null. */
    public NewsNotice {
        requireNonNull(id, "id");
        requireNonNull(address, "address");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(headers, "headers");
    }
}
