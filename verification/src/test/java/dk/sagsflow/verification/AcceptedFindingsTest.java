package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AcceptedFindingsTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final String LAWYER =
            "\"code\": \"SF801\", \"file\": \"organisation.json\", \"place\": \"/groups/own\"";
    private static final SmallModel LEADERLESS =
            SmallModel.sound().routing("\"rules\"", "\"handOverLimit\": 6, \"rules\"");

    private static AcceptedFindings accepted(String one) {
        return AcceptedFindings.read(
                "accepted.json",
                "{\"format\": 1, \"accepted\": [{" + one + ", \"reason\": \"People there decide.\"}]}");
    }

    private static ModelVerification verified(String one) {
        return LEADERLESS.verification(FROM).accepting(accepted(one));
    }

    @Test
    void what_is_accepted_stands_apart() {
        ModelVerification verification = verified(LAWYER);

        assertThat(verification.findings()).extracting(Finding::code).doesNotContain(FindingCode.NO_LEAD_TO_DECIDE);
        assertThat(verification.accepted()).extracting(Finding::code).containsExactly(FindingCode.NO_LEAD_TO_DECIDE);
    }

    @Test
    void its_place_stays_when_groups_are_listed_before_it() {
        SmallModel grown = LEADERLESS.organisation(
                "\"groups\": [",
                "\"groups\": [{\"id\": \"new\", \"name\": \"New\", \"tier\": \"own\", \"lead\": \"anna\"},");

        assertThat(grown.verification(FROM).accepting(accepted(LAWYER)).accepted())
                .extracting(Finding::code)
                .containsExactly(FindingCode.NO_LEAD_TO_DECIDE);
    }

    @Test
    void what_no_longer_occurs_is_told() {
        assertThat(verified(LAWYER.replace("/own", "/bit")).findings())
                .filteredOn(finding -> finding.code() == FindingCode.ACCEPTED_NO_LONGER_OCCURS)
                .extracting(Finding::describe)
                .containsExactly(
                        "accepted.json:1:28: /accepted/0: SF901 SF801 at organisation.json /groups/bit is accepted"
                                + " and does not occur");
    }

    @Test
    void what_was_accepted_until_a_day_counts_again_from_then_on() {
        assertThat(verified(LAWYER + ", \"until\": \"2007-09-02\"").findings())
                .extracting(Finding::code)
                .doesNotContain(FindingCode.NO_LEAD_TO_DECIDE, FindingCode.ACCEPTED_UNTIL_NOW);
        assertThat(verified(LAWYER + ", \"until\": \"2007-09-01\"").findings())
                .extracting(Finding::code)
                .contains(FindingCode.NO_LEAD_TO_DECIDE, FindingCode.ACCEPTED_UNTIL_NOW);
    }

    @Test
    void words_of_the_message_narrow_it() {
        assertThat(verified(LAWYER + ", \"says\": \"no lead\"").accepted()).hasSize(1);
        assertThat(verified(LAWYER + ", \"says\": \"two leads\"").accepted()).isEmpty();
    }

    @Test
    void a_reason_and_a_known_kind_are_needed() {
        assertThatThrownBy(() -> AcceptedFindings.read(
                        "accepted.json",
                        "{\"format\": 1, \"accepted\": [{\"code\": \"SF1\", \"file\": \"a\", \"place\": \"/\"}]}"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("/accepted/0/code")
                .hasMessageContaining("/accepted/0/reason");
    }

    @Test
    void errors_come_before_warnings_and_warnings_before_notes() {
        assertThat(LEADERLESS
                        .rule("\"tier\": \"1st\", \"group\": \"bit\"", "kmd")
                        .verification(FROM)
                        .findings())
                .extracting(Finding::severity)
                .isSorted()
                .contains(Severity.ERROR, Severity.WARNING, Severity.NOTE);
    }

    @Test
    void the_owner_of_the_reference_model_has_accepted_its_warnings_with_reasons() {
        Path folder = Path.of("../examples/models/ams");
        ModelFolder model = ModelFolder.read(folder);
        PeopleFile people =
                PeopleFile.beside(folder, model.model().organisation()).orElseThrow();
        ModelVerification verification = ModelVerification.of(model, FROM, people)
                .accepting(AcceptedFindings.beside(folder).orElseThrow());

        assertThat(verification.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .extracting(Finding::describe)
                .isEmpty();
        assertThat(verification.accepted()).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }
}
