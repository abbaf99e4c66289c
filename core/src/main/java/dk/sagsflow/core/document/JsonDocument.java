package dk.sagsflow.core.document;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.library.MissingLibraryException;
import dk.sagsflow.core.library.OptionalLibrary;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/**
 * A JSON text and the place of each of its values. Needs Jackson 3 databind, which the host adds. Not thread-safe.
 */
public final class JsonDocument {
    private final String name;
    private final Map<String, TokenStreamLocation> places;
    private final Problems problems;

    JsonDocument(String name, Map<String, TokenStreamLocation> places, Problems problems) {
        this.name = name;
        this.places = places;
        this.problems = problems;
    }

    /**
     * The value that a text holds; empty, and a problem, if it is not JSON, names a member twice, or goes on after the
     * value.
     *
     * @param name what the document is called in problems
     * @param problems where everything that is wrong is collected, now and while the value is read
     * @throws MissingLibraryException if Jackson is not there
     */
    public static Optional<JsonPlace> read(String name, String text, Problems problems) {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        requireNonNull(problems, "problems");
        OptionalLibrary.requireJson("reading " + name);
        return JsonText.read(name, text, problems);
    }

    void report(String pointer, String message) {
        problems.add(new Problem(name, line(pointer), column(pointer), pointer, message));
    }

    String name() {
        return name;
    }

    int line(String pointer) {
        TokenStreamLocation place = nearest(pointer);
        return place == null ? 1 : place.getLineNr();
    }

    int column(String pointer) {
        TokenStreamLocation place = nearest(pointer);
        return place == null ? 1 : place.getColumnNr();
    }

    /** Where the value stands, or what holds it. */
    private @Nullable TokenStreamLocation nearest(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !places.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return places.get(nearest);
    }

    /** Whether something was said to be wrong with just this value. */
    boolean reported(String pointer) {
        return problems.at(name, pointer);
    }

    boolean sound(String pointer) {
        return problems.noneWithin(name, pointer);
    }
}
