package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CLARA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseDescription;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.ClockFilter;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.sla.clock.Explanation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    void what_clocks_showed_at_a_past_instant_is_shown_again_whatever_happened_since() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
        world.clock.advance(Duration.ofHours(1));
        world.does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
        world.clock.advance(Duration.ofHours(1));
        Instant then = world.clock.instant();
        ImmutableList<Explanation> shown = world.desk.clocks(KAREN, number).orElseThrow();
        world.does(KAREN, number, new CaseCommand.Resume());
        world.clock.advance(Duration.ofHours(3));

        assertThat(world.desk.clocks(KAREN, number, then)).isEqualTo(Outcome.accepted(shown));
        assertThat(world.desk.clocks(KAREN, number).orElseThrow()).isNotEqualTo(shown);
        assertThat(world.desk
                        .clocks(KAREN, number, Instant.parse("2007-01-01T00:00:00Z"))
                        .orElseThrow())
                .isEmpty();
        assertThat(refusal(world.desk.clocks(CITIZEN, number, then))).isInstanceOf(Refusal.UnknownCase.class);
    }

    @Test
    void what_calendars_do_not_reach_is_refused_by_name() {
        CaseNumber number = world.registerFor(CITIZEN_CLARA);
        for (Instant beyond : List.of(Instant.MIN, Instant.parse("1899-12-31T23:59:59Z"), Bounds.END, Instant.MAX)) {
            assertThatThrownBy(() -> world.desk.clocks(KAREN, number, beyond))
                    .isInstanceOf(OutOfBoundsException.class)
                    .hasMessageContaining("time at which clocks are read");
        }
        assertThat(world.desk.clocks(KAREN, number, Bounds.EARLIEST).orElseThrow())
                .isEmpty();
    }

    @Test
    void what_clocks_will_show_if_nothing_happens_is_shown_ahead() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
        Instant inAWeek = world.clock.instant().plus(Duration.ofDays(7));

        assertThat(world.desk
                        .clocks(KAREN, number, inAWeek)
                        .orElseThrow()
                        .get(0)
                        .reading()
                        .exceeded())
                .isTrue();
    }

    @Test
    void a_clock_is_found_by_its_target_its_measure_or_its_station() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
        Instant now = world.clock.instant();

        assertThat(world.desk
                        .clocks(KAREN, number, now, ClockFilter.ofTarget("residence"))
                        .orElseThrow())
                .isEqualTo(world.desk.clocks(KAREN, number).orElseThrow())
                .isNotEmpty();
        Stream.of(
                        ClockFilter.ofMeasure(Measure.RESIDENCE),
                        ClockFilter.every().withAgreement("centre"),
                        ClockFilter.every().at(SUPPORT_CENTRE),
                        ClockFilter.every().at(TierId.of("1st")))
                .forEach(which -> assertThat(
                                world.desk.clocks(KAREN, number, now, which).orElseThrow())
                        .hasSize(1));
        Stream.of(
                        ClockFilter.ofTarget("answer"),
                        ClockFilter.ofMeasure(Measure.ANSWER),
                        ClockFilter.every().withAgreement("bit"),
                        ClockFilter.every().at(BIT),
                        ClockFilter.ofTarget("residence").at(TierId.of("2nd")))
                .forEach(which -> assertThat(
                                world.desk.clocks(KAREN, number, now, which).orElseThrow())
                        .isEmpty());
    }

    @Test
    void the_clocks_of_a_case_of_1950_cost_what_is_asked_of_them_and_no_opening_since() {
        Desks office = new Desks(CaseRepository.inMemory(), office());
        CaseNumber old = brought(office, "1950-03-01T09:00:00Z");
        CaseNumber young = brought(office, "2007-07-25T09:00:00Z");
        long first = bytes(() -> office.desk.clocks(KAREN, old).orElseThrow());

        long ofTheOld = bytes(() -> office.desk.clocks(KAREN, old).orElseThrow());
        long ofTheYoung = bytes(() -> office.desk.clocks(KAREN, young).orElseThrow());
        Explanation explained = office.desk.clocks(KAREN, old).orElseThrow().get(0);

        assertThat(ofTheOld).isLessThan(2 * ofTheYoung + 10_000);
        assertThat(bytes(explained::steps)).as("what nobody asked for").isGreaterThan(20 * ofTheOld);
        assertThat(explained.steps()).hasSizeGreaterThan(20_000);
        assertThat(explained.counted()).isEqualTo(explained.reading().consumed());
        assertThat(first).isPositive();
    }

    private static ServiceCalendar office() {
        return ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();
    }

    private static CaseNumber brought(Desks world, String at) {
        return world.desk
                .operations()
                .importCase(new CaseImport(
                        "the archive",
                        CaseDescription.builder()
                                .customer(CITIZEN_CLARA)
                                .subject("of old")
                                .registeredAt(Instant.parse(at))
                                .build()))
                .orElseThrow()
                .number();
    }

    private static long bytes(Supplier<?> asked) {
        long before = Allocation.ofThisThread();
        assertThat(asked.get()).isNotNull();
        return Allocation.ofThisThread() - before;
    }

    @Test
    void the_clocks_of_a_case_out_of_sight_are_those_of_no_case() {
        CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);

        assertThat(refusal(world.desk.clocks(CITIZEN, number))).isInstanceOf(Refusal.UnknownCase.class);
        assertThat(refusal(world.desk.clocks(ActorId.of("nobody"), number))).isInstanceOf(Refusal.UnknownActor.class);
    }
}
