package dk.sagsflow.knowledge;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.article.Articles;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readers;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The one object by which an embedder reaches what the organisation knows: beside a desk, or without one. It keeps no state but
 * its store's, and starts no thread. Safe for use by many threads, as far as its collaborators are.
 */
public final class KnowledgeBase {
    private final Readers readers;
    private final Editing editing;
    private final Articles articles;

    private KnowledgeBase(Builder parts) {
        this.readers = new Readers(parts.organisation, parts.directory);
        this.editing = new Editing(
                parts.store, parts.organisation, parts.directory, parts.clock, ImmutableSet.copyOf(parts.editors));
        this.articles = new Articles(parts.store, parts.organisation, readers, editing, parts.clock);
    }

    /**
     * A builder of a knowledge base for this organisation and these people, in memory unless a store is given.
     *
     * @param clock where the time comes from
     */
    public static Builder builder(SupportOrganisation organisation, Directory directory, InstantSource clock) {
        return new Builder(organisation, directory, clock);
    }

    /** What this actor may read now; whom the directory does not know is {@linkplain Reader#anybody anybody}. */
    public Reader reader(ActorId actor) {
        return readers.of(actor);
    }

    /** Who may publish what. */
    public Editing editing() {
        return editing;
    }

    /** What is written down. */
    public Articles articles() {
        return articles;
    }

    /** Builds knowledge bases. Not thread-safe. */
    public static final class Builder {
        private final SupportOrganisation organisation;
        private final Directory directory;
        private final InstantSource clock;
        private final Set<RightHolder> editors = new LinkedHashSet<>();
        private KnowledgeStore store = KnowledgeStore.inMemory();

        private Builder(SupportOrganisation organisation, Directory directory, InstantSource clock) {
            this.organisation = requireNonNull(organisation, "organisation");
            this.directory = requireNonNull(directory, "directory");
            this.clock = requireNonNull(clock, "clock");
        }

        /** Keeps everything in this store. */
        @CanIgnoreReturnValue
        public Builder withStore(KnowledgeStore kept) {
            this.store = requireNonNull(kept, "kept");
            return this;
        }

        /** A web editor, who may publish anything and lets others in (R25). */
        @CanIgnoreReturnValue
        public Builder withEditor(RightHolder editor) {
            editors.add(requireNonNull(editor, "editor"));
            return this;
        }

        /** The knowledge base. */
        public KnowledgeBase build() {
            return new KnowledgeBase(this);
        }
    }
}
