package dk.sagsflow.imports;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.imports.draft.ModelDraft;
import dk.sagsflow.imports.export.ExportFiles;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.routing.configuration.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * The policies of another helpdesk as a model, and what there is to tell of them. Needs Jackson 3 databind. Immutable.
 *
 * @param source the helpdesk
 * @param files the four files of the model by their names
 * @param notes what was mapped, guessed, left out, and what means something else there, in the order of the export
 */
public record PolicyImport(PolicySource source, ImmutableMap<String, String> files, ImmutableList<ImportNote> notes) {
    /** Refuses null. */
    public PolicyImport {
        requireNonNull(source, "source");
        requireNonNull(files, "files");
        requireNonNull(notes, "notes");
    }

    /**
     * Reads an export.
     *
     * @param paths its files, at least one, in UTF-8
     * @throws InvalidDocumentException with everything that is wrong with them, those that cannot be found among it
     * @throws UncheckedIOException if a file cannot be read
     */
    public static PolicyImport read(PolicySource source, Collection<Path> paths, ImportSettings settings) {
        Problems problems = new Problems();
        ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
        for (Path path : paths.stream().distinct().toList()) {
            try {
                texts.put(path.toString(), Files.readString(path));
            } catch (NoSuchFileException missing) {
                problems.add(new Problem(path.toString(), 1, 1, "", "no such file"));
            } catch (CharacterCodingException otherwiseEncoded) {
                problems.add(new Problem(path.toString(), 1, 1, "", "is not UTF-8"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(path + ": " + unreadable.getMessage(), unreadable);
            }
        }
        return of(source, texts.build(), settings, problems);
    }

    /**
     * The same of texts that come from elsewhere.
     *
     * @param texts the texts by the names of their files, at least one
     * @throws InvalidDocumentException with everything that is wrong with them
     */
    public static PolicyImport of(PolicySource source, ImmutableMap<String, String> texts, ImportSettings settings) {
        return of(source, texts, settings, new Problems());
    }

    private static PolicyImport of(
            PolicySource source, ImmutableMap<String, String> texts, ImportSettings settings, Problems problems) {
        if (texts.isEmpty()) {
            problems.throwIfAny();
        }
        checkArgument(!texts.isEmpty(), "no file was given; an export has at least one");
        ModelDraft draft = translated(source, new ExportFiles(texts, problems), settings);
        problems.throwIfAny();
        PolicyImport imported =
                new PolicyImport(source, draft.files(), draft.notes().list());
        requireNonNull(imported.model(), "model");
        return imported;
    }

    private static ModelDraft translated(PolicySource source, ExportFiles files, ImportSettings settings) {
        ModelDraft draft = new ModelDraft("Imported from " + source.title());
        draft.notes().guessed(NoteCode.ORGANISATION, files.whole(), draft.organisation(), ModelDraft.SUPPORT);
        source.translation().translate(files, settings, draft);
        files.problems().throwIfAny();
        if (draft.empty()) {
            files.report(
                    files.texts().keySet().iterator().next(),
                    "no policy of the files promises anything; there is nothing to import");
        }
        return draft;
    }

    /** The model. */
    public ModelFolder model() {
        return ModelFolder.read("", file -> {
            String text = files.get(file);
            if (text == null) {
                throw new NoSuchFileException(file);
            }
            return text;
        });
    }

    /** The notes of one kind, in their order. */
    public <T extends ImportNote> ImmutableList<T> notes(Class<T> kind) {
        return notes.stream().filter(kind::isInstance).map(kind::cast).collect(ImmutableList.toImmutableList());
    }

    /**
     * Writes the model into a folder, all of it or nothing.
     *
     * @param folder not there yet, or empty
     * @throws IllegalArgumentException if something is in the folder, or it is none
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        try {
            checkFree(whole, folder);
            writeFree(whole);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(folder + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private void writeFree(Path whole) throws IOException {
        Path parent = requireNonNull(whole.getParent(), "folder");
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".import-");
        try {
            for (String file : files.keySet()) {
                Files.writeString(draft.resolve(file), files.getOrDefault(file, ""));
            }
            Files.deleteIfExists(whole);
            Files.move(draft, whole);
        } finally {
            remove(draft);
        }
    }

    private static void checkFree(Path whole, Path folder) throws IOException {
        if (Files.exists(whole)) {
            checkArgument(Files.isDirectory(whole), "%s is a file; a model is written into a folder", folder);
            try (Stream<Path> inside = Files.list(whole)) {
                checkArgument(
                        inside.findAny().isEmpty(),
                        "%s is not empty; a model is written into a folder of its own, so that nothing is lost",
                        folder);
            }
        }
    }

    private void remove(Path draft) throws IOException {
        if (Files.exists(draft)) {
            for (String file : files.keySet()) {
                Files.deleteIfExists(draft.resolve(file));
            }
            Files.deleteIfExists(draft);
        }
    }
}
