package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogReading;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.file.LogFile;
import dk.sagsflow.examples.sagsflow.log.file.LogSample;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.MappingGuess;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a log and writes a mapping for it, to be corrected. Not thread-safe. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description = "Looks at a log, guesses what its columns mean, shows ten rows and writes a mapping to correct.")
final class MakeMapping implements Callable<Integer> {
    /** The systems whose exports are described. */
    static final ImmutableSet<String> PRESETS = ImmutableSet.of(
            "servicenow-incident",
            "servicenow-task-sla",
            "servicenow-audit",
            "jira-csv",
            "jira-changelog",
            "zendesk-events",
            "glpi",
            "otrs",
            "hp-service-manager");

    private static final int SHOWN = 10;

    @Parameters(paramLabel = "LOG", description = "The log.")
    private Path log = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the mapping here; it is not there yet.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "UTC", description = "Of times that say no offset.")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--preset",
            paramLabel = "SYSTEM",
            description = "Take the mapping of a known export: servicenow-incident, servicenow-task-sla, "
                    + "servicenow-audit, jira-csv, jira-changelog, zendesk-events, glpi, otrs, hp-service-manager.")
    private Optional<String> preset = Optional.empty();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    MakeMapping() {}

    @Override
    public Integer call() throws IOException {
        Optional<String> objection = objection();
        if (objection.isPresent()) {
            System.err.println(objection.get());
            return Replay.UNUSABLE;
        }
        try (LogFile looked = LogFile.of(log)) {
            String mapping = preset.isPresent() ? preset(preset.get()) : guessed(looked);
            out.print(mapping);
            if (file.isPresent()) {
                WholeFile.write(file.get(), mapping);
            }
            show(mapping, looked);
        }
        return 0;
    }

    private Optional<String> objection() {
        return preset.filter(name -> !PRESETS.contains(name))
                .map(unknown -> "--preset is one of " + String.join(", ", PRESETS))
                .or(() -> file.filter(Files::exists)
                        .map(there -> there + ": is there already; it may have been corrected, so it stays"));
    }

    static String preset(String name) throws IOException {
        try (InputStream in = MakeMapping.class.getResourceAsStream("presets/" + name + ".json")) {
            if (in == null) {
                throw new IOException("this build has no preset " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String guessed(LogFile looked) {
        LogSample sample = LogSample.of(looked);
        if (sample.rows().isEmpty()) {
            throw new UnusableInputException(log, "has no rows after its header");
        }
        MappingGuess guess = new MappingGuess(sample, zone);
        sample.rows().stream().limit(SHOWN).forEach(row -> out.println(OneLine.of(String.join(" | ", row))));
        out.println();
        guess.findings().forEach(out::println);
        out.println();
        return guess.json(String.valueOf(log.getFileName()));
    }

    /** How the log is read with it: the first cases, and what is left out. */
    private void show(String mapping, LogFile looked) throws IOException {
        Path written = Files.createTempFile("sagsflow-", ".json");
        try {
            Files.writeString(written, mapping);
            show(LogMapping.read(written), looked);
        } catch (UnusableInputException unfit) {
            out.println("It cannot be read so yet:");
            unfit.messages().forEach(message -> out.println("  " + message.replace(written.toString(), "mapping")));
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void show(LogMapping read, LogFile looked) {
        LeftOut leftOut = new LeftOut();
        try (LogReading reading = LogReading.of(read, looked)) {
            int[] shown = {0};
            out.println();
            reading.read(
                    logged -> {
                        if (shown[0]++ < SHOWN) {
                            out.println(line(logged));
                        }
                    },
                    leftOut::add);
            leftOut.lines(reading.survey().rows()).forEach(out::println);
            reading.survey().remarks().forEach(out::println);
        }
    }

    private static String line(LoggedCase logged) {
        return OneLine.of(logged.caseId() + ": "
                + logged.rows().stream()
                        .map(row -> row.at() + " " + row.group() + " "
                                + row.state().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                        .reduce((one, next) -> one + ", " + next)
                        .orElse(""));
    }
}
