package dk.sagsflow.core.repository;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.RequestKey;

/**
 * A request with a key that was carried out, and what it gave. Immutable.
 *
 * @param key what it was named by
 * @param fingerprint tells it from other requests; no more than that can be read from it
 * @param number the case that it made or changed
 * @param version the version of the case after it
 */
public record HandledRequest(RequestKey key, String fingerprint, CaseNumber number, long version) {
    /** Refuses null. */
    public HandledRequest {
        requireNonNull(key);
        requireNonNull(fingerprint);
        requireNonNull(number);
    }
}
