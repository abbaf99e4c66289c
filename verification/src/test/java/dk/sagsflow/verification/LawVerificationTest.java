package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.law.LawWords;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of the reference model, some of which hold. */
class LawVerificationTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final ModelFolder AMS = ModelFolder.read(Path.of("../examples/models/ams"));

    private static String file(String laws) {
        return "{\"format\": 1, \"laws\": [\n" + laws + "]}";
    }

    private static LawVerdict held(String sentence) {
        Laws laws = Laws.read("laws.json", file("{\"name\": \"a law\", " + sentence.replace('\'', '"') + "}"), AMS);
        return LawVerification.of(AMS, laws, FROM).verdicts().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            'when': {'priority': 'P1'}, 'due': {'within': 'PT16H', 'calendar': 'office'}
            'when': {'priority': 'P1'}, 'due': {'within': '20 working days', 'calendar': 'office'}
            'due': {'measure': 'FIRST_RESPONSE', 'within': 'PT4H', 'calendar': 'office'}
            'when': {'customerKind': 'CITIZEN'}, 'heard': {'within': '2 working days', 'calendar': 'office'}
            'heard': {'within': '1 working days', 'calendar': 'office'}
            'told': {'group': 'kmd', 'within': 'PT31H', 'calendar': 'suppliers'}
            'when': {'system': 'amanda', 'priority': ['P1', 'P2']}, 'told': {'group': 'kmd', 'within': 'PT9H', 'calendar': 'operations'}
            'told': {'tier': '2nd', 'within': '2 working days', 'calendar': 'office'}
            'has': {'group': 'kmd', 'atMost': 'PT40H', 'calendar': 'suppliers'}
            'when': {'priority': ['P1', 'P2']}, 'has': {'group': 'kmd', 'atMost': '50%'}
            'when': {'customerKind': 'CITIZEN', 'not': {'cause': ['USER_ERROR', 'LOCAL_IT']}}, 'passes': {'group': 'support-centre'}
            'when': {'cause': 'SYSTEM', 'kind': 'INCIDENT'}, 'passes': {'group': 'bit'}
            'passes': {'group': 'support-centre', 'before': {'tier': '2nd'}}
            'passes': {'group': 'support-centre', 'before': {'group': 'kmd'}}
            'onlyThese': {'tier': '3rd'}
            """)
    void holds_for_every_case(String sentence) {
        LawVerdict verdict = held(sentence);

        assertThat(verdict.proof()).as("%s", verdict).isInstanceOf(Proof.Kept.class);
        assertThat(verdict.finding()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            'when': {'priority': 'P1'}, 'due': {'within': 'PT16H', 'calendar': 'suppliers'} | resolution-urgent
            'when': {'priority': 'P1'}, 'due': {'within': 'PT96H'} | from
            'due': {'measure': 'CLOSURE', 'within': 'PT96H'} | nothing is said
            'when': {'customerKind': 'CITIZEN'}, 'heard': {'within': 'PT24H'} | first-response
            'told': {'group': 'kmd', 'within': 'PT30H', 'calendar': 'suppliers'} | 75% of target residence
            'when': {'system': 'amanda', 'priority': ['P1', 'P2']}, 'told': {'group': 'kmd', 'beforeNightIsOver': '22:00-06:00'} | residence-urgent
            'told': {'group': 'superusers', 'within': '2 working days', 'calendar': 'superusers'} | nothing is said
            'has': {'group': 'kmd', 'atMost': 'PT39H', 'calendar': 'suppliers'} | target residence of agreement kmd
            'when': {'not': {'priority': ['P1', 'P2']}}, 'has': {'group': 'kmd', 'atMost': '25%'} | target residence of agreement kmd
            'passes': {'group': 'bit'} | triage leaves it at
            'when': {'cause': 'BUSINESS'}, 'passes': {'group': 'bit', 'before': {'group': 'business-specialists'}} | support-centre
            'when': {'not': {'cause': 'BUSINESS'}}, 'passes': {'group': 'bit', 'before': {'group': 'kmd'}} | it can come to kmd by way of support-centre, business-specialists and not of bit
            'passes': {'group': 'support-centre'} | triage leaves it at superusers
            'when': {'cause': 'BUSINESS'}, 'onlyThese': {'group': 'business-specialists'} | it can come from
            'when': {'customerKind': 'SUPERUSER'}, 'onlyThese': {'group': 'superusers'} | it can be registered at superusers
            """)
    void does_not_hold_and_a_case_shows_it(String sentence, String how) {
        LawVerdict verdict = held(sentence);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.finding()).hasValueSatisfying(finding -> {
            assertThat(finding.message()).startsWith("law \"a law\": ").contains(how);
            assertThat(finding.place().describe()).isEqualTo("laws.json:2:1: /laws/0");
            assertThat(finding.counterexample())
                    .hasValueSatisfying(shown -> assertThat(
                                    shown.replayedIn(AMS.model().organisation()).working())
                            .isPresent());
        });
    }

    @Test
    void what_cannot_be_proved_is_said_and_held_against_cases_by_chance() {
        String days =
                "\"budget\": \"PT80H\", \"calendar\": \"office\", \"pausedBy\": [\"CUSTOMER\", \"CHANGE\"], \"thresholds\": [{\"at\": \"50%\"}, {";
        ModelFolder changed = ModelFolder.read(
                "",
                file -> Files.readString(Path.of("../examples/models/ams", file))
                        .replace(
                                days, "\"budget\": \"10 working days\", \"calendar\": \"office\", \"thresholds\": [{"));

        assertThat(share(changed, "100%")).isInstanceOf(Proof.Sampled.class);
        assertThat(share(changed, "20%")).isInstanceOfSatisfying(Proof.Broken.class, broken -> {
            assertThat(broken.how()).contains("kmd has more than 20 % of the ");
            assertThat(broken.shown().value(CaseField.CATEGORY))
                    .as("made as simple as can be")
                    .isEmpty();
            assertThat(broken.shown().at())
                    .contains(FROM.atStartOfDay(ZoneOffset.UTC).toInstant());
            assertThat(broken.shown().way()).containsExactly(GroupId.of("kmd"));
        });
    }

    private static Proof share(ModelFolder model, String most) {
        Laws laws = Laws.read(
                "laws.json",
                file(
                        "{\"name\": \"a law\", \"when\": {\"system\": \"amanda\", \"not\": {\"priority\": [\"P1\", \"P2\"]}},"
                                + " \"has\": {\"group\": \"kmd\", \"atMost\": \"" + most + "\"}}"),
                model);
        return LawVerification.of(model, laws, FROM).verdicts().get(0).proof();
    }

    @Test
    void a_law_about_no_case_is_told() {
        assertThat(held("'when': {'kind': 'INCIDENT', 'not': {'kind': 'INCIDENT'}}, 'due': {'within': 'PT1H'}")
                        .finding()
                        .map(Finding::message))
                .contains("law \"a law\": there is no case that it is about");
    }

    @Test
    void laws_are_findings_of_the_model_and_may_be_accepted_like_others() {
        Laws laws = Laws.read("laws.json", file("{\"name\": \"fast\", \"due\": {\"within\": \"PT1H\"}}"), AMS);
        ModelVerification verified = ModelVerification.of(AMS, FROM).keeping(LawVerification.of(AMS, laws, FROM));
        AcceptedFindings accepted = AcceptedFindings.read("accepted.json", """
                        {"format": 1, "accepted": [{"code": "SF951", "file": "laws.json", "place": "/laws/fast", "reason": "not yet"}]}""");

        assertThat(verified.findings()).anyMatch(LawVerificationTest::aboutLaws);
        assertThat(verified.accepting(accepted).findings()).noneMatch(LawVerificationTest::aboutLaws);
    }

    private static boolean aboutLaws(Finding finding) {
        return finding.place().file().equals(Laws.NAME);
    }

    @Test
    void all_that_is_wrong_with_laws_is_told_with_line_and_column() {
        assertThatThrownBy(() -> Laws.read("laws.json", file("""
                        {"name": "a", "due": {"within": "soon"}},
                        {"name": "a", "has": {"group": "bat", "atMost": "200%"}},
                        {"name": "b"},
                        {"name": "c", "due": {"within": "PT1H", "measure": "RESIDENCE"}},
                        {"name": "d", "due": {"within": "PT1H"}, "passes": {"group": "bit"}},
                        {"name": "e", "told": {"tier": "2nd", "beforeNightIsOver": "late"}}"""), AMS))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        wrong -> assertThat(wrong.lines())
                                .anyMatch(line ->
                                        line.contains("laws.json:2:33") && line.contains("\"soon\" is not an amount"))
                                .anyMatch(line -> line.contains("there is a law \"a\" already"))
                                .anyMatch(line -> line.contains("bat"))
                                .anyMatch(line -> line.contains("says nothing; a law has one of due, heard, told"))
                                .anyMatch(line -> line.contains("RESIDENCE does not begin with the registration"))
                                .anyMatch(line -> line.contains("says several things"))
                                .anyMatch(line -> line.contains("\"late\" is not a night as 22:00-06:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            'when': {'priority': 'P1'}, 'due': {'within': 'PT96H'} | every case of which priority is P1 is due (RESOLUTION) within 96 h of its registration | enhver sag, hvor prioritet er P1 har frist (RESOLUTION) senest 96 h efter registreringen
            'heard': {'within': '2 working days', 'calendar': 'office'} | of every case the customer hears from us within 2 working days of office of its registration | om enhver sag hører kunden fra os senest 2 arbejdsdage af office efter registreringen
            'told': {'tier': '2nd', 'beforeNightIsOver': '22:00-06:00'} | while every case lies at tier 2nd, somebody is told within a night from 22:00 to 06:00 | mens enhver sag ligger hos niveau 2nd, får nogen besked inden for en nat fra 22:00 til 06:00
            'has': {'group': 'kmd', 'atMost': '50%'} | kmd has every case for at most 50 % of the time in which the customer is promised an answer | kmd har enhver sag i højst 50 % af den tid, kunden er lovet svar inden for
            'has': {'group': 'kmd', 'atMost': 'PT4H30M'} | kmd has every case for at most 4 h 30 min | kmd har enhver sag i højst 4 h 30 min
            'passes': {'group': 'bit'} | by the rules of triage every case passes bit | efter reglerne for visitering kommer enhver sag forbi bit
            'passes': {'group': 'bit', 'before': {'tier': '3rd'}} | every case passes bit before it comes to tier 3rd | enhver sag kommer forbi bit, før den kommer til niveau 3rd
            'when': {'not': {'cause': ['BUSINESS', 'UNKNOWN']}}, 'onlyThese': {'group': 'bit'} | every case of which not (cause is BUSINESS or UNKNOWN) may come to bit, and no other | enhver sag, hvor ikke (årsag er BUSINESS eller UNKNOWN) kan komme til bit, og ingen anden
            """)
    void is_said_in_english_and_danish(String sentence, String english, String danish) {
        Laws laws = Laws.read("laws.json", file("{\"name\": \"a law\", " + sentence.replace('\'', '"') + "}"), AMS);

        assertThat(LawWords.in(Locale.ENGLISH).of(laws.all().get(0))).isEqualTo(english);
        assertThat(LawWords.in(Locale.forLanguageTag("da")).of(laws.all().get(0)))
                .isEqualTo(danish);
    }

    @Test
    void the_page_and_the_schema_say_the_same() throws IOException {
        String page = Files.readString(Path.of("../docs/verification.md"));
        String sample = page.substring(
                page.indexOf("{\"format\": 1, \"laws\""),
                page.indexOf("```", page.indexOf("{\"format\": 1, \"laws\"")));
        String schema = Files.readString(Path.of("src/main/resources/dk/sagsflow/verification/law/laws.schema.json"));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(sample, InputFormat.JSON))
                .isEmpty();
        assertThat(Laws.read("page", sample, AMS).all()).hasSize(6);
    }
}
