package dk.sagsflow.core.cases;

/** Keeps null out of commands and events: one that got into a history could not be read back. */
final class NoNull {
    private NoNull() {}

    static void among(Object... components) {
        for (int index = 0; index < components.length; index++) {
            if (components[index] == null) {
                throw new NullPointerException("component " + (index + 1) + " is null");
            }
        }
    }
}
