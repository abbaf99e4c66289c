package dk.sagsflow.knowledge.subscription;

import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import java.time.InstantSource;
import org.immutables.value.Value;

/** What subscriptions are put together from, by the knowledge base. Immutable. */
@Value.Immutable
public interface SubscriptionParts {
    /** Where everything is kept. */
    KnowledgeStore store();

    /** The organisation. */
    SupportOrganisation organisation();

    /** Who is who. */
    Directory directory();

    /** Who may read what. */
    Readers readers();

    /** Who may publish what. */
    Editing editing();

    /** Where the time comes from. */
    InstantSource clock();

    /** The key to the tokens that confirm addresses and end subscriptions. */
    byte[] key();

    /** A builder; everything is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds parts. Not thread-safe. */
    final class Builder extends ImmutableSubscriptionParts.Builder {
        Builder() {}
    }
}
