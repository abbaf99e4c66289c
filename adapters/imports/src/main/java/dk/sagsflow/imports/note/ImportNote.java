package dk.sagsflow.imports.note;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Something that an import has to tell about a place in what it read. {@link NoteWords} say it in words. Immutable. */
public sealed interface ImportNote {
    /** What it is about, for programs. */
    NoteCode code();

    /** Where it stands in what was read. */
    SourcePlace source();

    /** What the words name, in their order: a name, an amount, a measure. */
    ImmutableList<String> values();

    /** Where it stands in the model; empty if nothing there says it. */
    Optional<ModelPlace> model();

    /**
     * Means here what it meant there.
     *
     * @param code what it is about
     * @param source where it stands in what was read
     * @param place where it stands in the model
     * @param values what the words name
     */
    record Mapped(NoteCode code, SourcePlace source, ModelPlace place, ImmutableList<String> values)
            implements ImportNote {
        @Override
        public Optional<ModelPlace> model() {
            return Optional.of(place);
        }
    }

    /**
     * The export does not say it; somebody who knows looks at it.
     *
     * @param code what it is about
     * @param source where it would stand in what was read
     * @param place where it stands in the model
     * @param values what the words name
     */
    record Guessed(NoteCode code, SourcePlace source, ModelPlace place, ImmutableList<String> values)
            implements ImportNote {
        @Override
        public Optional<ModelPlace> model() {
            return Optional.of(place);
        }
    }

    /**
     * A model cannot say it, so it was left out.
     *
     * @param code what it is about
     * @param source where it stands in what was read
     * @param values what the words name
     */
    record NoEqual(NoteCode code, SourcePlace source, ImmutableList<String> values) implements ImportNote {
        @Override
        public Optional<ModelPlace> model() {
            return Optional.empty();
        }
    }

    /**
     * It was mapped, and at an edge the other system does something else than a desk does.
     *
     * @param code what it is about
     * @param source where it stands in what was read
     * @param place where it stands in the model
     * @param values what the words name
     */
    record MeansOtherwise(NoteCode code, SourcePlace source, ModelPlace place, ImmutableList<String> values)
            implements ImportNote {
        @Override
        public Optional<ModelPlace> model() {
            return Optional.of(place);
        }
    }
}
