package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reaches the desk after a sweep has judged the case without it. */
@Tag("R17")
class LateReportTest {
    private static final Instant LIMIT = Instant.parse("2007-08-01T14:00:00Z");

    private final Desks world = new Desks();

    private CaseNumber judgedLate() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.places(number, Cause.TECHNICAL);
        world.clock.moveTo(LIMIT.plusSeconds(60));
        assertThat(world.desk.operations().sweep(10).handled()).isEqualTo(1);
        return number;
    }

    private void answeredAt(CaseNumber number, Instant occurredAt) {
        assertThat(world.desk.submit(CaseRequest.of(KAREN, number, new CaseCommand.Answer("solved on the telephone"))
                        .withCircumstances(Circumstances.late(occurredAt))))
                .matches(Outcome::wasAccepted);
    }

    private List<String> retracted(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdRetracted.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdRetracted) event).threshold())
                .toList();
    }

    private String recorded(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed().id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_answer_in_time_takes_back_the_threshold_that_was_recorded_before_it_was_reported() {
        CaseNumber number = judgedLate();

        world.clock.advance(Duration.ofMinutes(9));
        answeredAt(number, LIMIT.minusSeconds(120));

        assertThat(retracted(number)).containsExactly(recorded(number));
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.desk.operations().sweep(10).setAside()).isEmpty();
        assertThat(retracted(number)).hasSize(1);
    }

    @Test
    void an_answer_after_the_limit_takes_nothing_back_however_late_it_is_reported() {
        CaseNumber number = judgedLate();

        world.clock.advance(Duration.ofMinutes(9));
        answeredAt(number, LIMIT.plusSeconds(30));

        assertThat(retracted(number)).isEmpty();
    }
}
