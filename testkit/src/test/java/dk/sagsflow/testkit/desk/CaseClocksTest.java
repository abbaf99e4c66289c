package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clocks of a case at the desk, and who may see them. */
class CaseClocksTest {
    private final Desks world = new Desks();

    @Test
    void a_supporter_sees_what_is_left_and_why() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
        world.clock.advance(Duration.ofHours(1));
        SupportCase held = world.does(
                KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        world.clock.advance(Duration.ofHours(5));

        Explanation residence = world.desk.clocks(KAREN, number).orElseThrow().get(0);

        assertThat(residence.reading().state()).isEqualTo(new ClockState.Paused(WaitingFor.CUSTOMER));
        assertThat(residence.reading().consumed()).isEqualTo(Duration.ofMinutes(70));
        assertThat(residence.reading().remaining()).isEqualTo(Duration.ofMinutes(410));
        assertThat(residence.reading().began()).isEqualTo(held.registeredAt());
    }

    @Test
    void a_superuser_sees_the_clocks_of_groups_and_a_citizen_only_what_citizens_were_promised() {
        CaseNumber ofTheUnit = world.registerFor(CASEWORKER_IN_AARHUS);
        CaseNumber ofTheCitizen = world.registerFor(CITIZEN_CLARA);

        assertThat(world.desk.clocks(ASTRID, ofTheUnit).orElseThrow()).hasSize(1);
        assertThat(world.desk.clocks(CLARA, ofTheCitizen).orElseThrow()).isEmpty();
    }

    @Test
    void the_clocks_of_a_case_out_of_sight_are_those_of_no_case() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);

        assertThat(refusal(world.desk.clocks(CITIZEN, number))).isInstanceOf(Refusal.UnknownCase.class);
        assertThat(refusal(world.desk.clocks(ActorId.of("nobody"), number))).isInstanceOf(Refusal.UnknownActor.class);
    }
}
