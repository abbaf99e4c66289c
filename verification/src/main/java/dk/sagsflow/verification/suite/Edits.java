package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.script.ScriptReader;
import dk.sagsflow.verification.script.Values;
import java.util.Comparator;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was found where it is expected otherwise, and leaves every other letter of the file as it is. */
final class Edits {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Edits() {}

    static String applied(String text, ImmutableList<Mismatch> mismatches) {
        StringBuilder edited = new StringBuilder(text);
        mismatches.stream()
                .filter(Mismatch::change)
                .sorted(Comparator.<Mismatch>comparingInt(
                                mismatch -> mismatch.spot().from())
                        .reversed())
                .forEach(mismatch ->
                        edited.replace(mismatch.spot().from(), mismatch.spot().to(), written(mismatch)));
        return edited.toString();
    }

    private static String written(Mismatch mismatch) {
        if (mismatch.spot().file().endsWith(ScriptReader.MARKDOWN)) {
            return mismatch.found().isEmpty()
                    ? Values.NONE
                    : mismatch.found().stream()
                            .map(words -> cell(words, mismatch.several()))
                            .collect(Collectors.joining("; "));
        }
        return mismatch.several()
                ? list(mismatch.found())
                : quoted(mismatch.found().get(0));
    }

    /** A bar parts cells, and a semicolon the words of a list. */
    private static String cell(String words, boolean several) {
        String within = words.replace("|", "\\|");
        return several ? within.replace(";", "\\;") : within;
    }

    private static String list(ImmutableList<String> texts) {
        return texts.stream().map(Edits::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
