package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.StoredCase;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases that a sweep cannot handle. */
class SetAsideTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final Set<CaseNumber> broken = new HashSet<>();
    private final Set<CaseNumber> unreadable = new HashSet<>();

    /** A desk that cannot put thresholds of some cases on record, and cannot read others at all. */
    private final CaseRepository failing = new MeddlingRepository(store) {
        @Override
        void beforeAppend(ImmutableList<CaseChange> changes) {
            boolean threshold = changes.get(0).events().get(0) instanceof CaseEvent.ThresholdPassed;
            if (threshold && broken.contains(changes.get(0).number())) {
                throw new IllegalStateException("no calendar for 070761-4285");
            }
        }

        @Override
        public Optional<StoredCase> load(CaseNumber number) {
            checkReadable(number);
            return super.load(number);
        }

        @Override
        public Optional<StoredCase.Tail> loadAfter(CaseNumber number, long version) {
            checkReadable(number);
            return super.loadAfter(number, version);
        }
    };

    /** A desk that is not patient: what fails once is set aside. */
    private final Desks world = new Desks(
            failing, desk -> desk.withSweeping(Patience.builder().attempts(1).build()));

    private void checkReadable(CaseNumber number) {
        if (unreadable.contains(number)) {
            throw new IllegalStateException("event of a newer release");
        }
    }

    private CaseNumber late() {
        return world.registerFor(CITIZEN_CARL);
    }

    private void nineHoursGoBy() {
        world.clock.advance(Duration.ofHours(9));
    }

    private ImmutableList<CaseEvent> ofKind(CaseNumber number, Class<? extends CaseEvent> kind) {
        return store.history(number).stream().filter(kind::isInstance).collect(ImmutableList.toImmutableList());
    }

    @Test
    @Tag("R17")
    void are_set_aside_with_an_event_and_reported_and_the_others_are_handled() {
        CaseNumber bad = late();
        CaseNumber good = late();
        broken.add(bad);
        nineHoursGoBy();

        SweepReport report = world.desk.operations().sweep(100);

        String reason = "java.lang.IllegalStateException: no calendar for xxxxxx-xxxx";
        assertThat(report)
                .isEqualTo(new SweepReport(
                        1, ImmutableList.of(), ImmutableList.of(new UnhandledCase(bad, reason)), false));
        assertThat(ofKind(bad, CaseEvent.SetAside.class))
                .extracting(event -> ((CaseEvent.SetAside) event).reason())
                .containsExactly(reason);
        assertThat(world.current(bad).setAside()).contains(reason);
        assertThat(ofKind(good, CaseEvent.ThresholdPassed.class)).hasSize(1);
        assertThat(world.desk.operations().setAside(10)).containsExactlyElementsOf(report.setAside());
        assertThat(world.desk
                        .query(KAREN, CaseQuery.builder().setAsideAlone(true).build())
                        .orElseThrow()
                        .cases())
                .extracting(CaseView::number)
                .containsExactly(bad);
    }

    /** What cannot pass is not waited for, however patient the desk is. */
    @Test
    void are_set_aside_at_once_by_a_patient_desk_if_what_failed_cannot_pass() {
        for (Throwable failure : List.of(
                new UnreadableEventException("event of a newer release"),
                new StackOverflowError("too deep"),
                new AssertionError("two groups work on it"),
                new NoClassDefFoundError("dk/sagsflow/Missing"))) {
            SweepReport report = sweptBy(Patience.standard(), failure);

            assertThat(report.postponed()).as(failure.toString()).isEmpty();
            assertThat(report.setAside())
                    .as(failure.toString())
                    .extracting(UnhandledCase::reason)
                    .containsExactly(failure.toString());
        }
        SweepReport passing = sweptBy(Patience.standard(), new IllegalStateException("down"));
        assertThat(passing.postponed()).hasSize(1);
        assertThat(passing.setAside()).isEmpty();
    }

    private static SweepReport sweptBy(Patience patience, Throwable failure) {
        CaseRepository failing = new MeddlingRepository(CaseRepository.inMemory()) {
            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (changes.get(0).events().get(0) instanceof CaseEvent.ThresholdPassed) {
                    SetAsideTest.<RuntimeException>fail(failure);
                }
            }
        };
        Desks desks = new Desks(failing, desk -> desk.withSweeping(patience));
        CaseNumber unused = desks.registerFor(CITIZEN_CARL);
        desks.clock.advance(Duration.ofHours(9));
        return desks.desk.operations().sweep(10);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void fail(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void are_not_looked_at_by_the_next_sweeps_and_do_not_use_up_the_limit() {
        broken.add(late());
        broken.add(late());
        CaseNumber good = late();
        nineHoursGoBy();

        assertThat(world.desk.operations().sweep(2))
                .extracting(SweepReport::handled, SweepReport::moreDue)
                .containsExactly(0, true);
        assertThat(world.desk.operations().sweep(2))
                .extracting(SweepReport::handled, SweepReport::moreDue)
                .containsExactly(1, false);
        assertThat(ofKind(good, CaseEvent.ThresholdPassed.class)).hasSize(1);
        assertThat(world.desk.operations().sweep(2))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), false));
    }

    @Test
    void are_taken_up_by_the_next_thing_that_happens_to_them() {
        CaseNumber number = late();
        broken.add(number);
        nineHoursGoBy();
        assertThat(world.desk.operations().sweep(10).setAside()).hasSize(1);
        broken.clear();

        assertThat(world.does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "calendar corrected"))
                        .setAside())
                .isEmpty();

        assertThat(world.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(ofKind(number, CaseEvent.ThresholdPassed.class)).hasSize(1);
    }

    @Test
    void are_taken_up_by_a_person_who_is_on_record() {
        CaseNumber number = late();
        broken.add(number);
        nineHoursGoBy();
        assertThat(world.desk.operations().sweep(10).setAside()).hasSize(1);
        broken.clear();

        assertThat(world.does(KAREN, number, new CaseCommand.TakeUp()).setAside())
                .isEmpty();

        assertThat(world.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(ofKind(number, CaseEvent.TakenUp.class))
                .extracting(CaseEvent::actor)
                .containsExactly(KAREN);
        assertThat(refusal(world.desk.submit(KAREN, number, new CaseCommand.TakeUp())))
                .isEqualTo(new Refusal.NotSetAside(number));
    }

    @Test
    void are_set_aside_again_if_they_still_cannot_be_handled() {
        CaseNumber number = late();
        broken.add(number);
        nineHoursGoBy();

        assertThat(world.desk.operations().sweep(10).setAside()).hasSize(1);
        assertThat(world.desk.operations().takeUp(number)).isTrue();
        assertThat(world.desk.operations().sweep(10).setAside()).hasSize(1);

        assertThat(ofKind(number, CaseEvent.SetAside.class)).hasSize(2);
        assertThat(world.desk.operations().sweep(10))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), false));
    }

    @Test
    void that_cannot_be_read_are_set_aside_by_the_store_and_come_back_when_taken_up() {
        CaseNumber bad = late();
        CaseNumber good = late();
        unreadable.add(bad);
        nineHoursGoBy();

        assertThat(world.desk.operations().sweep(10))
                .extracting(SweepReport::handled, report -> report.setAside().size())
                .containsExactly(1, 1);
        assertThat(store.history(bad)).hasSize(1);
        assertThat(ofKind(good, CaseEvent.ThresholdPassed.class)).hasSize(1);
        assertThat(world.desk.operations().setAside(10))
                .extracting(UnhandledCase::number)
                .containsExactly(bad);
        assertThat(world.desk.operations().sweep(10))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), false));

        unreadable.clear();
        assertThat(world.desk.operations().takeUp(bad)).isTrue();
        assertThat(world.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(ofKind(bad, CaseEvent.ThresholdPassed.class)).hasSize(1);
        assertThat(world.desk.operations().setAside(10)).isEmpty();
    }

    @Test
    void a_case_that_is_due_without_anything_to_do_does_not_come_back_to_every_sweep() {
        CaseNumber number = late();
        store.reschedule(number, 1, Agenda.due(Optional.of(Instant.EPOCH)));

        assertThat(world.desk.operations().sweep(1).handled()).isEqualTo(1);

        assertThat(world.desk.operations().sweep(1))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), false));
        nineHoursGoBy();
        assertThat(world.desk.operations().sweep(1).handled()).isEqualTo(1);
        assertThat(ofKind(number, CaseEvent.ThresholdPassed.class)).hasSize(1);
    }

    @Test
    void customers_do_not_see_that_a_case_was_set_aside() {
        CaseNumber number = world.registerFor(CITIZEN_CLARA);
        broken.add(number);
        nineHoursGoBy();
        assertThat(world.desk.operations().sweep(10).setAside()).hasSize(1);

        assertThat(world.desk.view(CLARA, number).orElseThrow())
                .isInstanceOfSatisfying(
                        CaseFile.ForCustomer.class,
                        seen -> assertThat(seen.told())
                                .isNotEmpty()
                                .noneMatch(told -> told.kind() == EventKind.SET_ASIDE));
    }
}
