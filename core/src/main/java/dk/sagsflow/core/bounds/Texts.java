package dk.sagsflow.core.bounds;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks of the texts that name things, and of addresses. */
public final class Texts {
    private Texts() {}

    /** Refuses an id that is blank, has space around it, or lies outside the {@linkplain Bounds#name bounds} of names. */
    public static void requireIdentifier(String what, String value) {
        Bounds.name(what, value);
        checkArgument(
                !value.isBlank() && value.equals(value.strip()),
                "%s is \"%s\", which is blank or has space around it",
                what,
                value);
    }

    /** Refuses a text that is blank, or lies outside the {@linkplain Bounds#text bounds} of texts. */
    public static void requireText(String what, String value) {
        Bounds.text(what, value);
        checkArgument(!value.isBlank(), "%s is blank; some text is required", what);
    }

    /** A mail address goes into the header of a mail as it is, so nothing in it may begin another line. */
    public static void requireAddress(String address) {
        Bounds.name("mail address", address);
        checkArgument(
                !address.isBlank() && address.equals(address.strip()), "mail address is blank or has space around it");
    }
}
