package dk.sagsflow.knowledge.operation;

import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.subscription.Topics;
import java.time.InstantSource;
import org.immutables.value.Value;

/** What the status of systems is put together from, by the knowledge base. Immutable. */
@Value.Immutable
public interface OperationParts {
    /** Where everything is kept. */
    KnowledgeStore store();

    /** The organisation. */
    SupportOrganisation organisation();

    /** Who may read what. */
    Readers readers();

    /** Who may publish what. */
    Editing editing();

    /** The topics that there are. */
    Topics topics();

    /** Where the time comes from. */
    InstantSource clock();

    /** A builder; everything is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds parts. Not thread-safe. */
    final class Builder extends ImmutableOperationParts.Builder {
        Builder() {}
    }
}
