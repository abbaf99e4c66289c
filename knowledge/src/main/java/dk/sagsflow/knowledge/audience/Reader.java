package dk.sagsflow.knowledge.audience;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.style.PlainJson;
import java.util.Optional;

/**
 * Somebody who reads, with what may be read: the one rule about audiences, which articles, search, facets, suggestions, news,
 * feeds, digests and trees ask. Immutable.
 */
public final class Reader {
    private static final Reader ANYBODY =
            new Reader(Optional.empty(), ImmutableSet.of(Readership.everyone().key()));

    private static final Reader STAFF = new Reader(
            Optional.empty(),
            ImmutableSet.of(
                    Readership.everyone().key(),
                    Readership.superusers().key(),
                    Readership.supportOrganisation().key()));

    private final Optional<ActorId> actor;
    private final ImmutableSet<String> keys;

    Reader(Optional<ActorId> actor, ImmutableSet<String> keys) {
        this.actor = actor;
        this.keys = keys;
    }

    /** Somebody of whom nothing is known: a visitor of a public page. */
    public static Reader anybody() {
        return ANYBODY;
    }

    /** Somebody of the support organisation, whatever the group: what this reader finds, all of them may see. */
    public static Reader anyStaff() {
        return STAFF;
    }

    /** Who it is; empty if nobody knows. */
    public Optional<ActorId> actor() {
        return actor;
    }

    /** Whether this reader belongs to the readership. */
    public boolean mayRead(Readership readership) {
        return keys.contains(requireNonNull(readership, "readership").key());
    }

    /** The {@linkplain Readership#key keys} of all readerships that the reader belongs to, for a filter within a query. */
    public ImmutableSet<String> keys() {
        return keys;
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Reader.class, "who reads is asked of the directory each time");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reader reader && reader.actor.equals(actor) && reader.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return 31 * actor.hashCode() + keys.hashCode();
    }

    @Override
    public String toString() {
        return actor.map(ActorId::value).orElse("anybody") + " " + keys;
    }
}
