package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Staff.ANNA;
import static dk.sagsflow.testkit.desk.Staff.IB;
import static dk.sagsflow.testkit.desk.Staff.LIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.assignment.AssignmentChoice;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AssignmentTest {
    private static final AssignmentRule ROUND_ROBIN = Staff.centre(AssignmentMethod.ROUND_ROBIN);
    private static final AssignmentRule LEAST_LOADED = Staff.centre(AssignmentMethod.LEAST_LOADED);

    @Test
    void nobody_is_assigned_unless_a_rule_says_so() {
        Staff staff = new Staff(Routing.byHand());

        CaseNumber number = staff.registers();

        assertThat(staff.current(number).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void a_case_that_comes_in_is_given_to_a_member_in_the_same_step_and_the_reason_is_on_record() {
        Staff staff = Staff.by(ROUND_ROBIN);

        CaseNumber number = staff.registers();

        assertThat(staff.repository.history(number)).hasSize(2);
        assertThat(staff.events(number, CaseEvent.Assigned.class))
                .singleElement()
                .satisfies(assigned -> {
                    assertThat(assigned.actor()).isEqualTo(Actor.sagsflow().id());
                    assertThat(assigned.assignee()).isEqualTo(ANNA);
                    assertThat(assigned.reason())
                            .contains("of 3 the one whose latest assignment is longest ago, below capacity, on duty");
                });
        assertThat(staff.current(number).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void desks_on_one_store_go_round_together_even_if_the_clock_stands() {
        Staff staff = Staff.by(ROUND_ROBIN);
        SupportDesk other = staff.builder().build();

        List<Optional<ActorId>> assignees = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            assignees.add(staff.assignee(staff.registers()));
            assignees.add(staff.assignee(staff.registers(other)));
        }

        assertThat(assignees.stream().flatMap(Optional::stream)).containsExactly(ANNA, IB, LIS, ANNA, IB, LIS);
    }

    @Test
    void a_case_is_given_to_a_member_wherever_it_arrives() {
        AssignmentRule bit = AssignmentRule.builder()
                .group(ReferenceOrganisation.BIT)
                .method(AssignmentMethod.LEAST_LOADED)
                .build();
        Staff staff = new Staff(Routing.builder().addAssignments(bit).build());
        CaseNumber number = staff.registers();

        staff.does(ReferenceOrganisation.KAREN, number, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));

        assertThat(staff.assignee(number)).contains(ReferenceOrganisation.BO);

        Staff both =
                new Staff(Routing.builder().addAssignments(bit, LEAST_LOADED).build());
        CaseNumber second = both.registers();
        assertThat(both.assignee(second)).contains(ANNA);
        both.does(ANNA, second, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
        both.does(
                ReferenceOrganisation.BO,
                second,
                new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "which browser?"));
        assertThat(both.assignee(second)).as("comes back to whoever had it").contains(ANNA);
        both.does(ANNA, second, new CaseCommand.Answer("try again"));
        both.does(ReferenceOrganisation.KAREN, second, new CaseCommand.Reopen("it did not help"));
        assertThat(both.assignee(second)).as("reopened").contains(IB);
    }

    @Test
    void a_case_that_comes_back_to_a_group_where_nobody_had_it_is_given_to_a_member() {
        Staff staff = Staff.by(ROUND_ROBIN.withCapacity(0).withCapacities(ImmutableMap.of()));
        CaseNumber number = staff.registers();
        staff.does(ReferenceOrganisation.KAREN, number, new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(Staff.organisation())
                                .withRouting(Routing.builder()
                                        .addAssignment(ROUND_ROBIN)
                                        .build()),
                        Staff.people(),
                        staff.clock)
                .withRepository(staff.repository)
                .build();

        assertThat(desk.submit(ReferenceOrganisation.BO, number, new CaseCommand.Answer("so"))
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(staff.assignee(number)).contains(ANNA);
    }

    @Test
    void nobody_is_assigned_above_the_capacity_and_the_queue_is_looked_at_again() {
        Staff staff = Staff.by(LEAST_LOADED.withCapacity(1));
        List<CaseNumber> numbers = Stream.generate(staff::registers).limit(4).toList();

        CaseNumber waiting = numbers.get(3);
        assertThat(numbers.subList(0, 3))
                .allMatch(number -> staff.assignee(number).isPresent());
        assertThat(staff.current(waiting).status()).isEqualTo(CaseStatus.QUEUED);

        staff.clock.advance(Duration.ofMinutes(15));
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(staff.current(waiting).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(staff.desk.operations().sweep(10).handled())
                .as("it is not due at once again")
                .isZero();

        staff.does(IB, numbers.get(1), new CaseCommand.Answer("like this"));
        assertThat(staff.assignee(waiting)).as("at once").contains(IB);
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void what_is_done_by_hand_goes_before_capacity_and_is_not_touched() {
        Staff staff = Staff.by(LEAST_LOADED.withCapacity(0));
        CaseNumber number = staff.registers();

        staff.does(ReferenceOrganisation.HEAD, number, new CaseCommand.Assign(LIS));

        assertThat(staff.assignee(number)).contains(LIS);
        staff.clock.advance(Duration.ofDays(1));
        assertThat(staff.desk.operations().sweep(10).handled()).isZero();
        assertThat(staff.assignee(number)).contains(LIS);
    }

    @Test
    @Tag("R29")
    @Tag("R31")
    void cases_of_a_system_go_to_those_who_are_certified_in_it() {
        Staff staff = Staff.by(ROUND_ROBIN.withCompetences(
                new CompetenceRule(Condition.is(CaseField.SYSTEM, "amanda"), Staff.AMANDA)));

        assertThat(Stream.generate(() -> staff.registers(ReferenceOrganisation.AMANDA))
                        .limit(3)
                        .map(number -> staff.assignee(number).orElseThrow()))
                .containsOnly(ANNA);
        assertThat(Stream.generate(() -> {
                            staff.clock.advance(Duration.ofMinutes(1));
                            return staff.registers();
                        })
                        .limit(4)
                        .map(number -> staff.assignee(number).orElseThrow()))
                .containsExactly(IB, LIS, ANNA, IB);
    }

    @Test
    void a_case_that_comes_while_nobody_is_on_duty_is_given_to_whoever_comes_on_duty() {
        ServiceCalendar late = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:00", "16:00")
                .build();
        Staff staff = Staff.by(ROUND_ROBIN.withDuty(new DutyShift(LIS, late)));

        CaseNumber number = staff.registers();

        assertThat(staff.current(number).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(staff.repository.due(Instant.parse("2007-08-01T09:59:59Z"), 10))
                .isEmpty();
        staff.clock.advance(Duration.ofHours(4));
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(staff.assignee(number)).contains(LIS);
    }

    @Test
    void a_strategy_of_the_host_is_asked_and_held_to_members_with_capacity() {
        Staff staff = Staff.by(ROUND_ROBIN);
        SupportDesk last = staff.builder()
                .withAssignment(
                        ReferenceOrganisation.SUPPORT_CENTRE,
                        request -> new AssignmentChoice.Member(
                                LIS, "Lis likes " + request.supportCase().kind()))
                .build();
        SupportDesk astray = staff.builder()
                .withAssignment(
                        ReferenceOrganisation.SUPPORT_CENTRE,
                        request -> new AssignmentChoice.Member(ReferenceOrganisation.KAREN, "has no capacity"))
                .build();
        SupportDesk failing = staff.builder()
                .withAssignment(ReferenceOrganisation.SUPPORT_CENTRE, request -> {
                    throw new IllegalStateException("no idea");
                })
                .build();

        assertThat(staff.assignee(staff.registers(last))).contains(LIS);
        assertThat(staff.assignee(staff.registers(astray))).isEmpty();
        assertThat(staff.assignee(staff.registers(failing))).isEmpty();
    }

    @Test
    void an_assignment_stops_the_clock_of_acceptance() {
        Target acceptance = Target.builder()
                .id("acceptance")
                .measure(Measure.ACCEPTANCE)
                .budget(Budget.of(Duration.ofHours(1)))
                .calendar(ServiceCalendar.always())
                .build();
        Staff staff = new Staff(SupportModel.of(Staff.organisation())
                .withRouting(Routing.builder().addAssignment(ROUND_ROBIN).build())
                .withAgreements(Agreements.of(ImmutableList.of(Agreement.builder()
                        .id("centre")
                        .name("Centre")
                        .kind(AgreementKind.SLA)
                        .provider(new Party.OfTier(TierId.of("1st")))
                        .consumer(new Party.EveryCustomer())
                        .addTarget(acceptance)
                        .build()))));
        CaseNumber number = staff.registers();
        staff.clock.advance(Duration.ofHours(2));

        assertThat(staff.desk.clocks(ANNA, number).orElseThrow())
                .singleElement()
                .satisfies(explanation -> {
                    ClockReading reading = explanation.reading();
                    assertThat(reading.state()).isEqualTo(new ClockState.Met());
                    assertThat(reading.consumed()).isZero();
                });
    }

    @Test
    void of_desks_that_assign_at_once_none_takes_anybody_above_the_capacity_and_turns_are_kept()
            throws InterruptedException {
        Staff staff = Staff.by(ROUND_ROBIN.withCapacity(4));

        staff.fourDesksRegister(5);

        assertThat(staff.repository.query(CaseQuery.all()).cases()).hasSize(20);
        assertThat(staff.repository.loads(ReferenceOrganisation.SUPPORT_CENTRE).values())
                .extracting(MemberLoad::open)
                .containsExactly(4, 4, 4);
    }

    @Test
    void of_desks_that_assign_at_once_every_member_gets_as_many_turns_as_any_other() throws InterruptedException {
        Staff staff = Staff.by(ROUND_ROBIN);

        staff.fourDesksRegister(6);

        assertThat(staff.repository.loads(ReferenceOrganisation.SUPPORT_CENTRE).values())
                .extracting(MemberLoad::assignments)
                .containsExactly(8L, 8L, 8L);
    }
}
