package dk.sagsflow.examples.sagsflow.explanation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.script.CaseScript;
import dk.sagsflow.verification.script.SubjectModel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a case goes where it goes and why it is due when it is. Not thread-safe. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says of one case which rule of triage sends it where and why the rules before do not, who answers whom,"
                    + " and for every clock when it is due and why then.",
            "The case is described by options, or read from a file of its events.",
            "For example: explain examples/models/ams --cause SYSTEM --system amanda --registered 2007-09-03T08:10"
        })
public final class Explain implements Callable<Integer> {
    private static final ImmutableList<String> LANGUAGES = ImmutableList.of("en", "da");
    private static final ImmutableSet<String> OF_CLOCKS = ImmutableSet.of("--as-of", "--language");

    @Parameters(paramLabel = "DIR", description = "The folder of the model.")
    private Path folder = Path.of("");

    @Option(
            names = "--case",
            paramLabel = "FILE",
            description = "The events of a real case, one line of JSON each, instead of a description.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private DescribedCase described = new DescribedCase();

    @Option(
            names = "--registered",
            paramLabel = "TIME",
            description =
                    "When the described case came in and went so far, as 2007-09-03T08:10 in the zone of the model's"
                            + " first calendar, or with an offset. Default: now.")
    private Optional<String> registered = Optional.empty();

    @Option(names = "--as-of", paramLabel = "TIME", description = "When clocks are read. Default: at the latest event.")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or da, for why rules match and clocks are due. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(
            names = "--scenario",
            description =
                    "Write the case as a scenario for the command test instead: what people did, and what holds at the"
                            + " end.")
    private boolean scenario;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    public Explain() {}

    @Override
    public Integer call() throws IOException {
        if (!LANGUAGES.contains(language)) {
            throw new UnusableInputException(
                    ImmutableList.of("--language " + OneLine.quoted(language) + " is not one of en, da"));
        }
        checkOptions();
        ModelFolder read = GivenModel.folderIn(folder);
        SupportModel model = read.model();
        ImmutableList<CaseEvent> events =
                file.isPresent() ? read(file.get()) : described.events(model.organisation(), start(model));
        SupportCase current = folded(events);
        if (scenario) {
            out.print(CaseScript.json(subject(read), events));
            return 0;
        }
        Instant at = asOf.isPresent() ? time("--as-of", asOf.get(), zone(model)) : current.changedAt();
        new CaseExplanation(model, zone(model), Locale.forLanguageTag(language)).print(events, at, out);
        return 0;
    }

    /** A real case is not described, and a scenario reads no clocks. */
    private void checkOptions() {
        ImmutableList.Builder<String> wrong = ImmutableList.builder();
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptionsSet()) {
            String name = given.longestName();
            if (file.isPresent() && (given.userObject() instanceof Field field) && describes(field)) {
                wrong.add("--case and " + name + " exclude each other: a real case is as its events say");
            }
            if (scenario && OF_CLOCKS.contains(name)) {
                wrong.add("--scenario and " + name + " exclude each other: a scenario is what people did");
            }
        }
        if (!wrong.build().isEmpty()) {
            throw new UnusableInputException(wrong.build());
        }
    }

    private static boolean describes(Field option) {
        return option.getDeclaringClass() == DescribedCase.class
                || option.getName().equals("registered");
    }

    private SubjectModel subject(ModelFolder read) {
        try {
            return SubjectModel.of(
                    folder, read, PeopleFile.beside(folder, read.model().organisation()));
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        }
    }

    private Instant start(SupportModel model) {
        return registered
                .map(text -> time("--registered", text, zone(model)))
                .orElseGet(() -> Instant.now(Clock.systemUTC()));
    }

    private static ZoneId zone(SupportModel model) {
        return model.agreements().all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .map(target -> target.calendar().zone())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static Instant time(String option, String text, ZoneId zone) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException unfit) {
            throw new UnusableInputException(ImmutableList.of(option + " " + OneLine.quoted(text)
                    + " is not a time as 2007-09-03T08:10 or 2007-09-03T08:10+02:00"));
        }
    }

    private static ImmutableList<CaseEvent> read(Path file) throws IOException {
        CaseEventJson json = new CaseEventJson();
        List<CaseEvent> events = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    events.add(json.read(lines.get(i)));
                } catch (UnreadableEventException unreadable) {
                    throw new UnusableInputException(ImmutableList.of(
                            file + ":" + (i + 1) + ": " + OneLine.of(String.valueOf(unreadable.getMessage()))));
                }
            }
        }
        return ImmutableList.copyOf(events);
    }

    private SupportCase folded(ImmutableList<CaseEvent> events) {
        try {
            return SupportCase.of(events);
        } catch (IllegalArgumentException unfit) {
            throw new UnusableInputException(file.orElse(folder), OneLine.of(String.valueOf(unfit.getMessage())));
        }
    }
}
