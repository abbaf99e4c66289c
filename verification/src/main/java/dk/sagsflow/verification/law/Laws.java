package dk.sagsflow.verification.law;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.routing.configuration.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The laws of a model, read from {@code laws.json} beside it. They are no part of the model. Needs Jackson 3 databind, which
 * the host supplies. Immutable.
 *
 * @param all in listed order
 * @param from the first day of the year for which starts are looked at; empty if the file does not say
 * @param text the text of the file, so that a place in it can be told by its line; empty if they were made in code
 */
public record Laws(ImmutableList<Law> all, Optional<LocalDate> from, String text) {
    /** What the file beside a model is called. */
    public static final String NAME = "laws.json";

    /** Refuses null. */
    public Laws {
        requireNonNull(all, "all");
        requireNonNull(from, "from");
        requireNonNull(text, "text");
    }

    /** Laws that were made in code. */
    public static Laws of(Law... laws) {
        return new Laws(ImmutableList.copyOf(laws), Optional.empty(), "");
    }

    /**
     * Those beside a model; empty if there is no such file.
     *
     * @throws InvalidDocumentException with everything that is wrong with the file
     * @throws UncheckedIOException if it cannot be read
     */
    public static Optional<Laws> beside(Path folder, ModelFolder model) {
        try {
            Path file = folder.resolve(NAME);
            return Optional.of(read(file.toString(), Files.readString(file), model));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those in a text.
     *
     * @param file what a problem calls it
     * @throws InvalidDocumentException with everything that is wrong with the text
     */
    public static Laws read(String file, String text, ModelFolder model) {
        Problems problems = new Problems();
        return problems.unlessAny(
                JsonDocument.read(file, text, problems).map(root -> new LawsJson(model).read(root, text)));
    }

    /** What the laws ask of cases. */
    public ImmutableList<Condition> asked() {
        return all.stream().map(Law::when).collect(ImmutableList.toImmutableList());
    }
}
