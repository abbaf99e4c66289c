package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks of the texts that name things. */
final class Texts {
    private Texts() {}

    static void requireIdentifier(String what, String value) {
        checkArgument(
                !value.isBlank() && value.equals(value.strip()),
                "%s is \"%s\", which is blank or has space around it",
                what,
                value);
    }

    static void requireText(String what, String value) {
        checkArgument(!value.isBlank(), "%s is blank; some text is required", what);
    }
}
