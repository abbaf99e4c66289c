package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.RequestKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request with a key that was carried out, and what it gave. Immutable.
 *
 * @param key what it was named by
 * @param fingerprint tells it from other requests; empty once one of its cases was erased
 * @param versions the cases that it made or changed, the one that it is about first, each with its version after it
 * @param at when it was carried out
 */
public record HandledRequest(
        RequestKey key, Optional<Fingerprint> fingerprint, ImmutableMap<CaseNumber, Long> versions, Instant at) {
    /** Refuses null and a request that came to nothing. */
    public HandledRequest {
        requireNonNull(key, "key");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(at, "at");
        checkArgument(!versions.isEmpty(), "request %s made and changed no case", key);
    }

    /**
     * Tells requests apart. Immutable.
     *
     * @param form which canonical form of the request it was made from; two of different forms cannot be compared
     * @param digest what is left of that; nothing can be read from it
     */
    public record Fingerprint(int form, String digest) {
        /** Refuses null. */
        public Fingerprint {
            requireNonNull(digest, "digest");
        }
    }

    /** A request about one case. */
    public static HandledRequest of(
            RequestKey key, Fingerprint fingerprint, CaseNumber number, long version, Instant at) {
        return new HandledRequest(key, Optional.of(fingerprint), ImmutableMap.of(number, version), at);
    }

    /** The case that it is about. */
    public CaseNumber number() {
        return first().getKey();
    }

    /** The version after it of the case that it is about. */
    public long version() {
        return first().getValue();
    }

    private Map.Entry<CaseNumber, Long> first() {
        return versions.entrySet().iterator().next();
    }

    /** What stores keep the request under, so that an erased one leaves no key that could be read. */
    public static String digest(RequestKey key) {
        return Hashing.sha256().hashString(key.value(), StandardCharsets.UTF_8).toString();
    }

    /** What a store keeps once a case of the request is erased: enough to know the key again, and no more. */
    public HandledRequest erased() {
        return new HandledRequest(RequestKey.of(digest(key)), Optional.empty(), versions, at);
    }
}
