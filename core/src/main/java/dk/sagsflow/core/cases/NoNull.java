package dk.sagsflow.core.cases;

/**
 * Keeps null out of commands and events: one that got into a history could not be read back. What is made for every event has
 * few components, and costs no array.
 */
final class NoNull {
    private NoNull() {}

    static void among(Object first) {
        refuseNull(1, first);
    }

    static void among(Object first, Object second) {
        refuseNull(1, first);
        refuseNull(2, second);
    }

    static void among(Object first, Object second, Object third) {
        among(first, second);
        refuseNull(3, third);
    }

    static void among(Object first, Object second, Object third, Object fourth) {
        among(first, second, third);
        refuseNull(4, fourth);
    }

    static void among(Object first, Object second, Object third, Object fourth, Object fifth) {
        among(first, second, third, fourth);
        refuseNull(5, fifth);
    }

    static void among(Object... components) {
        for (int index = 0; index < components.length; index++) {
            refuseNull(index + 1, components[index]);
        }
    }

    private static void refuseNull(int place, Object component) {
        if (component == null) {
            throw new NullPointerException("component " + place + " is null");
        }
    }
}
