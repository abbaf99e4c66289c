package dk.sagsflow.examples.sagsflow.log.file;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Standard output without the control characters of what people wrote, which could do something to a terminal, or turn its order round.
 * Thread-safe.
 */
public final class Terminal extends PrintStream {
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}&&[^\\t\\n]]");

    /** Prints to what standard output is now. */
    public Terminal() {
        super(System.out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(CONTROLS.matcher(String.valueOf(text)).replaceAll(" "));
    }

    @Override
    public void print(Object value) {
        print(String.valueOf(value));
    }
}
