package dk.sagsflow.routing.configuration;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.json.PeopleJson;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * People who were read from {@code people.json} beside a model, or from a file elsewhere. They are no part of the model: its
 * content hash says nothing of them. Needs Jackson 3 databind, which the host supplies. Immutable.
 *
 * @param people those who act on cases and those who are supported
 * @param text the text of the file, so that a place in it can be told by its line
 */
public record PeopleFile(People people, String text) {
    /** What the file beside a model is called. */
    public static final String NAME = "people.json";

    /** Refuses null. */
    public PeopleFile {
        requireNonNull(people, "people");
        requireNonNull(text, "text");
    }

    /**
     * Reads a file of people.
     *
     * @param organisation in whose groups they work
     * @throws InvalidDocumentException with everything that is wrong with the file
     * @throws UncheckedIOException if it cannot be read, or there is none
     */
    public static PeopleFile read(Path file, SupportOrganisation organisation) {
        try {
            return read(file.toString(), Files.readString(file), organisation);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads the text of a file of people that comes from elsewhere: a class path, say.
     *
     * @param file what a problem calls it
     * @throws InvalidDocumentException with everything that is wrong with the text
     */
    public static PeopleFile read(String file, String text, SupportOrganisation organisation) {
        Problems problems = new Problems();
        People people = problems.unlessAny(
                JsonDocument.read(file, text, problems).flatMap(root -> PeopleJson.read(root, organisation)));
        return new PeopleFile(people, text);
    }

    /**
     * What is wrong with a file of people beside a model in which something is wrong, so that both are told at once. While the
     * organisation cannot be read, its names are those that its file gives.
     *
     * @param model the folder of the model
     * @throws UncheckedIOException if the file cannot be read, or there is none
     */
    public static ImmutableList<Problem> problems(Path file, Path model) {
        try {
            Problems problems = new Problems();
            Optional<People> unused = JsonDocument.read(file.toString(), Files.readString(file), problems)
                    .flatMap(root -> PeopleJson.read(root, organisation(model, root)));
            return problems.list();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SupportOrganisation organisation(Path model, JsonPlace people) {
        Optional<JsonPlace> root = Optional.empty();
        try {
            String text = Files.readString(model.resolve(ModelFolder.ORGANISATION));
            root = JsonDocument.read(ModelFolder.ORGANISATION, text, new Problems());
        } catch (IOException unreadable) {
            // That is told of the model.
        }
        Optional<JsonPlace> given = root;
        return given.flatMap(OrganisationJson::read).orElseGet(() -> OrganisationJson.standIn(given, people));
    }

    /**
     * Reads {@code people.json} in the folder of a model; empty if there is none.
     *
     * @throws InvalidDocumentException with everything that is wrong with the file
     * @throws UncheckedIOException if it cannot be read
     */
    public static Optional<PeopleFile> beside(Path folder, SupportOrganisation organisation) {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? Optional.of(read(file, organisation)) : Optional.empty();
    }
}
