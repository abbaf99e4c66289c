package dk.sagsflow.core.cases;

import static java.util.Objects.requireNonNull;

/** Keeps null out of commands and events: one that got into a history could not be read back. */
final class NoNull {
    private NoNull() {}

    static void among(Object... components) {
        for (int index = 0; index < components.length; index++) {
            int place = index + 1;
            var unused = requireNonNull(components[index], () -> "component " + place + " is null");
        }
    }
}
