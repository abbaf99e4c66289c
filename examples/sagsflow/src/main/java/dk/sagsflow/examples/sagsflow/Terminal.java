package dk.sagsflow.examples.sagsflow;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Standard output without the control characters of what people wrote, which could do something to a terminal. Thread-safe. */
final class Terminal extends PrintStream {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    Terminal() {
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
