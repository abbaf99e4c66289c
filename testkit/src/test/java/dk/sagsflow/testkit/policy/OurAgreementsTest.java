package dk.sagsflow.testkit.policy;

import static dk.sagsflow.testkit.policy.PolicyTesting.assertThat;
import static dk.sagsflow.testkit.policy.PolicyTesting.caseAt;
import static dk.sagsflow.testkit.policy.PolicyTesting.clockOf;
import static dk.sagsflow.testkit.policy.PolicyTesting.given;

import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.routing.configuration.SupportModel;
import org.junit.jupiter.api.Test;

// sample
@SupportModelTest(value = "../examples/models/ams", at = "2007-09-03T09:00")
class OurAgreementsTest {
    @Test
    void urgent_cases_at_2nd_level_are_due_on_wednesday() {
        clockOf(caseAt("2nd").priority(Priority.P1)).of("RESOLUTION").isDueAt("2007-09-05T09:00");
    }

    @Test
    void waiting_for_the_customer_costs_no_time() {
        given().from("astrid")
                .system("amanda")
                .when()
                .at("2007-09-03T10:00")
                .accepted()
                .waits(WaitingFor.CUSTOMER)
                .at("2007-09-03T15:00")
                .by("customer")
                .customerWrote()
                .then()
                .isWith("support-centre")
                .clock("RESOLUTION")
                .hasUsed("1 h");
    }

    @Test
    void nothing_is_new(SupportModel model) {
        assertThat(model).hasNoFindings().keepsItsLaws();
    }
}
// end
