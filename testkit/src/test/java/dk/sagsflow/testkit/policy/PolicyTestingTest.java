package dk.sagsflow.testkit.policy;

import static dk.sagsflow.testkit.policy.PolicyTesting.assertThat;
import static dk.sagsflow.testkit.policy.PolicyTesting.caseAt;
import static dk.sagsflow.testkit.policy.PolicyTesting.clockOf;
import static dk.sagsflow.testkit.policy.PolicyTesting.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What tests of agreements in Java can say, said of the reference organisation. */
@SupportModelTest(value = "../examples/models/ams", at = "2007-09-03T09:00")
class PolicyTestingTest {
    @Test
    void findings_are_told_with_place_and_advice(SupportModel model) {
        SupportModel changed = model.withRouting(model.routing().withHandOverLimit(1));

        assertThatThrownBy(() -> assertThat(changed).hasNoFindings())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FindingCode.GUARD_STOPS_TRIAGE.id())
                .hasMessageContaining("routing.json");
    }

    @Test
    void kinds_of_finding_that_are_left_out_do_not_count_and_others_do(SupportModel model, People people) {
        SupportModel guarded = model.withRouting(model.routing().withHandOverLimit(1));
        Set<FindingCode> found = ModelVerification.of(guarded, LocalDate.of(2007, 9, 3), people).findings().stream()
                .map(Finding::code)
                .collect(Collectors.toSet());
        Set<FindingCode> others = Sets.difference(found, Set.of(FindingCode.GUARD_STOPS_TRIAGE));

        assertThat(guarded).hasNoFindings(found.toArray(FindingCode[]::new));
        assertThatThrownBy(() -> assertThat(guarded).hasNoFindings(others.toArray(FindingCode[]::new)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("1 findings")
                .hasMessageContaining(FindingCode.GUARD_STOPS_TRIAGE.id())
                .hasMessageContaining("shown by");
    }

    /** A model that a test has changed counts on the same people. */
    @Test
    void people_are_looked_at_with_a_changed_model_too(SupportModel model) {
        SupportModel changed = model.withOrganisation(
                model.organisation().withDuty(ImmutableList.of(ActorId.of("nobody-of-that-name"))));

        assertThatThrownBy(() -> assertThat(changed).hasNoFindings())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FindingCode.PERSON_UNKNOWN.id());
    }

    @Test
    void laws_that_do_not_hold_are_told_with_a_case_that_breaks_them(SupportModel model) {
        Law soon = Law.of(
                "soon",
                Condition.always(),
                new Sentence.Due(Measure.RESOLUTION, Limit.Within.of(Budget.of(Duration.ofHours(1)))));

        assertThatThrownBy(() -> assertThat(model).keeps(soon))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("SF951")
                .hasMessageContaining("shown by");
    }

    @Test
    void what_does_not_hold_of_a_case_says_what_and_why() {
        assertThatThrownBy(() -> given().from("astrid").then().isWith("bit"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected bit")
                .hasMessageContaining("found    support-centre")
                .hasMessageContaining("organisation.json:");
        assertThatThrownBy(() -> caseAt("2nd").then().isAnsweredBy("bit"))
                .hasMessageContaining("found    support-centre; bit");
        assertThatThrownBy(() -> given().cause(Cause.BUSINESS).then().isLedBy("none", "bit"))
                .hasMessageContaining("routing.json:");
        assertThatThrownBy(() -> clockOf(given()).of("RESOLUTION").hasUsed("1 h"))
                .hasMessageContaining("expected PT1H")
                .hasMessageContaining("found    PT0S");
        assertThatThrownBy(() -> clockOf(given()).of("RESOLUTION").is("PAUSED"))
                .hasMessageContaining("found    RUNNING");
        assertThatThrownBy(() -> given().then().toldOnly()).hasMessageContaining("customer: REGISTERED");
    }

    @Test
    void the_clock_that_is_due_first_is_meant_unless_another_is_named() {
        clockOf(caseAt("2nd").priority(Priority.P1))
                .isOf("customers/first-response")
                .isDueAt("2007-09-03T13:00")
                .of("RESOLUTION")
                .isDueAt("2007-09-05T09:00")
                .hasLeft("16 h")
                .is("RUNNING");
    }

    @Test
    void a_clock_that_shows_something_else_says_what_and_why_and_where_the_model_says_so() {
        ClockAssert resolution =
                clockOf(given().at("2007-08-31T15:00").priority(Priority.P1)).of("RESOLUTION");

        assertThatThrownBy(() -> resolution.isDueAt("2007-09-03T11:00"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 2007-09-03T11:00")
                .hasMessageContaining("found    2007-09-04T15:30")
                .hasMessageContaining("agreements.json:15:9: /agreements/customers/targets/resolution-urgent")
                .hasMessageContaining("16 h left: due on Tue 2007-09-04 15:30:00.");
    }

    @Test
    void a_history_is_told_step_by_step() {
        given().from("astrid")
                .system("amanda")
                .when()
                .after(Duration.ofMinutes(10))
                .by("karen")
                .accepted()
                .at("2007-09-03T10:00")
                .waits(WaitingFor.CUSTOMER)
                .at("2007-09-04T10:00")
                .by("customer")
                .customerWrote()
                .classified(Cause.SYSTEM)
                .triaged()
                .then()
                .isWith("bit")
                .isIn(CaseStatus.IN_PROGRESS)
                .isAnsweredBy("support-centre", "bit")
                .isLedBy("errors of Amanda go to KMD", "kmd")
                .clock("RESOLUTION")
                .hasUsed("1 h")
                .and()
                .after(Duration.ofHours(2))
                .clock("RESOLUTION")
                .hasUsed("3 h");
    }

    @Test
    void what_is_refused_is_expected_by_name_or_a_failure_with_the_reason_in_words() {
        given().when().by("bo").refusedAs("not-entitled").accepted().then().isIn(CaseStatus.QUEUED);

        WhenPhase unexpected = given().when().by("bo").accepted();
        assertThatThrownBy(unexpected::then)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected accepted")
                .hasMessageContaining("found    refused as not-entitled: ");
    }

    @Test
    void whoever_was_told_is_told_by_group_and_kind() {
        given().from(CustomerKind.CITIZEN).then().toldOnly("customer: REGISTERED");
        caseAt("bit").then().at("2007-09-10T12:00").told("support-centre: TIME_LIMIT_EXCEEDED");
    }

    @Test
    void a_case_is_brought_to_a_tier_or_group_by_the_ways_that_there_are() {
        assertThat(caseAt("kmd").system("amanda").then().theCase().working().map(Station::tier))
                .hasValueSatisfying(tier -> assertThat(tier.value()).isEqualTo("3rd"));
        caseAt("3rd").system("jobnet").then().isWith("ibm").isAnsweredBy("support-centre", "bit", "ibm");
        caseAt("superusers").from("astrid").registeredBy("customer").then().isWith("superusers");
        assertThatThrownBy(() -> caseAt("4th").then())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4th is neither a tier nor a group");
    }

    @Test
    void its_history_is_there_for_whatever_else_is_to_be_asked() {
        assertThat(caseAt("2nd").attribute("environment", "test").then().history())
                .extracting(event -> event.eventKind().typeName())
                .startsWith("registered", "attribute-set");
    }

    @Test
    void a_test_has_a_desk_of_its_own_whose_clock_it_sets(
            SupportDesk desk, SettableClock clock, Mailbox mailbox, People people) {
        var registered = desk.register(ActorId.of("astrid"), Registration.of("astrid", "Amanda is down"));
        assertThat(registered.wasAccepted()).isTrue();

        assertThat(desk).caseOf("astrid").isWith("support-centre").isIn(CaseStatus.QUEUED);
        assertThat(desk).caseOf("astrid").isDueAt("support-centre/acceptance", "2007-09-03T10:00");
        assertThatThrownBy(() -> assertThat(desk).caseOf("astrid").isWith("bit"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected bit")
                .hasMessageContaining("found    support-centre");
        assertThatThrownBy(() -> assertThat(desk).caseOf("astrid").isIn(CaseStatus.CLOSED))
                .hasMessageContaining("found    QUEUED");
        assertThatThrownBy(() ->
                        assertThat(desk).caseOf("astrid").isDueAt("support-centre/acceptance", "2007-09-03T11:00"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found    2007-09-03T10:00")
                .hasMessageContaining("1 h left");
        assertThatThrownBy(() -> assertThat(desk).caseOf("ole"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found none");

        clock.advance(Duration.ofHours(9));
        var unusedSweep = desk.operations().sweep(100);
        var unusedDelivery = desk.operations().deliver(100);
        assertThat(mailbox.receivedAt("supportcenter@example.dk")).isNotEmpty();
        assertThat(people.actors()).isNotEmpty();
    }

    @Test
    void the_desk_of_another_test_has_no_case_of_this_one(SupportDesk desk) {
        assertThatThrownBy(() -> assertThat(desk).caseOf("astrid")).isInstanceOf(AssertionError.class);
    }
}
