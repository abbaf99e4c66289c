package dk.sagsflow.imports.draft;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and ids as models take them: on one line, not endless, ids once. Not thread-safe. */
public final class PlainNames {
    private static final int LONGEST = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Z}]+");
    private static final Pattern NO_PART_OF_AN_ID = Pattern.compile("[^a-z0-9æøå]+");

    private final Set<String> ids = new LinkedHashSet<>();

    PlainNames() {}

    /** The text on one line, cut to 200 characters; the other one if nothing is left. */
    public static String name(String text, String otherwise) {
        String line = UNSEEN.matcher(text).replaceAll(" ").strip();
        String cut = line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip();
        return cut.isEmpty() ? otherwise : cut;
    }

    /** An id in small letters, digits and hyphens made of a text. */
    public static String id(String text, String otherwise) {
        String id = NO_PART_OF_AN_ID
                .matcher(name(text, otherwise).toLowerCase(Locale.ROOT))
                .replaceAll("-");
        String bare = id.replaceAll("^-+|-+$", "");
        return bare.isEmpty() ? otherwise : bare;
    }

    /** The same, and no other id that was given here. */
    public String fresh(String text, String otherwise) {
        String id = id(text, otherwise);
        String fresh = id;
        for (int number = 2; !ids.add(fresh); number++) {
            fresh = id + "-" + number;
        }
        return fresh;
    }
}
