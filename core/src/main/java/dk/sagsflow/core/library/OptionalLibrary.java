package dk.sagsflow.core.library;

import static java.util.Objects.requireNonNull;

/**
 * A library that single parts need and a host adds if it uses those parts. Each door to such a part asks here first, so
 * that a host which left the library out is told what to add instead of meeting a {@code NoClassDefFoundError} somewhere
 * inside. What stands behind the door is a class of its own: the class of the door must not name types of the library in
 * a {@code catch}, or the virtual machine looks for them before the door can say anything. Immutable.
 *
 * @param artifact what to add, as {@code group:artifact}
 * @param version the oldest that will do, in words
 * @param proof a class that this version has and older ones have not
 */
public record OptionalLibrary(String artifact, String version, String proof) {
    /** Jackson 3 databind, which reads and writes JSON. */
    public static final OptionalLibrary JACKSON =
            new OptionalLibrary("tools.jackson.core:jackson-databind", "3.1", "tools.jackson.databind.json.JsonMapper");

    /** The annotations that Jackson 3.1 looks for; Jackson 2 and 3 share them, so a host with both may hold them back. */
    public static final OptionalLibrary JACKSON_ANNOTATIONS = new OptionalLibrary(
            "com.fasterxml.jackson.core:jackson-annotations",
            "2.21",
            "com.fasterxml.jackson.annotation.JsonSerializeAs");

    /** Checks that nothing is missing. */
    public OptionalLibrary {
        requireNonNull(artifact, "artifact");
        requireNonNull(version, "version");
        requireNonNull(proof, "proof");
    }

    /**
     * Goes on if JSON can be read and written.
     *
     * @param part what needs it, in words
     * @throws MissingLibraryException if Jackson or its annotations are not there, or too old
     */
    public static void requireJson(String part) {
        JACKSON.require(part);
        JACKSON_ANNOTATIONS.require(part);
    }

    /**
     * Goes on if the library is there.
     *
     * @param part what needs it, in words
     * @throws MissingLibraryException if it is not there, or too old
     */
    public void require(String part) {
        requireNonNull(part, "part");
        if (!there(OptionalLibrary.class.getClassLoader())) {
            throw new MissingLibraryException(
                    artifact,
                    part + " needs " + artifact + ", version " + version
                            + " or later, which is not on the class path: add that dependency"
                            + ", or on the module path the module too");
        }
    }

    boolean there(ClassLoader loader) {
        try {
            return Class.forName(proof, false, loader) != null;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
