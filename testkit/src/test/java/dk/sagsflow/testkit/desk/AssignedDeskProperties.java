package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.MemberLoad;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds at a desk that assigns, whatever people do, the clock and sweeps. */
class AssignedDeskProperties {
    private static final ServiceCalendar MORNINGS = daily("08:00", "12:00");
    private static final ServiceCalendar DAYS = daily("09:00", "16:00");

    private static ServiceCalendar daily(String from, String to) {
        return ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, from, to)
                .build();
    }

    @Provide
    Arbitrary<List<Integer>> deeds() {
        return Arbitraries.integers().between(0, 13).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<AssignmentMethod> methods() {
        return Arbitraries.of(AssignmentMethod.ROUND_ROBIN, AssignmentMethod.LEAST_LOADED);
    }

    /** Two desks on one store take turns; each number is something that somebody does. */
    @Property(tries = 200)
    void strategies_assign_to_competent_members_on_duty_below_capacity_alone(
            @ForAll("deeds") List<Integer> deeds,
            @ForAll("methods") AssignmentMethod method,
            @ForAll @IntRange(min = 1, max = 3) int capacity) {
        AssignmentRule rule = Staff.centre(method)
                .withCapacity(capacity)
                .withCompetences(new CompetenceRule(Condition.is(CaseField.SYSTEM, "amanda"), Staff.AMANDA))
                .withDuty(
                        new DutyShift(Staff.ANNA, MORNINGS),
                        new DutyShift(Staff.IB, MORNINGS),
                        new DutyShift(Staff.LIS, DAYS));
        Staff staff = Staff.by(rule);
        List<SupportDesk> desks = List.of(staff.desk, staff.builder().build());
        for (int i = 0; i < deeds.size(); i++) {
            Set<CaseEvent.Assigned> known = assignedBySagsflow(staff).collect(Collectors.toSet());
            boolean competent = staff.competent(Staff.ANNA);
            Set<SupportCase> before = cameBack(staff).collect(Collectors.toSet());

            happen(staff, desks.get(i % 2), deeds.get(i), i);

            ImmutableMap<ActorId, MemberLoad> after = staff.repository.loads(ReferenceOrganisation.SUPPORT_CENTRE);
            assignedBySagsflow(staff)
                    .filter(assigned -> !known.contains(assigned))
                    .forEach(assigned -> {
                        ActorId member = assigned.assignee();
                        assertThat(Staff.CENTRE).contains(member);
                        assertThat(rule.onDuty(member, assigned.occurredAt())).isTrue();
                        assertThat(after.getOrDefault(member, MemberLoad.none()).open())
                                .isLessThanOrEqualTo(capacity);
                        boolean amanda = staff.current(assigned.caseNumber())
                                .system()
                                .filter(ReferenceOrganisation.AMANDA::equals)
                                .isPresent();
                        assertThat(!amanda || (competent && member.equals(Staff.ANNA)))
                                .as("whatever way it came")
                                .isTrue();
                    });
            assertThat(cameBack(staff).filter(back -> !before.contains(back)))
                    .as("what comes back bears nobody's name who could not be given it")
                    .allMatch(back -> mayHave(rule, staff, back));
        }
    }

    /** In the end somebody comes on duty and everything that can be assigned is. */
    @Property(tries = 100)
    void no_case_is_left_in_the_queue_while_somebody_could_have_it(@ForAll("deeds") List<Integer> deeds) {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.LEAST_LOADED)
                .withDuty(new DutyShift(Staff.ANNA, MORNINGS), new DutyShift(Staff.LIS, DAYS)));
        for (int i = 0; i < deeds.size(); i++) {
            happen(staff, staff.desk, deeds.get(i), i);
        }

        staff.regains(Staff.ANNA);
        for (int hour = 0; hour < 24; hour++) {
            staff.clock.advance(Duration.ofHours(1));
            while (staff.desk.operations().sweep(2).moreDue()) {
                assertThat(staff.repository.query(CaseQuery.all()).cases()).isNotEmpty();
            }
        }

        assertThat(queued(staff)).isEmpty();
    }

    private static List<SupportCase> queued(Staff staff) {
        return staff.repository
                .query(CaseQuery.builder()
                        .group(ReferenceOrganisation.SUPPORT_CENTRE)
                        .addStatus(CaseStatus.QUEUED)
                        .build())
                .cases();
    }

    /** What came back to the centre and to whoever had it there, and was not given to anybody since. */
    private static Stream<SupportCase> cameBack(Staff staff) {
        return staff.repository.query(CaseQuery.builder().pageSize(1000).build()).cases().stream()
                .filter(found -> found.chain()
                        .working()
                        .filter(working -> working.returned()
                                && working.station().group().equals(ReferenceOrganisation.SUPPORT_CENTRE))
                        .isPresent());
    }

    private static boolean mayHave(AssignmentRule rule, Staff staff, SupportCase back) {
        ActorId member = back.chain().working().flatMap(Link::assignee).orElseThrow();
        return rule.onDuty(member, staff.clock.instant())
                && (back.system().filter(ReferenceOrganisation.AMANDA::equals).isEmpty()
                        || (member.equals(Staff.ANNA) && staff.competent(member)));
    }

    private static Stream<CaseEvent.Assigned> assignedBySagsflow(Staff staff) {
        return staff.repository.query(CaseQuery.builder().pageSize(1000).build()).cases().stream()
                .flatMap(found -> staff.events(found.number(), CaseEvent.Assigned.class).stream())
                .filter(assigned -> assigned.actor().equals(Actor.sagsflow().id()));
    }

    private static void happen(Staff staff, SupportDesk desk, int what, int which) {
        List<SupportCase> cases = staff.repository.query(CaseQuery.all()).cases();
        if (what < 4 || cases.isEmpty()) {
            CaseNumber unused =
                    what % 2 == 0 ? staff.registers(desk) : staff.registers(desk, ReferenceOrganisation.AMANDA);
            return;
        }
        CaseNumber number = cases.get(which % cases.size()).number();
        switch (what) {
            case 4 -> staff.clock.advance(Duration.ofMinutes(10));
            case 5 -> staff.clock.advance(Duration.ofHours(7));
            case 6 -> {
                var unused = desk.operations().sweep(100);
            }
            case 7 -> asks(desk, ReferenceOrganisation.HEAD, number, new CaseCommand.Assign(Staff.LIS));
            case 8 ->
                asks(
                        desk,
                        ReferenceOrganisation.KAREN,
                        number,
                        new CaseCommand.HandOver(ReferenceOrganisation.BIT, "unknown"));
            case 9 ->
                asks(
                        desk,
                        ReferenceOrganisation.BO,
                        number,
                        new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours"));
            case 12 -> staff.loses(Staff.ANNA);
            case 13 -> staff.regains(Staff.ANNA);
            case 10 -> asks(desk, ReferenceOrganisation.KAREN, number, new CaseCommand.Reopen("again"));
            default -> asks(desk, ReferenceOrganisation.KAREN, number, new CaseCommand.Answer("like this"));
        }
    }

    private static void asks(SupportDesk desk, ActorId by, CaseNumber number, CaseCommand command) {
        var unused = desk.submit(by, number, command);
    }
}
