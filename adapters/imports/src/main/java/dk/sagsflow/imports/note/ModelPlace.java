package dk.sagsflow.imports.note;

import static java.util.Objects.requireNonNull;

/**
 * Where something stands in a model that was written. Immutable.
 *
 * @param file the file of the model, {@code agreements.json}
 * @param pointer the value in it (RFC 6901)
 */
public record ModelPlace(String file, String pointer) {
    /** Refuses null. */
    public ModelPlace {
        requireNonNull(file, "file");
        requireNonNull(pointer, "pointer");
    }

    /** Both: {@code agreements.json /agreements/0/targets/1}. */
    public String describe() {
        return pointer.isEmpty() ? file : file + " " + pointer;
    }
}
