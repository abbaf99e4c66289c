package suite;

import static dk.sagsflow.testkit.policy.PolicyTesting.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.testkit.policy.SupportModelTest;
import dk.sagsflow.testkit.policy.ThenPhase;
import dk.sagsflow.verification.ModelVerification;
import dk.sagsflow.verification.comparison.ModelChange;
import dk.sagsflow.verification.comparison.ModelComparison;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.suite.PolicySuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten mistakes in a second model, each caught in a way of its own; the page shows what is said. */
@SupportModelTest(value = "src/test/second", at = "2007-09-03T09:00")
class PlantedMistakesTest {
    private static final Path SECOND = Path.of("src/test/second");
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);

    @Test
    void are_found_by_verification(ModelFolder model) throws IOException {
        onThePage(ModelVerification.of(model, FROM).findings().stream()
                .map(Finding::describe)
                .filter(line -> line.contains("to ibm, which is refused")
                        || (line.contains("SF601") && line.contains("target answer of agreement kmd")))
                .toList());
    }

    @Test
    void are_found_by_scenarios_in_json_and_in_prose_and_by_three_laws() throws IOException {
        List<String> lines = PolicySuite.read(SECOND).run().lines();

        assertThat(lines).last().isEqualTo("2 scenarios, 3 laws, 5 failed");
        onThePage(lines);
    }

    @Test
    void are_found_by_holding_the_model_against_the_one_before(ModelFolder model) throws IOException {
        ModelFolder before = ModelFolder.read(Path.of("../models/ams"));

        onThePage(ModelComparison.of(before.model(), model.model(), FROM).changes().stream()
                .map(ModelChange::describe)
                .filter(line -> line.startsWith("TOLD: lead"))
                .toList());
    }

    @Test
    void are_found_by_a_clock_in_a_test() throws IOException {
        ThenPhase reopened = given().from("astrid")
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
                .then();

        onThePage(said(() -> reopened.clock("RESOLUTION").hasUsed("3 h")));
    }

    @Test
    void are_found_by_who_is_told_in_a_test() throws IOException {
        ThenPhase waiting = given().from(CustomerKind.CITIZEN)
                .when()
                .by("karen")
                .accepted()
                .waits(WaitingFor.CUSTOMER)
                .then()
                .at("2007-09-07T09:00");

        onThePage(said(() -> waiting.told("customer: REPLY_REMINDER")));
    }

    private static List<String> said(Runnable wrong) {
        List<String> said = new ArrayList<>();
        assertThatThrownBy(wrong::run).isInstanceOfSatisfying(AssertionError.class, error -> String.valueOf(
                        error.getMessage())
                .lines()
                .forEach(said::add));
        return said;
    }

    private static void onThePage(List<String> lines) throws IOException {
        String page = Files.readString(Path.of("README.md"));
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(page).contains(line));
    }
}
