package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelVerificationTest {
    private static final Path AMS = Path.of("../examples/models/ams");
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);

    @Test
    void a_finding_stands_at_its_line() {
        assertThat(ModelVerification.of(
                                SmallModel.sound().routing("\"UNKNOWN\", ", "").folder(), FROM)
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNPLACED_STAYS)
                .extracting(finding -> finding.place().describe())
                .containsExactly("routing.json:1:24: /rules");
    }

    @Test
    void a_model_that_is_built_in_code_has_the_same_findings_without_lines() {
        ModelFolder folder = SmallModel.sound().folder();

        assertThat(ModelVerification.of(folder.model(), FROM).findings())
                .extracting(finding -> finding.code() + finding.place().pointer())
                .containsExactlyInAnyOrderElementsOf(ModelVerification.of(folder, FROM).findings().stream()
                        .map(finding -> finding.code() + finding.place().pointer())
                        .toList());
    }

    @Test
    @Tag("R12")
    void an_incident_of_unknown_cause_that_goes_aside_at_the_contact_tier_comes_back_to_one_that_may_not_answer_it() {
        SmallModel aside = SmallModel.sound()
                .organisation(
                        "{\"id\": \"bit\",",
                        "{\"id\": \"phone\", \"name\": \"Telephone\", \"tier\": \"1st\", \"mail\": \"p@example.dk\","
                                + " \"lead\": \"p\"}, {\"id\": \"bit\",")
                .routing(
                        "\"tier\": \"1st\", \"cause\": [\"UNKNOWN\", \"SYSTEM\"]}, \"to\": \"bit\"",
                        "\"group\": \"centre\", \"cause\": [\"UNKNOWN\", \"SYSTEM\"]}, \"to\": \"phone\"");

        assertThat(ModelVerification.of(aside.folder(), FROM).findings())
                .filteredOn(finding -> finding.code() == FindingCode.UNPLACED_STAYS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.counterexample())
                        .hasValueSatisfying(shown ->
                                assertThat(shown.way()).containsExactly(GroupId.of("centre"), GroupId.of("phone"))));
    }

    @Test
    @Tag("R16")
    void a_limit_for_all_visits_that_asks_for_the_entrance_is_none_at_the_group_behind_it() {
        String phone =
                "{\"id\": \"phone\", \"name\": \"Telephone\", \"tier\": \"1st\", \"mail\": \"p@example.dk\", \"lead\":"
                        + " \"p\"}";
        SmallModel ofTheDoor = SmallModel.sound()
                .organisation("{\"id\": \"bit\",", phone + ", {\"id\": \"bit\",")
                .agreements(
                        "{\"id\": \"residence\", \"measure\": \"RESIDENCE\", \"budget\": \"PT8H\", \"calendar\":"
                                + " \"office\", \"thresholds\": [{\"at\": \"75%\"",
                        "{\"id\": \"residence\", \"measure\": \"CUMULATIVE_RESIDENCE\", \"appliesTo\": {\"group\":"
                                + " \"centre\"}, \"budget\": \"PT8H\", \"calendar\": \"office\", \"thresholds\": [{\"at\":"
                                + " \"75%\"");

        assertThat(ModelVerification.of(ofTheDoor.folder(), FROM).findings())
                .filteredOn(finding -> finding.code() == FindingCode.NO_LIMIT)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("have no limit at phone"));
    }

    @Test
    void a_rule_to_a_group_that_there_is_not() {
        SupportModel model = SmallModel.sound().folder().model();
        TriageRule astray = new TriageRule("astray", Condition.is(CaseField.TIER, "2nd"), GroupId.of("nobody"));

        assertThat(ModelVerification.of(
                                model.withRouting(Routing.of(new Triage(ImmutableList.<TriageRule>builder()
                                        .addAll(model.triage().rules())
                                        .add(astray)
                                        .build()))),
                                FROM)
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.RULE_TO_UNKNOWN_GROUP)
                .hasSize(1);
    }

    @Test
    void a_follow_up_rule_that_tells_a_group_that_there_is_not() {
        SupportModel model = SmallModel.sound().folder().model();
        FollowUpRule astray = FollowUpRule.builder()
                .name("astray")
                .occasion(FollowUpOccasion.SILENCE)
                .after(Budget.of(Duration.ofHours(1)))
                .calendar(ServiceCalendar.always())
                .addAction(new FollowUpAction.NotifyGroup(GroupId.of("nobody")))
                .build();

        assertThat(ModelVerification.of(model.withRouting(model.routing().withFollowUps(astray)), FROM)
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.FOLLOW_UP_TO_UNKNOWN_GROUP)
                .extracting(finding -> finding.place().pointer())
                .containsExactly("/followUps/0");
    }

    @Test
    void a_calendar_that_never_opens_is_told_once_for_all_that_count_on_it() {
        SmallModel shut = SmallModel.sound()
                .calendars("[\"DK\"]}", "[\"DK\"]},\n{\"id\": \"shut\", \"minus\": [\"office\", \"office\"]}")
                .agreements("\"PT4H\", \"calendar\": \"office\"", "\"PT4H\", \"calendar\": \"shut\"")
                .agreements("\"PT40H\", \"calendar\": \"office\"", "\"PT40H\", \"calendar\": \"shut\"");

        assertThat(shut.verification(FROM).findings())
                .filteredOn(finding ->
                        finding.code() == FindingCode.CALENDAR_CLOSED || finding.code() == FindingCode.TARGET_NEVER_DUE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().describe()).startsWith("calendars.json:3:1: /calendars/1");
                    assertThat(finding.message())
                            .startsWith("calendar shut does not open in the year from 2007-09-01")
                            .endsWith(": target response of agreement customers, target residence of agreement kmd");
                });
    }

    @Test
    void what_follows_from_a_calendar_that_never_opens_stands_under_it() {
        SmallModel shut = SmallModel.sound()
                .calendars("[\"DK\"]}", "[\"DK\"]},\n{\"id\": \"shut\", \"minus\": [\"office\", \"office\"]}")
                .agreements("\"PT4H\", \"calendar\": \"office\"", "\"PT4H\", \"calendar\": \"shut\"")
                .followUps("\"in\": \"ANSWERED\", \"after\": \"PT8H\", \"calendar\": \"shut\", \"do\": [\"tell"
                        + " customer\"]");

        ModelVerification verification = shut.verification(FROM);

        assertThat(verification.rootCauses())
                .filteredOn(cause -> cause.finding().code() == FindingCode.CALENDAR_CLOSED)
                .singleElement()
                .satisfies(cause -> assertThat(cause.following())
                        .extracting(Finding::code)
                        .contains(FindingCode.FOLLOW_UP_CALENDAR_CLOSED));
    }

    @Test
    void each_finding_stands_once_among_the_root_causes_and_never_under_one_that_is_less_bad() {
        FindingCodeTest.models().map(SmallModel::folder).limit(150).forEach(folder -> {
            ModelVerification verification = ModelVerification.of(folder, FROM);

            assertThat(verification.rootCauses().stream()
                            .flatMap(cause -> Stream.concat(Stream.of(cause.finding()), cause.following().stream())))
                    .containsExactlyInAnyOrderElementsOf(verification.findings());
            assertThat(verification.rootCauses())
                    .allSatisfy(cause -> assertThat(cause.following())
                            .allSatisfy(following -> assertThat(following.severity())
                                    .isGreaterThanOrEqualTo(cause.finding().severity())));
        });
    }

    @Test
    void an_agreement_of_several_providers_is_found_at_its_place_and_named_by_each() {
        assertThat(ModelVerification.of(ModelFolder.read(AMS), FROM).findings())
                .filteredOn(finding -> finding.message().contains("of agreement cybercom does not fit"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.place().pointer()).isEqualTo("/agreements/6/targets/2");
                    assertThat(finding.place().position().orElseThrow().named())
                            .isEqualTo("/agreements/cybercom/targets/answer");
                });
    }

    @Test
    @Tag("R14")
    @Tag("R20")
    void nothing_is_said_about_the_follow_up_rules_of_the_reference_model() {
        assertThat(ModelVerification.of(ModelFolder.read(Path.of("../examples/models/ams")), FROM)
                        .findings())
                .extracting(finding -> finding.code().id())
                .noneMatch(id -> id.startsWith("SF7"));
    }

    @Test
    void a_way_to_a_group_that_there_is_not() {
        SupportModel model = SmallModel.sound().folder().model();
        HandOverWay astray = HandOverWay.of("astray", HandOverEnd.tier("1st"), HandOverEnd.group("nobody"));

        assertThat(ModelVerification.of(
                                model.withRouting(
                                        model.routing().withHandOvers(new HandOverGraph(ImmutableList.of(astray)))),
                                FROM)
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.WAY_TO_UNKNOWN)
                .hasSize(1);
    }

    @Test
    void an_assignment_rule_for_a_group_that_there_is_not() {
        SupportModel model = SmallModel.sound().folder().model();

        assertThat(ModelVerification.of(
                                model.withRouting(model.routing().withAssignments(AssignmentRule.pull("nobody"))), FROM)
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.ASSIGNMENT_TO_UNKNOWN_GROUP)
                .hasSize(1);
    }

    @Test
    void a_finding_about_people_stands_at_its_line() {
        SmallModel small = SmallModel.sound().people("\"OTHER\"", "\"SUPERUSER\"");

        assertThat(small.verification(FROM).findings())
                .filteredOn(finding -> finding.code() == FindingCode.SUPERUSER_NOT_CERTIFIED)
                .extracting(Finding::describe)
                .containsExactly("people.json:11:3: /customers/1: SF812 carl is not certified in basic");
    }

    @Test
    void nothing_is_said_about_people_unless_they_are_given() {
        SmallModel small = SmallModel.sound().people("\"OTHER\"", "\"SUPERUSER\"");

        assertThat(ModelVerification.of(small.folder(), FROM).findings())
                .noneMatch(finding -> finding.place().file().equals(PeopleFile.NAME));
    }

    @Test
    @Tag("R17")
    @Tag("R28")
    @Tag("R29")
    @Tag("R31")
    void the_people_of_the_reference_model_are_there_whom_it_counts_on() {
        ModelFolder folder = ModelFolder.read(AMS);
        PeopleFile people =
                PeopleFile.beside(AMS, folder.model().organisation()).orElseThrow();

        assertThat(ModelVerification.of(folder, FROM, people).findings())
                .filteredOn(finding -> finding.code().id().compareTo("SF800") > 0)
                .extracting(finding -> finding.code().id() + " " + finding.message())
                .containsExactly(
                        "SF801 superusers has no lead to decide about cases that go to and fro",
                        "SF812 viggo is not certified in basic");
        assertThat(ModelVerification.of(folder.model(), FROM, people.people()).findings())
                .hasSameSizeAs(ModelVerification.of(folder, FROM, people).findings().stream()
                        .filter(finding -> finding.code() != FindingCode.CALENDAR_UNUSED
                                && finding.code() != FindingCode.CALENDARS_ALIKE)
                        .toList());
    }

    @Test
    @Tag("R16")
    @Tag("R18")
    void the_reference_model_has_no_errors() {
        assertThat(ModelVerification.of(ModelFolder.read(AMS), FROM).findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .contains(FindingCode.TARGET_DOES_NOT_FIT, FindingCode.GROUP_ONLY_BY_HAND);
    }

    @Test
    void calendars_that_do_not_reach_so_far_are_refused() {
        ModelFolder folder = SmallModel.sound().folder();

        assertThatThrownBy(() -> ModelVerification.of(folder, LocalDate.of(2151, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2151-01-01");
    }
}
