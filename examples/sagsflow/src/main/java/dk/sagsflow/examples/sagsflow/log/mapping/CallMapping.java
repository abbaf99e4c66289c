package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.examples.sagsflow.log.file.LogFormat;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.time.LogTime;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how to read the calls of one telephone system, as {@link LogMapping} says it of cases. Immutable.
 *
 * @param name the calls, in words
 * @param format the form of the file
 * @param columns the names of the columns, by what they are about
 * @param time how times are written
 * @param outcomes whether a call was answered, by the value of its outcome; empty if a call without talk was not
 * @param queues the queues that are known; none if all are
 */
public record CallMapping(
        String name,
        LogFormat format,
        ImmutableMap<Part, String> columns,
        LogTime time,
        ImmutableMap<String, Boolean> outcomes,
        ImmutableSet<String> queues) {
    private static final ImmutableMap<String, Boolean> MEANINGS =
            ImmutableMap.of("answered", Boolean.TRUE, "abandoned", Boolean.FALSE);

    /** What a column of a call is about. */
    public enum Part {
        ID(true),
        ARRIVED(true),
        QUEUE(true),
        OUTCOME(false),
        WAITED(true),
        TALKED(true),
        ORIGIN(false),
        SYSTEM(false),
        CASE(false);

        private final boolean needed;

        Part(boolean needed) {
            this.needed = needed;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a mapping from a JSON file.
     *
     * @throws UnusableInputException with every problem found, one line each
     */
    public static CallMapping read(Path file) {
        Problems problems = new Problems();
        Optional<CallMapping> mapping = JsonDocument.read(file.toString(), MappingReader.content(file), problems)
                .flatMap(CallMapping::of);
        if (!problems.list().isEmpty()) {
            throw new UnusableInputException(
                    problems.list().stream().map(Problem::describe).toList());
        }
        return mapping.orElseThrow();
    }

    private static Optional<CallMapping> of(JsonPlace root) {
        root.allowOnly("name", "delimiter", "encoding", "root", "records", "columns", "time", "outcomes", "queues");
        Optional<String> name = root.at("name").text("a name");
        LogFormat format = MappingReader.format(root);
        ImmutableMap<Part, String> columns = columns(root.at("columns"));
        Optional<LogTime> time = MappingReader.time(root.at("time"));
        ImmutableMap<String, Boolean> outcomes = outcomes(root);
        ImmutableSet<String> queues = root.at("queues").present()
                ? ImmutableSet.copyOf(root.at("queues").all("an array of queues", queue -> queue.text("a queue")))
                : ImmutableSet.of();
        return root.made(
                () -> new CallMapping(name.orElseThrow(), format, columns, time.orElseThrow(), outcomes, queues));
    }

    private static ImmutableMap<String, Boolean> outcomes(JsonPlace root) {
        ImmutableMap.Builder<String, Boolean> outcomes = ImmutableMap.builder();
        if (root.at("columns").at("outcome").present()) {
            for (String value : root.at("outcomes").keys()) {
                root.at("outcomes").at(value).oneOf("outcomes", MEANINGS).ifPresent(is -> outcomes.put(value, is));
            }
        }
        return outcomes.buildOrThrow();
    }

    private static ImmutableMap<Part, String> columns(JsonPlace place) {
        place.allowOnly(Arrays.stream(Part.values()).map(Part::word).toArray(String[]::new));
        ImmutableMap.Builder<Part, String> columns = ImmutableMap.builder();
        for (Part part : Part.values()) {
            JsonPlace name = place.at(part.word());
            if (part.needed || name.present()) {
                name.text("a column name").ifPresent(column -> columns.put(part, column));
            }
        }
        return columns.buildOrThrow();
    }
}
