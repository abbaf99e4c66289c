package suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Severity;
import dk.sagsflow.verification.suite.PolicySuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the suite of the reference model would notice: forty changes of it, one at a time. Run by {@code mvn test -Dtest=MutationCheck}. */
class MutationCheck {
    private static final Path AMS = Path.of("../models/ams");
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final String AGREEMENTS = "agreements.json";
    private static final String ROUTING = "routing.json";
    private static final String CALENDARS = "calendars.json";

    private static final List<Change> CHANGES = List.of(
            new Change(AGREEMENTS, "'FIRST_RESPONSE', 'budget': 'PT4H'", "'FIRST_RESPONSE', 'budget': 'PT8H'"),
            new Change(AGREEMENTS, "'PT4H', 'calendar': 'office', 'thresholds': [{'at': '75%'", "'PT4H', 'calendar': 'suppliers', 'thresholds': [{'at': '75%'"),
            new Change(AGREEMENTS, "{'at': '75%', 'actions': ['notify working group']}, {'at': '100%', 'actions': ['notify working group', 'escalate to lead']}", "{'at': '100%', 'actions': ['notify working group', 'escalate to lead']}"),
            new Change(AGREEMENTS, "'RESOLUTION', 'budget': 'PT80H'", "'RESOLUTION', 'budget': 'PT160H'"),
            new Change(AGREEMENTS, "'pausedBy': ['CUSTOMER', 'CHANGE']", "'pausedBy': ['CHANGE']"),
            new Change(AGREEMENTS, "'at': '50%'", "'at': '60%'"),
            new Change(AGREEMENTS, "'P2']}, 'budget': 'PT16H', 'calendar': 'office'", "'P2']}, 'budget': 'PT32H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "['P1', 'P2']}, 'budget': 'PT16H', 'calendar': 'office'", "['P1']}, 'budget': 'PT16H', 'calendar': 'office'"),
            new Change(AGREEMENTS, ", {'at': '+PT4H', 'actions': ['escalate to lead']}", ""),
            new Change(AGREEMENTS, "'UPDATE_INTERVAL', 'budget': 'PT24H'", "'UPDATE_INTERVAL', 'budget': 'PT48H'"),
            new Change(AGREEMENTS, "'RESIDENCE', 'budget': 'PT8H', 'calendar': 'superusers'", "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'superusers'"),
            new Change(AGREEMENTS, "'ACCEPTANCE', 'budget': 'PT1H'", "'ACCEPTANCE', 'budget': 'PT2H'"),
            new Change(AGREEMENTS, "'RESIDENCE', 'budget': 'PT8H', 'calendar': 'office'", "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'actions': ['escalate functionally']", "'actions': ['notify working group']"),
            new Change(AGREEMENTS, "'ANSWER', 'budget': 'PT80H'", "'ANSWER', 'budget': 'PT160H'"),
            new Change(AGREEMENTS, "'ACCEPTANCE', 'budget': 'PT4H'", "'ACCEPTANCE', 'budget': 'PT8H'"),
            new Change(AGREEMENTS, "'RESIDENCE', 'budget': 'PT16H', 'calendar': 'office'", "'RESIDENCE', 'budget': 'PT32H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'escalate functionally', {'notify': 'support-centre'}", "'escalate functionally'"),
            new Change(AGREEMENTS, "'CUMULATIVE_RESIDENCE', 'budget': 'PT24H'", "'CUMULATIVE_RESIDENCE', 'budget': 'PT48H'"),
            new Change(AGREEMENTS, "'ANSWER', 'budget': 'PT64H'", "'ANSWER', 'budget': 'PT128H'"),
            new Change(AGREEMENTS, "'onChange': 'PRO_RATA'", "'onChange': 'RECOMPUTE'"),
            new Change(AGREEMENTS, "'RESIDENCE', 'budget': 'PT40H', 'calendar': 'office'", "'RESIDENCE', 'budget': 'PT80H', 'calendar': 'office'"),
            new Change(AGREEMENTS, "'10 working days + PT2H'", "'20 working days'"),
            new Change(AGREEMENTS, "'RESIDENCE', 'budget': 'PT40H', 'calendar': 'suppliers'", "'RESIDENCE', 'budget': 'PT80H', 'calendar': 'suppliers'"),
            new Change(AGREEMENTS, "'budget': 'PT8H', 'calendar': 'operations'", "'budget': 'PT8H', 'calendar': 'suppliers'"),
            new Change(AGREEMENTS, "'budget': 'PT8H', 'calendar': 'operations'", "'budget': 'PT16H', 'calendar': 'operations'"),
            new Change(AGREEMENTS, "'10 working days', 'calendar': 'suppliers'", "'20 working days', 'calendar': 'suppliers'"),
            new Change(AGREEMENTS, "'budget': 'PT16H', 'calendar': 'suppliers'", "'budget': 'PT32H', 'calendar': 'suppliers'"),
            new Change(AGREEMENTS, "'onReopening': 'CONTINUE'", "'onReopening': 'NEW_CYCLE'"),
            new Change(ROUTING, "'cause': 'BUSINESS'}, 'to': 'business-specialists'", "'cause': 'BUSINESS'}, 'to': 'bit'"),
            new Change(ROUTING, "['UNKNOWN', 'TECHNICAL', 'SYSTEM'], 'kind'", "['UNKNOWN', 'TECHNICAL'], 'kind'"),
            new Change(ROUTING, "'to': 'ibm'", "'to': 'sirius'"),
            new Change(ROUTING, "'in': 'ANSWERED', 'after': '5 working days'", "'in': 'ANSWERED', 'after': '10 working days'"),
            new Change(ROUTING, "'WAITING_FOR_CUSTOMER', 'after': '3 working days'", "'WAITING_FOR_CUSTOMER', 'after': '5 working days'"),
            new Change(ROUTING, "'after': 'PT16H', 'times': 10", "'after': 'PT32H', 'times': 10"),
            new Change(ROUTING, "'HANDED_OVER', 'after': 'PT24H'", "'HANDED_OVER', 'after': 'PT48H'"),
            new Change(ROUTING, "'to': {'group': 'business-specialists'}, 'when': {'cause': 'BUSINESS'}}", "'to': {'group': 'business-specialists'}, 'direct': true}"),
            new Change(ROUTING, "'handOverLimit': 6", "'handOverLimit': 2"),
            new Change(CALENDARS, "'08:00-15:30'", "'08:00-16:00'"),
            new Change(CALENDARS, "{'from': 'SUNDAY', 'hours': ['02:00-06:00']}", "{'from': 'SUNDAY', 'hours': ['02:00-10:00']}"));

    @TempDir
    private Path folder = Path.of("");

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

    @Test
    void the_suite_notices_nearly_all_of_forty_changes() throws IOException {
        List<Change> missed = new ArrayList<>();
        copy();
        assertThat(noticed()).as("the model as it is").isFalse();
        for (Change change : CHANGES) {
            Path file = folder.resolve(change.file());
            String before = Files.readString(file);
            Files.writeString(file, change.in(before));
            if (!noticed()) {
                missed.add(change);
            }
            Files.writeString(file, before);
        }

        System.out.println((CHANGES.size() - missed.size()) + " of " + CHANGES.size() + " noticed; not " + missed);
        assertThat(CHANGES).hasSize(40);
        assertThat(missed).hasSizeLessThanOrEqualTo(2);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(AMS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(AMS.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    /** Whether verification has something new to say, or a scenario or a law does not hold. */
    private boolean noticed() {
        try {
            ModelFolder model = ModelFolder.read(folder);
            PeopleFile people = PeopleFile.beside(folder, model.model().organisation()).orElseThrow();
            AcceptedFindings accepted = AcceptedFindings.beside(folder).orElseThrow();
            boolean found = ModelVerification.of(model, FROM, people).accepting(accepted).findings().stream()
                    .anyMatch(finding -> finding.severity() != Severity.NOTE);
            return found || !PolicySuite.read(folder).run().failed().isEmpty();
        } catch (InvalidDocumentException unreadable) {
            return true;
        }
    }
}
