package suite;

import static dk.sagsflow.testkit.policy.PolicyTesting.assertThat;
import static dk.sagsflow.testkit.policy.PolicyTesting.caseAt;
import static dk.sagsflow.testkit.policy.PolicyTesting.clockOf;
import static dk.sagsflow.testkit.policy.PolicyTesting.given;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.testkit.fixture.Mailbox;
import dk.sagsflow.testkit.fixture.SettableClock;
import dk.sagsflow.testkit.policy.SupportModelTest;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the reference organisation promises, said in Java. */
@SupportModelTest(value = "../models/ams", at = "2007-09-03T09:00")
class ReferenceAgreementsTest {
    @Test
    void verification_finds_nothing_new_and_the_laws_hold(SupportModel model) {
        assertThat(model).hasNoFindings().keepsItsLaws();
    }

    @Test
    void a_law_may_stand_in_a_test(SupportModel model) {
        assertThat(model)
                .keeps(Law.of(
                        "IBM is done with urgent cases in two working weeks",
                        Condition.is(CaseField.PRIORITY, "P1", "P2"),
                        new Sentence.Has(GroupId.of("ibm"), Limit.Within.of(Budget.of(Duration.ofDays(14))))));
    }

    @Test
    void urgent_cases_at_2nd_level_are_due_on_wednesday() {
        clockOf(caseAt("2nd").priority(Priority.P1)).of("RESOLUTION").isDueAt("2007-09-05T09:00");
    }

    @Test
    void waiting_for_the_customer_costs_no_time() {
        given().from("astrid")
                .when()
                .at("2007-09-03T10:00")
                .by("karen")
                .accepted()
                .waits(WaitingFor.CUSTOMER)
                .at("2007-09-04T10:00")
                .by("customer")
                .customerWrote()
                .then()
                .clock("RESOLUTION")
                .hasUsed("1 h");
    }

    @Test
    void a_reopened_case_goes_on_with_the_time_it_had() {
        given().from("astrid")
                .kind(CaseKind.QUESTION)
                .cause(Cause.USER_ERROR)
                .when()
                .at("2007-09-03T10:00")
                .by("karen")
                .accepted()
                .at("2007-09-03T11:00")
                .answered()
                .at("2007-09-04T08:00")
                .by("customer")
                .reopened()
                .at("2007-09-04T09:00")
                .told()
                .then()
                .clock("RESOLUTION")
                .hasUsed("3 h");
    }

    @Test
    void errors_of_amanda_go_to_kmd() {
        caseAt("bit").system("amanda").cause(Cause.SYSTEM).then().isLedBy("errors of Amanda go to KMD", "kmd");
    }

    @Test
    void business_questions_pass_bit_by() {
        given().kind(CaseKind.QUESTION)
                .cause(Cause.BUSINESS)
                .when()
                .triaged()
                .then()
                .isWith("business-specialists")
                .isAnsweredBy("support-centre", "business-specialists");
    }

    @Test
    void the_support_centre_may_not_go_past_bit_otherwise() {
        given().system("amanda").when().refusedAs("tier-skipped").handedOver("kmd").then().isWith("support-centre");
    }

    @Test
    void a_citizen_hears_that_the_case_has_come() {
        given().from(CustomerKind.CITIZEN).then().toldOnly("customer: REGISTERED");
    }

    @Test
    void the_support_centre_reads_that_a_case_is_late(SupportDesk desk, SettableClock clock, Mailbox mailbox) {
        var registered = desk.register(ActorId.of("astrid"), Registration.of("astrid", "Amanda is down"));
        assertThat(registered.wasAccepted()).isTrue();
        clock.advance(Duration.ofDays(3));
        var swept = desk.operations().sweep(100);
        var sent = desk.operations().deliver(100);

        assertThat(desk).caseOf("astrid").isWith("bit").isIn(CaseStatus.IN_PROGRESS);
        assertThat(mailbox.receivedAt("supportcenter@example.dk")).isNotEmpty();
    }
}
