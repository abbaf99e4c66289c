package suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.testkit.policy.SupportModelTest;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.suite.PolicySuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Whether the suite of the reference model would notice: forty changes of it, one at a time. Run by {@code mvn test -Dtest=MutationCheck}. */
class MutationCheck {
    private static final Path AMS = Path.of("../models/ams");
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final String AGREEMENTS = "agreements.json";
    private static final String ROUTING = "routing.json";
    private static final String CALENDARS = "calendars.json";

    private static final List<Change> CHANGES = List.of(
            new Change(AGREEMENTS, "'FIRST_RESPONSE', 'budget': 'PT4H'", "'FIRST_RESPONSE', 'budget': 'PT8H'"),
            new Change(
                    AGREEMENTS,
                    "'PT4H', 'calendar': 'office', 'thresholds': [{'at': '75%'",
                    "'PT4H', 'calendar': 'suppliers', 'thresholds': [{'at': '75%'"),
            new Change(
                    AGREEMENTS,
                    "{'at': '75%', 'actions': ['notify working group']}, {'at': '100%', 'actions': ['notify working"
                            + " group', 'escalate to lead']}",
                    "{'at': '100%', 'actions': ['notify working group', 'escalate to lead']}"),
            new Change(AGREEMENTS, "'RESOLUTION', 'budget': 'PT80H'", "'RESOLUTION', 'budget': 'PT160H'"),
            new Change(AGREEMENTS, "'pausedBy': ['CUSTOMER', 'CHANGE']", "'pausedBy': ['CHANGE']"),
            new Change(AGREEMENTS, "'at': '50%'", "'at': '60%'"),
            new Change(
                    AGREEMENTS,
                    "'P2']}, 'budget': 'PT16H', 'calendar': 'office'",
                    "'P2']}, 'budget': 'PT32H', 'calendar': 'office'"),
            new Change(
                    AGREEMENTS,
                    "['P1', 'P2']}, 'budget': 'PT16H', 'calendar': 'office'",
                    "['P1']}, 'budget': 'PT16H', 'calendar': 'office'"),
            new Change(AGREEMENTS, ", {'at': '+PT4H', 'actions': ['escalate to lead']}", ""),
            new Change(AGREEMENTS, "'UPDATE_INTERVAL', 'budget': 'PT24H'", "'UPDATE_INTERVAL', 'budget': 'PT48H'"),
            new Change(
                    AGREEMENTS,
                    "'RESIDENCE', 'budget': 'PT8H', 'calendar': 'superusers'",
                    "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'superusers'"),
            new Change(AGREEMENTS, "'ACCEPTANCE', 'budget': 'PT1H'", "'ACCEPTANCE', 'budget': 'PT2H'"),
            new Change(
                    AGREEMENTS,
                    "'RESIDENCE', 'budget': 'PT8H', 'calendar': 'office'",
                    "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'actions': ['escalate functionally']", "'actions': ['notify working group']"),
            new Change(AGREEMENTS, "'ANSWER', 'budget': 'PT80H'", "'ANSWER', 'budget': 'PT160H'"),
            new Change(AGREEMENTS, "'ACCEPTANCE', 'budget': 'PT4H'", "'ACCEPTANCE', 'budget': 'PT8H'"),
            new Change(
                    AGREEMENTS,
                    "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'office'",
                    "'RESIDENCE', 'budget': 'PT32H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'escalate functionally', {'notify': 'support-centre'}", "'escalate functionally'"),
            new Change(
                    AGREEMENTS,
                    "'CUMULATIVE_RESIDENCE', 'budget': 'PT24H'",
                    "'CUMULATIVE_RESIDENCE', 'budget': 'PT48H'"),
            new Change(AGREEMENTS, "'ANSWER', 'budget': 'PT64H'", "'ANSWER', 'budget': 'PT128H'"),
            new Change(AGREEMENTS, "'onChange': 'PRO_RATA'", "'onChange': 'RECOMPUTE'"),
            new Change(
                    AGREEMENTS,
                    "'RESIDENCE', 'budget': 'PT40H', 'calendar': 'office'",
                    "'RESIDENCE', 'budget': 'PT80H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'10 working days + PT2H'", "'20 working days'"),
            new Change(
                    AGREEMENTS,
                    "'RESIDENCE', 'budget': 'PT40H', 'calendar': 'suppliers'",
                    "'RESIDENCE', 'budget': 'PT80H', 'calendar': 'suppliers'"),
            new Change(
                    AGREEMENTS,
                    "'budget': 'PT8H', 'calendar': 'operations'",
                    "'budget': 'PT8H', 'calendar': 'suppliers'"),
            new Change(
                    AGREEMENTS,
                    "'budget': 'PT8H', 'calendar': 'operations'",
                    "'budget': 'PT16H', 'calendar': 'operations'"),
            new Change(
                    AGREEMENTS,
                    "'10 working days', 'calendar': 'suppliers'",
                    "'20 working days', 'calendar': 'suppliers'"),
            new Change(
                    AGREEMENTS,
                    "'budget': 'PT16H', 'calendar': 'suppliers'",
                    "'budget': 'PT32H', 'calendar': 'suppliers'"),
            new Change(AGREEMENTS, "'onReopening': 'CONTINUE'", "'onReopening': 'NEW_CYCLE'"),
            new Change(
                    ROUTING, "'cause': 'BUSINESS'}, 'to': 'business-specialists'", "'cause': 'BUSINESS'}, 'to': 'bit'"),
            new Change(ROUTING, "['UNKNOWN', 'TECHNICAL', 'SYSTEM'], 'kind'", "['UNKNOWN', 'TECHNICAL'], 'kind'"),
            new Change(ROUTING, "'to': 'ibm'", "'to': 'sirius'"),
            new Change(
                    ROUTING,
                    "'in': 'ANSWERED', 'after': '5 working days'",
                    "'in': 'ANSWERED', 'after': '10 working days'"),
            new Change(
                    ROUTING,
                    "'WAITING_FOR_CUSTOMER', 'after': '3 working days'",
                    "'WAITING_FOR_CUSTOMER', 'after': '5 working days'"),
            new Change(ROUTING, "'after': 'PT16H', 'times': 10", "'after': 'PT32H', 'times': 10"),
            new Change(ROUTING, "'HANDED_OVER', 'after': 'PT24H'", "'HANDED_OVER', 'after': 'PT48H'"),
            new Change(
                    ROUTING,
                    "'to': {'group': 'business-specialists'}, 'when': {'cause': 'BUSINESS'}}",
                    "'to': {'group': 'business-specialists'}, 'direct': true}"),
            new Change(ROUTING, "'handOverLimit': 6", "'handOverLimit': 2"),
            new Change(CALENDARS, "'08:00-15:30'", "'08:00-16:00'"),
            new Change(
                    CALENDARS,
                    "{'from': 'SUNDAY', 'hours': ['02:00-06:00']}",
                    "{'from': 'SUNDAY', 'hours': ['02:00-10:00']}"));

    /** So many are noticed by scenarios, laws or Java tests at least. */
    private static final int EXAMPLES = 38;

    private static final Path FOLDER = Path.of("target/changed");
    private static final String VERIFICATION = "verification_finds_nothing_new_and_the_laws_hold";

    /** Words of a file, told with single quotes, and what stands there instead. */
    private record Change(String file, String words, String others) {
        String in(String text) {
            String from = words.replace('\'', '"');
            assertThat(text).contains(from);
            int at = text.indexOf(from);
            return text.substring(0, at) + others.replace('\'', '"') + text.substring(at + from.length());
        }

        @Override
        public String toString() {
            return file + ": " + words + " is " + others;
        }
    }

    /** What of the suite notices a change. */
    private enum Means {
        SCENARIOS,
        LAWS,
        JAVA_TESTS,
        FINDINGS,
        READING
    }

    /** The Java tests of the suite, on the changed model. */
    @SupportModelTest(value = "target/changed", at = "2007-09-03T09:00")
    static class OfTheChangedModel extends ReferenceAgreementsTest {}

    @Test
    void the_suite_notices_nearly_all_of_forty_changes() throws IOException {
        Map<Change, Set<Means>> noticed = new LinkedHashMap<>();
        copy();
        assertThat(means()).as("the model as it is").isEmpty();
        for (Change change : CHANGES) {
            Path file = FOLDER.resolve(change.file());
            String before = Files.readString(file);
            Files.writeString(file, change.in(before));
            noticed.put(change, means());
            Files.writeString(file, before);
        }

        print(noticed);
        assertThat(CHANGES).hasSize(40);
        assertThat(noticed.values()).filteredOn(Set::isEmpty).hasSizeLessThanOrEqualTo(2);
        assertThat(noticed.values())
                .as("without the findings of verification, which is part of the suite")
                .filteredOn(means -> means.stream().anyMatch(one -> one != Means.FINDINGS))
                .hasSizeGreaterThanOrEqualTo(EXAMPLES);
    }

    private static void print(Map<Change, Set<Means>> noticed) {
        noticed.forEach((change, means) -> System.out.println(means + " " + change));
        for (Means one : Means.values()) {
            System.out.println(one + ": " + count(noticed, means -> means.contains(one)) + ", of them by nothing else "
                    + count(noticed, means -> means.equals(EnumSet.of(one))));
        }
        System.out.println("noticed: " + count(noticed, means -> !means.isEmpty()) + " of " + noticed.size());
    }

    private static long count(Map<Change, Set<Means>> noticed, Predicate<Set<Means>> wanted) {
        return noticed.values().stream().filter(wanted).count();
    }

    private static void copy() throws IOException {
        try (Stream<Path> files = Files.walk(AMS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = FOLDER.resolve(AMS.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** By what a change is noticed; empty if by nothing. */
    private static Set<Means> means() {
        Set<Means> means = EnumSet.noneOf(Means.class);
        try {
            ModelFolder model = ModelFolder.read(FOLDER);
            PeopleFile people =
                    PeopleFile.beside(FOLDER, model.model().organisation()).orElseThrow();
            AcceptedFindings accepted = AcceptedFindings.beside(FOLDER).orElseThrow();
            if (ModelVerification.of(model, FROM, people).accepting(accepted).findings().stream()
                    .anyMatch(finding -> finding.severity() != Severity.NOTE)) {
                means.add(Means.FINDINGS);
            }
            PolicySuite.read(FOLDER).run().failed().stream()
                    .map(failed -> failed.spot().file().endsWith(Laws.NAME) ? Means.LAWS : Means.SCENARIOS)
                    .forEach(means::add);
            if (javaTestsFail()) {
                means.add(Means.JAVA_TESTS);
            }
        } catch (InvalidDocumentException unreadable) {
            means.add(Means.READING);
        }
        return means;
    }

    /** Without the one that asks for findings and laws, which are counted apart. */
    private static boolean javaTestsFail() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(OfTheChangedModel.class))
                                .build(),
                        summary);
        assertThat(summary.getSummary().getTestsFoundCount()).isEqualTo(10);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .anyMatch(name -> !name.startsWith(VERIFICATION));
    }
}
