package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.listening.CaseListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who are told of what happens to cases. */
class CaseListenerTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private final List<String> told = new ArrayList<>();

    private final CaseListener recording = new CaseListener() {
        @Override
        public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
            assertThat(store.history(after.number())).containsAll(events);
            assertThat(events.get(events.size() - 1).sequence()).isEqualTo(after.version());
            events.forEach(
                    event -> told.add(after.number() + " " + event.getClass().getSimpleName()));
        }
    };
    private final CaseListener failing = new CaseListener() {
        @Override
        public void changed(SupportCase after, ImmutableList<CaseEvent> events) {
            throw new AssertionError("listener is broken");
        }
    };
    private final SupportDesk desk =
            world.builder(store).withListener(failing).withListener(recording).build();

    private CaseNumber register() {
        return desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "help"))
                .orElseThrow()
                .number();
    }

    @Test
    void are_told_of_registrations_commands_and_sweeps_after_they_are_stored_though_another_one_throws() {
        CaseNumber number = register();
        desk.submit(KAREN, number, new CaseCommand.Accept()).orElseThrow();
        world.clock.advance(Duration.ofHours(9));
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(told).containsExactly(number + " Registered", number + " Accepted", number + " ThresholdPassed");
        assertThat(store.history(number)).hasSize(3);
    }

    @Test
    void are_told_of_every_case_of_a_step_and_of_what_a_sweep_does() {
        CaseNumber child = register();
        CaseNumber parent = desk.register(KAREN, Registration.of(ASTRID_OF_AARHUS.value(), "down"))
                .orElseThrow()
                .number();
        told.clear();

        desk.submit(KAREN, child, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent))
                .orElseThrow();
        assertThat(told).containsExactly(child + " CaseLinked", parent + " BecameMajorIncident");
        world.places(parent, Cause.TECHNICAL);
        told.clear();

        desk.submit(KAREN, parent, new CaseCommand.Answer("it is up again")).orElseThrow();
        assertThat(desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(told)
                .containsExactly(
                        parent + " Answered",
                        child + " HeardFromParent",
                        child + " Answered",
                        parent + " ChildrenTold");
    }

    @Test
    void are_not_told_of_what_is_refused_or_repeated() {
        RequestKey key = RequestKey.of("mail:1");
        Registration help = Registration.of(CITIZEN_CARL.value(), "help");
        CaseNumber number = desk.register(KAREN, help, key).orElseThrow().number();
        desk.register(KAREN, help, key).orElseThrow();
        assertThat(desk.submit(KAREN, number, new CaseCommand.Resume()).wasAccepted())
                .isFalse();

        assertThat(told).containsExactly(number + " Registered");
    }

    @Test
    void need_not_listen_to_everything() {
        SupportDesk quiet =
                world.builder(store).withListener(new CaseListener() {}).build();

        assertThat(quiet.register(KAREN, Registration.of(CITIZEN_CARL.value(), "help"))
                        .wasAccepted())
                .isTrue();
    }
}
