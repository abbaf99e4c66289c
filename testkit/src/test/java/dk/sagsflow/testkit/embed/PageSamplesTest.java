package dk.sagsflow.testkit.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseDescription.Holder;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.log.LoggedStep;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.statistics.StatisticsFollower;
import dk.sagsflow.core.statistics.StatisticsJson;
import dk.sagsflow.core.telephone.CallCell;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.CallSource;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.core.telephone.ErlangC;
import dk.sagsflow.imports.PolicyImport;
import dk.sagsflow.imports.PolicySource;
import dk.sagsflow.imports.note.ImportNote;
import dk.sagsflow.imports.note.NoteWords;
import dk.sagsflow.imports.setting.ImportSettings;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.ReportPlan;
import dk.sagsflow.report.ReportTally;
import dk.sagsflow.report.page.ReportCsv;
import dk.sagsflow.report.page.ReportJson;
import dk.sagsflow.report.page.ReportPage;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.template.NotificationTemplates;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calibration.Calibration;
import dk.sagsflow.sla.calibration.ClockFamily;
import dk.sagsflow.sla.calibration.Contradiction;
import dk.sagsflow.sla.calibration.FittedClock;
import dk.sagsflow.sla.calibration.FittedLimit;
import dk.sagsflow.sla.calibration.JudgedCase;
import dk.sagsflow.sla.calibration.Verdict;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.simulation.Simulation;
import dk.sagsflow.verification.simulation.SimulationReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of their own show, run at a desk of the reference organisation. */
class PageSamplesTest {
    private static final Path FOLDER = Path.of("../examples/models/ams");
    private static final ActorId KAREN = ReferenceOrganisation.KAREN;

    private final SupportModel model = ModelFolder.read(FOLDER).model();
    private final SupportOrganisation organisation = model.organisation();
    private final Directory people = ReferenceOrganisation.people();
    private final SettableClock clock = SettableClock.at("2007-08-15T08:00:00Z");
    private final CaseRepository store = CaseRepository.inMemory();

    @TempDir
    Path files;

    private SupportDesk desk() {
        return SupportDesk.builder(model, people, clock).withRepository(store).build();
    }

    private CaseNumber answered(SupportDesk desk) {
        CaseNumber number = desk.register(KAREN, Registration.of("citizen", "I cannot log in"))
                .orElseThrow()
                .number();
        desk.submit(
                        KAREN,
                        number,
                        new CaseCommand.Classify(
                                CaseKind.INCIDENT, Optional.empty(), Optional.empty(), Cause.USER_ERROR))
                .orElseThrow();
        clock.advance(Duration.ofHours(1));
        desk.submit(KAREN, number, new CaseCommand.Answer("Please try again")).orElseThrow();
        return number;
    }

    @Test
    void calibration() {
        SupportDesk desk = desk();
        CaseHistory history = CaseHistory.of(store.history(answered(desk)));
        List<JudgedCase> judgedCases = List.of(JudgedCase.of(history, Verdict.MET));
        // sample
        ClockFamily family = ClockFamily.usual(ZoneId.of("Europe/Copenhagen"));
        Calibration calibration = Calibration.of(family, judgedCases); // JudgedCase.of(history, Verdict.MET)
        FittedClock best = calibration.best();
        double explained = best.accuracy(); // the share of verdicts
        List<FittedLimit> limits = best.limits(); // for each priority: the suggested one, and all that are as good
        List<Contradiction> unexplained = best.contradictions(); // with the time that those cases used
        Agreement agreement = best.toAgreement("found", "Found", new Party.OfTier(TierId.of("1st")));
        // end
        assertThat(explained).isEqualTo(1);
        assertThat(limits).hasSameSizeAs(agreement.targets());
        assertThat(unexplained).isEmpty();
    }

    @Test
    void simulation() {
        // sample
        SimulationReport report = Simulation.builder(model)
                .withLoad(SimulatedLoad.standard(model).withCasesPerWeek(385))
                .build()
                .run(LocalDate.of(2007, 9, 3), 1, 2007);
        report.tiers(model.organisation())
                .forEach((tier, work) ->
                        System.out.println(tier + " is busy " + work.busyShare().orElse(0.0)));
        // end
        assertThat(report.registered()).isBetween(300L, 480L);
    }

    @Test
    void attachments() throws IOException {
        SupportDesk without = desk();
        CaseNumber number = answered(without);
        ActorId karen = KAREN;
        InputStream stream = new ByteArrayInputStream("png".getBytes(StandardCharsets.US_ASCII));
        Path folder = files;
        // sample
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withRepository(store)
                .withAttachments(AttachmentStore.inFolder(folder, 25_000_000, clock))
                .build();

        AttachmentId id = AttachmentId.of(UUID.randomUUID().toString());
        Attachment kept = desk.keep(karen, new Upload(id, "screenshot.png", "image/png", stream))
                .orElseThrow();

        CaseCommand note = new CaseCommand.AddNote(Visibility.CUSTOMER, "It looks like this.", List.of(kept));
        desk.submit(karen, number, note).orElseThrow();

        try (InputStream content =
                desk.attachment(karen, number, id).orElseThrow().content()) {
            System.out.println(content.readAllBytes().length + " bytes of " + kept.name());
        }
        // end
        assertThat(kept.size()).isEqualTo(3);
    }

    @Test
    void importing() {
        SupportDesk desk = desk();
        // sample
        Instant monday = Instant.parse("2007-08-06T07:10:00Z");
        CaseDescription described = CaseDescription.builder()
                .number(CaseNumber.of("CER-4711"))
                .addReference(Reference.of("cerberus", "4711"))
                .customer(CustomerId.of("citizen"))
                .subject("Cannot log in")
                .system(SystemId.of("amanda"))
                .registeredAt(monday)
                .addHolder(Holder.of(GroupId.of("support-centre"), monday)
                        .takenBy(ActorId.of("karen"), monday.plusSeconds(600)))
                .addHolder(Holder.of(GroupId.of("bit"), monday.plusSeconds(7200)))
                .build();
        Outcome<SupportCase> brought = desk.operations().importCase(new CaseImport("Cerberus", described));
        // end
        assertThat(brought.orElseThrow().working().orElseThrow().group()).isEqualTo(GroupId.of("bit"));
    }

    @Test
    void notifications() {
        Mailbox mailbox = new Mailbox();
        // sample
        NotificationTemplates templates = NotificationTemplates.builder()
                .template(
                        Notification.Kind.REGISTERED,
                        Locale.ENGLISH,
                        "{number} came",
                        "Dear {customer}[, on {system}] ...")
                .build();
        SupportDesk desk = SupportDesk.builder(model, people, clock)
                .withNotifier(mailbox)
                .withTemplates(templates)
                .build();
        // end
        answered(desk);
        desk.operations().deliver(10);
        assertThat(mailbox.received()).isNotEmpty();
    }

    @Test
    void statistics() {
        answered(desk());
        // sample
        Breakdown byMonthAndGroup =
                Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.GROUP, Dimension.STATUS);
        StatisticsFollower follower =
                new StatisticsFollower(CaseStatistics.none(byMonthAndGroup), number -> store.history(number));
        for (LoggedStep step : store.log().after(store.log().beginning(), 1_000)) {
            follower.follow(step);
        }
        CaseStatistics figures = follower.statistics();
        Amount answered = figures.in(LocalDate.of(2007, 8, 1), Figure.ANSWERED);
        System.out.println(answered.count() + " answers");
        if (answered.lengths().count() > 0) {
            System.out.println("half of them within " + answered.lengths().quantile(0.5));
        }
        System.out.println(figures.standingAtEndOf(LocalDate.of(2007, 8, 1)));
        String json = StatisticsJson.write(figures);
        CaseStatistics again = StatisticsJson.read("figures.json", json);
        // end
        assertThat(answered.count()).isEqualTo(1);
        assertThat(again).isEqualTo(figures);
    }

    @Test
    void telephone() {
        ZoneId zone = ZoneId.of("Europe/Copenhagen");
        ImmutableSet<String> queues = ImmutableSet.of("support");
        Set<CaseNumber> cases = Set.of();
        Map<CaseNumber, Instant> firstAnswers = Map.of();
        Instant from = Instant.parse("2007-08-13T06:00:00Z");
        Instant to = from.plus(Duration.ofDays(1));
        CallSource source = (begin, end, taker) -> taker.accept(new CallRecord(
                "1",
                begin,
                "support",
                true,
                Duration.ofSeconds(10),
                Duration.ofMinutes(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        // sample
        CallTally tally = new CallTally(
                PeriodLength.MONTH,
                zone,
                queues,
                cases::contains,
                number -> Optional.ofNullable(firstAnswers.get(number)));
        source.calls(from, to, tally::add);
        CallStatistics calls = tally.statistics();
        OptionalDouble within20Seconds = calls.total().serviceLevel(Duration.ofSeconds(20)); // a share
        calls.by(CallCell::hour) // of the day; by weekday, origin, system likewise
                .forEach((hour, amount) -> System.out.println(hour + " h: " + amount.calls()));
        int needed = ErlangC.of(200, Duration.ofMinutes(3)).people(0.8, Duration.ofSeconds(20)); // 14
        // end
        assertThat(within20Seconds).hasValue(1);
        assertThat(needed).isEqualTo(14);
    }

    @Test
    void report() throws IOException {
        ServiceCalendar office = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();
        Agreements agreements = model.agreements();
        List<CaseHistory> histories = List.of(CaseHistory.of(store.history(answered(desk()))));
        Path folder = files;
        // sample
        ReportPlan plan = ReportPlan.of(organisation, office, clock.instant()).withAgreements(agreements);
        ReportTally tally = new ReportTally(plan);
        histories.forEach(tally::add);
        Report report = tally.report(Omissions.none());
        String page = ReportPage.of(report, Locale.forLanguageTag("da")).html();
        String json = ReportJson.write(report);
        for (Map.Entry<String, String> csv :
                ReportCsv.of(report, Locale.ENGLISH).files().entrySet()) {
            Files.writeString(folder.resolve(csv.getKey()), csv.getValue());
        }
        // end
        assertThat(page).contains(organisation.name());
        assertThat(json).contains("\"cases\"");
    }

    @Test
    void verification() {
        Path folder = Path.of("../examples/policy-suite/src/test/second");
        // sample
        ModelVerification verification = ModelVerification.of(ModelFolder.read(folder), LocalDate.of(2007, 9, 1));
        for (Finding finding : verification.findings()) {
            System.out.println(finding.severity() + " " + finding.describe());
        }
        // end
        assertThat(verification.findings()).isNotEmpty();
    }

    @Test
    void policy_imports() throws IOException {
        Path folder = files.resolve("harbour");
        List<Path> exported = new ArrayList<>();
        try (Stream<Path> export = Files.list(Path.of("../examples/imports/zendesk/export"))) {
            export.forEach(exported::add);
        }
        // sample
        PolicyImport imported = PolicyImport.read(PolicySource.ZENDESK, exported, ImportSettings.standard());
        NoteWords words = NoteWords.in(Locale.ENGLISH);
        for (ImportNote guessed : imported.notes(ImportNote.Guessed.class)) {
            System.out.println(words.of(guessed));
        }
        imported.write(folder);
        // end
        assertThat(ModelFolder.read(folder).model().organisation().groups()).hasSize(2);
    }
}
