package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.routing.operation.Patience;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sweeps that come late, or while somebody works. */
class SweepTest {
    private static final Instant NOON = Instant.parse("2007-08-01T12:00:00Z");

    @Test
    void one_sweep_leaves_nothing_due_even_if_a_hold_ended_and_the_limit_was_used_up_since() {
        Desks world = new Desks();
        CaseNumber number = heldUntilNoon(world);
        world.clock.moveTo(NOON.plus(Duration.ofHours(20)));

        assertThat(world.desk.operations().sweep(100).handled()).isEqualTo(1);

        assertThat(world.current(number).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(exceeded(world, number)).hasSize(1);
        assertThat(world.desk.operations().sweep(100).handled()).isZero();
    }

    @Test
    @Tag("R17")
    void a_hold_ends_at_its_date_however_late_the_sweep() {
        Desks inTime = new Desks();
        CaseNumber sweptInTime = heldUntilNoon(inTime);
        inTime.clock.moveTo(NOON);
        assertThat(inTime.desk.operations().sweep(100).handled()).isEqualTo(1);
        inTime.clock.moveTo(NOON.plus(Duration.ofHours(20)));
        assertThat(inTime.desk.operations().sweep(100).handled()).isEqualTo(1);

        Desks late = new Desks();
        CaseNumber sweptLate = heldUntilNoon(late);
        late.clock.moveTo(NOON.plus(Duration.ofHours(20)));
        assertThat(late.desk.operations().sweep(100).handled()).isEqualTo(1);

        assertThat(waited(late, sweptLate)).isEqualTo(waited(inTime, sweptInTime));
        assertThat(exceeded(late, sweptLate))
                .extracting(PassedThreshold::dueAt)
                .containsExactlyElementsOf(exceeded(inTime, sweptInTime).stream()
                        .map(PassedThreshold::dueAt)
                        .toList());
    }

    @Test
    @Tag("R17")
    void a_case_that_went_on_while_the_sweep_came_is_charged_to_the_group_that_was_late() {
        CaseRepository store = CaseRepository.inMemory();
        Desks other = new Desks(store);
        AtomicInteger sweeps = new AtomicInteger();
        Desks sweeping = new Desks(new MeddlingRepository(store) {
            @Override
            void afterDue(ImmutableList<CaseNumber> due) {
                if (sweeps.incrementAndGet() == 1) {
                    due.forEach(number -> other.handsOver(KAREN, number, BIT));
                }
            }
        });
        CaseNumber number = other.registerFor(CITIZEN_CARL);
        other.clock.advance(Duration.ofHours(9));
        sweeping.clock.moveTo(other.clock.instant().plus(Duration.ofMinutes(20)));

        assertThat(sweeping.desk.operations().sweep(100))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), true));
        assertThat(sweeping.desk.operations().sweep(100).handled()).isEqualTo(1);

        assertThat(exceeded(sweeping, number))
                .extracting(passed -> passed.station().orElseThrow().group())
                .containsExactly(SUPPORT_CENTRE);
    }

    @Test
    @Tag("R17")
    void a_limit_used_up_at_closing_time_is_not_exceeded_before_the_next_opening() {
        Desks world = new Desks(CaseRepository.inMemory(), weekdaysEightToFour());
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.clock.moveTo(Instant.parse("2007-08-02T06:00:00Z"));
        assertThat(world.desk.operations().sweep(100).handled()).isZero();

        world.clock.advance(Duration.ofNanos(1_000));

        assertThat(world.desk.operations().sweep(100).handled()).isEqualTo(1);
        assertThat(exceeded(world, number))
                .extracting(PassedThreshold::dueAt)
                .containsExactly(Instant.parse("2007-08-01T14:00:00Z"));
    }

    @Test
    void a_case_held_at_the_moment_its_limit_is_used_up_is_not_due_until_it_goes_on() {
        Desks world = new Desks();
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.clock.advance(Duration.ofHours(8).minusMinutes(10));
        SupportCase held = world.does(
                KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.desk.operations().sweep(100).handled()).isZero();

        SupportCase resumed = world.does(KAREN, number, new CaseCommand.Resume());
        world.clock.advance(Duration.ofNanos(1_000));

        assertThat(world.desk.operations().sweep(100).handled()).isEqualTo(1);
        assertThat(exceeded(world, number)).hasSize(1);
        assertThat(held.version()).isLessThan(resumed.version());
    }

    @Test
    void a_case_at_which_not_even_an_event_can_be_written_is_set_aside_by_the_store_and_the_others_are_handled() {
        CaseRepository store = CaseRepository.inMemory();
        Desks registering = new Desks(store);
        CaseNumber failing = registering.registerFor(CITIZEN_CARL);
        CaseNumber other = registering.registerFor(CITIZEN_CARL);
        CaseRepository full = new MeddlingRepository(store) {
            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (changes.get(0).number().equals(failing)) {
                    throw new IllegalStateException("the disk is full");
                }
            }
        };
        Desks sweeping = new Desks(
                full, desk -> desk.withSweeping(Patience.builder().attempts(1).build()));
        sweeping.clock.advance(Duration.ofHours(9));

        SweepReport report = sweeping.desk.operations().sweep(100);

        assertThat(report.handled()).isEqualTo(1);
        assertThat(report.setAside())
                .containsExactly(new UnhandledCase(failing, "java.lang.IllegalStateException: the disk is full"));
        assertThat(exceeded(sweeping, failing)).isEmpty();
        assertThat(exceeded(sweeping, other)).hasSize(1);
        assertThat(store.due(sweeping.clock.instant(), 100)).isEmpty();
        assertThat(sweeping.desk.operations().sweep(100).handled()).isZero();
        assertThat(sweeping.desk.operations().setAside(100)).isEqualTo(report.setAside());
    }

    @Test
    @Tag("R17")
    void a_sweep_that_is_years_late_catches_up_once_and_tells_once() {
        Desks world = new Desks();
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        world.handsOver(KAREN, number, BIT);
        CaseNumber waiting = heldUntilNoon(world);
        world.clock.advance(Duration.ofDays(5 * 365));
        int before = world.repository.outbox().waiting(100).size();

        assertThat(world.desk.operations().sweep(100))
                .isEqualTo(new SweepReport(1, ImmutableList.of(), ImmutableList.of(), false));

        assertThat(exceeded(world, number)).isEmpty();
        assertThat(exceeded(world, waiting)).hasSize(1);
        assertThat(world.repository.outbox().waiting(100)).hasSizeLessThanOrEqualTo(before + 1);
        assertThat(world.desk.operations().sweep(100))
                .isEqualTo(new SweepReport(0, ImmutableList.of(), ImmutableList.of(), false));
    }

    private static ServiceCalendar weekdaysEightToFour() {
        return ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();
    }

    private static CaseNumber heldUntilNoon(Desks world) {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(
                                KAREN,
                                number,
                                new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.of(NOON), "which browser?"))
                        .status())
                .isEqualTo(CaseStatus.ON_HOLD);
        return number;
    }

    private static Duration waited(Desks world, CaseNumber number) {
        return CaseTimeline.of(world.repository.history(number)).until(NOON.plus(Duration.ofDays(2))).stream()
                .filter(stretch -> stretch.waitingFor().isPresent())
                .map(CaseTimeline.Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static ImmutableList<PassedThreshold> exceeded(Desks world, CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed())
                .collect(ImmutableList.toImmutableList());
    }
}
