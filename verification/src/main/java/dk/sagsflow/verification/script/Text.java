package dk.sagsflow.verification.script;

import com.google.common.collect.ImmutableList;

/** The text of a file, character by character. */
final class Text {
    private Text() {}

    /** The index at which each line begins. */
    static ImmutableList<Integer> lineStarts(String text) {
        ImmutableList.Builder<Integer> starts = ImmutableList.builder();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        return starts.build();
    }

    /** The index after the JSON value that begins at an index. */
    static int endOfJson(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
                continue;
            }
            quoted = (c == '"') != quoted;
            depth += quoted ? 0 : step(c);
            if (depth == 0 && !quoted && (c == '"' || c == ']' || c == '}')) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int step(char c) {
        return c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    }
}
