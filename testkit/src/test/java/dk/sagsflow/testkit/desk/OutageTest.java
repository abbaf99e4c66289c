package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.PostponedCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sweeps do while something that the desk asks does not answer: a failure that may pass is no verdict. */
class OutageTest {
    private static final int CASES = 500;

    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks world = new Desks(store);
    private boolean down;

    /** Knows the people of the reference organisation, unless it is down. */
    private final class ShakyDirectory implements Directory {
        private final Directory people = ReferenceOrganisation.people();

        private Directory people() {
            if (down) {
                throw new IllegalStateException("no answer from the directory");
            }
            return people;
        }

        @Override
        public Optional<Actor> actor(ActorId id) {
            return people().actor(id);
        }

        @Override
        public Optional<Customer> customer(CustomerId id) {
            return people().customer(id);
        }

        @Override
        public ImmutableList<Actor> members(GroupId group) {
            return people().members(group);
        }
    }

    private SupportDesk desk(Patience patience) {
        return SupportDesk.builder(world.deskModel(), new ShakyDirectory(), world.clock)
                .withRepository(store)
                .withSweeping(patience)
                .build();
    }

    private List<CaseNumber> late() {
        List<CaseNumber> late = Stream.generate(() -> world.registerFor(CITIZEN_CARL))
                .limit(CASES)
                .toList();
        world.clock.advance(Duration.ofHours(9));
        return late;
    }

    private long onRecord(List<CaseNumber> cases) {
        return cases.stream()
                .flatMap(number -> store.history(number).stream())
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .count();
    }

    @Test
    void an_outage_of_the_directory_sets_nothing_aside_and_passes_by_itself() {
        List<CaseNumber> late = late();
        SupportDesk desk = desk(Patience.standard());

        down = true;
        SweepReport during = desk.operations().sweep(10 * CASES);

        assertThat(during.setAside()).isEmpty();
        assertThat(during.postponed()).hasSize(CASES);
        assertThat(desk.operations().setAside(CASES)).isEmpty();
        assertThat(desk.operations().postponed(CASES))
                .hasSize(CASES)
                .containsExactlyElementsOf(desk.operations().postponed(2 * CASES))
                .allSatisfy(postponed -> assertThat(postponed)
                        .isEqualTo(new PostponedCase(
                                postponed.number(),
                                1,
                                "java.lang.IllegalStateException: no answer from the directory",
                                world.clock.instant().plusSeconds(30))));
        assertThat(desk.operations().sweep(CASES).seenTo()).isZero();

        down = false;
        world.clock.advance(Duration.ofSeconds(31));
        assertThat(desk.operations().sweep(10 * CASES).handled()).isEqualTo(CASES);
        assertThat(onRecord(late)).isEqualTo(CASES);
        assertThat(desk.operations().postponed(CASES)).isEmpty();
    }

    @Test
    void a_failure_that_does_not_pass_sets_the_case_aside_in_the_end() {
        CaseNumber number = late().get(0);
        Patience short3 = Patience.builder().attempts(3).build();
        SupportDesk desk = desk(short3);
        down = true;

        assertThat(desk.operations().sweep(CASES).postponed()).hasSize(CASES);
        world.clock.advance(Duration.ofMinutes(2));
        assertThat(desk.operations().sweep(CASES).postponed()).hasSize(CASES);
        world.clock.advance(Duration.ofMinutes(2));
        SweepReport last = desk.operations().sweep(CASES);

        assertThat(last.postponed()).isEmpty();
        assertThat(last.setAside())
                .hasSize(CASES)
                .contains(new UnhandledCase(number, "java.lang.IllegalStateException: no answer from the directory"));
    }

    @Test
    void nodes_share_what_is_due() {
        List<CaseNumber> late = late();
        SupportDesk one = desk(Patience.standard());
        SupportDesk other = desk(Patience.standard());

        int handled = 0;
        while (onRecord(late) < CASES) {
            handled += one.operations().sweep(70).handled();
            handled += other.operations().sweep(70).handled();
        }

        assertThat(handled).isEqualTo(CASES);
        assertThat(onRecord(late)).isEqualTo(CASES);
    }

    @Test
    void what_a_node_claimed_and_did_not_finish_is_done_by_another_when_the_claim_has_ended() {
        List<CaseNumber> late = late();
        assertThat(store.claimDue(world.clock.instant(), Patience.standard().lease(), CASES))
                .hasSize(CASES);
        SupportDesk other = desk(Patience.standard());

        assertThat(other.operations().sweep(CASES).seenTo()).isZero();
        world.clock.advance(Patience.standard().lease());

        assertThat(other.operations().sweep(CASES).handled()).isEqualTo(CASES);
        assertThat(onRecord(late)).isEqualTo(CASES);
    }
}
