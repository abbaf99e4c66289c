package dk.sagsflow.examples.sagsflow.knowledge;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dk.sagsflow.core.competence.HeldCompetence;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.examples.sagsflow.log.file.Terminal;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.knowledge.SupportPeople;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.Unit;
import dk.sagsflow.knowledge.training.Course;
import dk.sagsflow.knowledge.training.CourseDate;
import dk.sagsflow.knowledge.training.CourseId;
import dk.sagsflow.knowledge.training.RegisterLine;
import dk.sagsflow.knowledge.training.TrainingPlan;
import dk.sagsflow.knowledge.training.TrainingPlanJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who is certified in what on a day. Not thread-safe. */
@Command(
        name = "certified",
        mixinStandardHelpOptions = true,
        description = {
            "Shows which superusers are certified in what on a day, under way, or due, and what somebody should see"
                    + " to.",
            "For example: knowledge certified examples/models/ams --on 2007-09-03"
        })
final class CertifiedPeople implements Runnable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final String UNIT = "unit";
    private static final int PARTS = 3;

    @Mixin
    private KnownOrganisation known = new KnownOrganisation();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Courses, in JSON. Default: those of the reference organisation.")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--records",
            paramLabel = "FILE",
            description =
                    "Who took part, one in a line: person | course | day of the certificate, or - if it is still to"
                            + " come. Default: some that are invented.")
    private Optional<Path> records = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            defaultValue = "2007-09-03",
            description = "The day. Default: ${DEFAULT-VALUE}.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "The language of what is to be seen to, da or en. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    private final PrintStream out = new Terminal();

    /** Called by picocli. */
    CertifiedPeople() {}

    @Override
    public void run() {
        SupportOrganisation organisation = known.model().organisation();
        Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
        SupportPeople people = SupportPeople.builder(organisation, ZONE, InstantSource.fixed(noon))
                .withKeeper(RightHolder.person(KnownOrganisation.EDITOR.value()))
                .withOthers(KnownOrganisation.people(organisation))
                .build();
        people.book().open(KnownOrganisation.EDITOR, Unit.jobCentre(UNIT, UNIT)).orElseThrow();
        adopt(people);
        List<String> lines = lines(records, "certificates.txt");
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank() && !lines.get(number).startsWith("#")) {
                enter(people, organisation, lines.get(number), number + 1);
            }
        }
        print(people);
    }

    private void adopt(SupportPeople people) {
        try {
            people.training()
                    .adopt(KnownOrganisation.EDITOR, new TrainingPlan(read().courses(), ImmutableList.of()))
                    .orElseThrow();
        } catch (IllegalStateException unfit) {
            throw new UnusableInputException(plan.orElse(Path.of("training.json")), String.valueOf(unfit.getMessage()));
        }
    }

    private TrainingPlan read() {
        try {
            return TrainingPlanJson.read(
                    plan.orElse(Path.of("training.json")).toString(), String.join("\n", lines(plan, "training.json")));
        } catch (InvalidDocumentException wrong) {
            throw new UnusableInputException(wrong.lines());
        }
    }

    private static List<String> lines(Optional<Path> file, String ofReference) {
        try {
            return file.isPresent()
                    ? Files.readAllLines(file.get())
                    : Resources.readLines(
                            Resources.getResource("knowledge/ams/" + ofReference), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void enter(SupportPeople people, SupportOrganisation organisation, String line, int number) {
        Path file = records.orElse(Path.of("certificates.txt"));
        List<String> parts = Splitter.on('|').trimResults().splitToList(line);
        if (parts.size() != PARTS) {
            throw new UnusableInputException(
                    file, "line " + number + " has " + parts.size() + " parts between |, not " + PARTS);
        }
        try {
            ListedPerson person = ListedPerson.superuser(parts.get(0), parts.get(0), UNIT, groups(organisation));
            people.book().enter(KnownOrganisation.EDITOR, person).orElseThrow();
            takePart(people, person.id(), parts, number);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException unfit) {
            throw new UnusableInputException(file, "line " + number + ": " + unfit.getMessage());
        }
    }

    private static String[] groups(SupportOrganisation organisation) {
        return organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) < organisation.rank(organisation.contactTier()))
                .map(SupportGroup::id)
                .map(Object::toString)
                .limit(1)
                .toArray(String[]::new);
    }

    private void takePart(SupportPeople people, ActorId person, List<String> parts, int number) {
        CourseId id = CourseId.of(parts.get(1));
        Course course = people.training()
                .now()
                .course(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no course " + id));
        if (parts.get(2).equals("-")) {
            enrol(people, person, id, number);
        } else {
            recognise(people, person, course, LocalDate.parse(parts.get(2)));
        }
    }

    private void enrol(SupportPeople people, ActorId person, CourseId course, int number) {
        Instant begins = day.plusWeeks(1).atTime(9, 0).atZone(ZONE).toInstant();
        CourseDate date = CourseDate.of(
                course + "-" + number, course.value(), begins, begins.plus(Duration.ofHours(6)), "to be announced");
        people.training().hold(KnownOrganisation.EDITOR, date).orElseThrow();
        people.training().enrol(KnownOrganisation.EDITOR, date.id(), person).orElseThrow();
    }

    private static void recognise(SupportPeople people, ActorId person, Course course, LocalDate from) {
        HeldCompetence held = new HeldCompetence(
                course.competence(), Optional.of(from), course.validFor().map(from::plus));
        people.training()
                .recognise(KnownOrganisation.EDITOR, person, held, course.id().value())
                .orElseThrow();
    }

    private void print(SupportPeople people) {
        ImmutableList<RegisterLine> register =
                people.training().now().register(people.book().now().people(), day);
        for (RegisterLine line : register) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-12s %-20s %s%s",
                    line.person(),
                    line.competence(),
                    line.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    line.due().map(due -> ", due on " + due).orElse("")));
        }
        Locale spoken = Locale.forLanguageTag(language);
        for (PeopleFinding finding : people.training().findings(people.book().now(), Period.ofMonths(3))) {
            out.println(finding.describe(spoken) + ". " + finding.code().advice(spoken));
        }
    }
}
