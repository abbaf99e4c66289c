package dk.sagsflow.examples.sagsflow.log.file;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Finds out what stands between two values of a row: what its first line says, or what there is most of in the header. */
final class Delimiters {
    private static final int LOOKED_AT = 1 << 16;
    private static final String SAYS = "sep=";
    private static final ImmutableList<Character> KNOWN = ImmutableList.of(',', ';', '\t', '|');

    private Delimiters() {}

    /**
     * Where the rows of a text begin, and what is between their values.
     *
     * @param delimiter between the values
     * @param skipped how many lines before the header were read over
     */
    record Found(char delimiter, int skipped) {}

    /** Reads over a line that says the delimiter, and leaves all else unread. */
    static Found of(BufferedReader text, Optional<Character> said) throws IOException {
        String first = firstLine(text);
        if (first.length() == SAYS.length() + 1
                && first.toLowerCase(Locale.ROOT).startsWith(SAYS)) {
            String unused = text.readLine();
            return new Found(said.orElse(first.charAt(SAYS.length())), 1);
        }
        return new Found(said.orElseGet(() -> mostOf(first)), 0);
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LOOKED_AT);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        int c = text.read();
        while (c >= 0 && line.length() < LOOKED_AT - 1 && (quoted || (c != '\n' && c != '\r'))) {
            quoted ^= c == '"';
            line.append((char) c);
            c = text.read();
        }
        text.reset();
        return line.toString();
    }

    private static char mostOf(String header) {
        char most = ',';
        long count = 0;
        for (char candidate : KNOWN) {
            long found = outsideQuotes(header, candidate);
            if (found > count) {
                most = candidate;
                count = found;
            }
        }
        return most;
    }

    private static long outsideQuotes(String header, char wanted) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            count += !quoted && header.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }
}
