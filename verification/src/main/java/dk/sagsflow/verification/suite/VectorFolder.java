package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/** A folder of conformance vectors: of calendars, and of the clocks of cases, which are played at a desk as scenarios are. */
final class VectorFolder {
    private static final String CALENDARS = "calendars.json";
    private static final String CLOCKS = "clocks.json";

    private VectorFolder() {}

    /** The vectors in a folder; empty if it holds a model or nothing. */
    static Optional<PolicySuite> in(Path folder) {
        if (Files.exists(folder.resolve("organisation.json")) || !Files.exists(folder.resolve(CLOCKS))) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        ImmutableList.Builder<String> leftOut = ImmutableList.builder();
        ImmutableList.Builder<Check> checks = ImmutableList.builder();
        read(folder.resolve(CALENDARS), problems, CalendarVectors::new)
                .ifPresent(vectors -> checks.addAll(vectors.checks()));
        read(folder.resolve(CLOCKS), problems, ClockVectors::new).ifPresent(vectors -> {
            checks.addAll(vectors.checks());
            vectors.leftOut().forEach(one -> leftOut.add("not played: " + one));
        });
        problems.throwIfAny();
        return Optional.of(new PolicySuite(checks.build(), Optional.empty(), leftOut.build(), ImmutableMap.of()));
    }

    private static <T> Optional<T> read(Path file, Problems problems, BiFunction<VectorFile, JsonPlace, T> vectors) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            return JsonDocument.read(file.toString(), text, problems)
                    .map(root -> vectors.apply(new VectorFile(file, text), root));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
