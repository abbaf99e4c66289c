package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

import dk.sagsflow.core.bounds.Bounds;

/** Checks of the texts that name things. */
final class Texts {
    private Texts() {}

    static void requireIdentifier(String what, String value) {
        Bounds.name(what, value);
        checkArgument(
                !value.isBlank() && value.equals(value.strip()),
                "%s is \"%s\", which is blank or has space around it",
                what,
                value);
    }

    static void requireText(String what, String value) {
        Bounds.text(what, value);
        checkArgument(!value.isBlank(), "%s is blank; some text is required", what);
    }

    /** A mail address goes into the header of a mail as it is, so nothing in it may begin another line. */
    static void requireAddress(String address) {
        Bounds.name("mail address", address);
        checkArgument(
                !address.isBlank() && address.equals(address.strip()), "mail address is blank or has space around it");
    }
}
