package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Staff.ANNA;
import static dk.sagsflow.testkit.desk.Staff.IB;
import static dk.sagsflow.testkit.desk.Staff.LIS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.AMANDA;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.MemberLoad;
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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What waits goes before what arrives, and nobody gets a case who is not there for it. */
class FairAssignmentTest {
    private static final CaseCommand ANSWER = new CaseCommand.Answer("like this");
    private static final CaseCommand TO_BIT = new CaseCommand.HandOver(BIT, "unknown to us");
    private static final Duration DAY = Duration.ofDays(1);

    /** Anna alone, with room for one case. */
    private static AssignmentRule annaAlone() {
        return Staff.centre(AssignmentMethod.LEAST_LOADED)
                .withCapacity(1)
                .withCapacities(ImmutableMap.of(KAREN, 0, HEAD, 0, IB, 0, LIS, 0));
    }

    @Example
    void with_one_agent_of_capacity_one_cases_are_given_in_the_order_in_which_they_came() {
        Staff staff = Staff.by(annaAlone());
        List<CaseNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            staff.clock.advance(Duration.ofMinutes(1));
            numbers.add(staff.registers());
            if (i % 2 == 1) {
                staff.does(ANNA, hasIt(staff), ANSWER);
            }
        }
        while (!queued(staff).isEmpty()) {
            staff.does(ANNA, hasIt(staff), ANSWER);
        }

        assertThat(given(staff)).containsExactlyElementsOf(numbers);
    }

    @Example
    void whoever_becomes_free_gets_what_waits_in_the_same_step() {
        Staff staff = Staff.by(annaAlone());
        CaseNumber first = staff.registers();
        CaseNumber waiting = staff.registers();
        for (CaseCommand freeing : List.of(ANSWER, TO_BIT, new CaseCommand.Assign(KAREN))) {
            staff.does(freeing instanceof CaseCommand.Assign ? HEAD : ANNA, first, freeing);
            assertThat(staff.assignee(waiting)).as("after %s", freeing).contains(ANNA);
            first = waiting;
            waiting = staff.registers();
            assertThat(staff.assignee(waiting)).isEmpty();
        }
        assertThat(staff.events(waiting, CaseEvent.Assigned.class)).isEmpty();
    }

    @Example
    void what_is_due_first_goes_first_and_what_has_no_limit_waits_no_longer_than_a_week_for_its_turn() {
        Staff staff = new Staff(SupportModel.of(Staff.organisation())
                .withRouting(Routing.builder().addAssignment(annaAlone()).build())
                .withAgreements(answeredWithin(ImmutableMap.of(Priority.P1, 4, Priority.P2, 80))));
        CaseNumber anna = staff.registers();
        CaseNumber none = staff.registers();
        CaseNumber calm = prioritised(staff, Priority.P2);
        CaseNumber urgent = prioritised(staff, Priority.P1);

        staff.does(ANNA, anna, ANSWER);
        assertThat(staff.assignee(urgent)).contains(ANNA);
        staff.does(ANNA, urgent, ANSWER);
        assertThat(staff.assignee(calm)).contains(ANNA);
        staff.clock.advance(Duration.ofDays(6));
        CaseNumber late = prioritised(staff, Priority.P2);
        staff.does(ANNA, calm, ANSWER);
        assertThat(staff.assignee(none))
                .as("came a week before the other is due")
                .contains(ANNA);
        assertThat(staff.assignee(late)).isEmpty();
    }

    @Example
    void a_request_under_a_key_is_not_about_those_that_it_frees_somebody_for() {
        Staff staff = Staff.by(annaAlone());
        CaseNumber first = staff.registers();
        CaseNumber waiting = staff.registers();
        RequestKey key = RequestKey.of("mail-1");
        var unused = staff.desk.submit(CaseRequest.of(ANNA, first, ANSWER).withKey(key));

        assertThat(staff.assignee(waiting)).contains(ANNA);
        assertThat(staff.repository.request(key).orElseThrow().versions()).containsOnlyKeys(first);
    }

    @Example
    void nobody_who_is_away_gets_a_case_and_whoever_comes_back_does() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN));
        Instant back = staff.clock.instant().plus(DAY);
        staff.away(ANNA, Absence.of(staff.clock.instant(), back));
        staff.away(IB, Absence.of(staff.clock.instant(), back));

        assertThat(Stream.generate(staff::registers).limit(3).map(staff::assignee))
                .containsOnly(Optional.of(LIS));

        staff.away(LIS, Absence.of(staff.clock.instant(), back.plus(DAY)));
        CaseNumber waiting = staff.registers();
        assertThat(staff.assignee(waiting)).isEmpty();
        staff.clock.moveTo(back);
        assertThat(staff.desk.operations().sweep(10).handled()).isPositive();
        assertThat(staff.assignee(waiting)).isPresent().isNotEqualTo(Optional.of(LIS));
    }

    @Example
    void what_comes_back_to_somebody_who_is_away_goes_to_the_deputy_or_to_somebody_else() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN));
        CaseNumber answered = staff.registers();
        CaseNumber givenBack = staff.registers();
        assertThat(staff.assignee(answered)).contains(ANNA);
        assertThat(staff.assignee(givenBack)).contains(IB);
        staff.does(ANNA, answered, TO_BIT);
        staff.does(IB, givenBack, TO_BIT);
        Instant now = staff.clock.instant();
        staff.away(ANNA, Absence.of(now, now.plus(DAY)).withDeputy(IB));
        staff.away(IB, Absence.of(now.plus(Duration.ofMinutes(2)), now.plus(DAY)));

        staff.does(BO, answered, ANSWER);
        assertThat(staff.assignee(answered)).contains(IB);
        staff.does(BO, givenBack, new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours"));
        assertThat(staff.assignee(givenBack)).contains(LIS);
    }

    @Example
    void what_comes_back_to_somebody_off_duty_or_no_longer_competent_goes_to_somebody_who_is() {
        ServiceCalendar mornings = daily("08:00", "12:00");
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                .withCompetences(new CompetenceRule(Condition.is(CaseField.SYSTEM, "jobnet"), Staff.AMANDA))
                .withDuty(new DutyShift(ANNA, mornings), new DutyShift(LIS, daily("08:00", "20:00"))));
        CaseNumber number = staff.registers();
        assertThat(staff.assignee(number)).contains(ANNA);
        staff.does(ANNA, number, TO_BIT);
        staff.clock.advance(Duration.ofHours(5));
        staff.does(BO, number, ANSWER);
        assertThat(staff.assignee(number)).as("off duty").contains(LIS);

        staff.clock.advance(Duration.ofHours(12));
        staff.does(LIS, number, TO_BIT);
        staff.does(BO, number, ANSWER);
        assertThat(staff.assignee(number)).as("nobody is on duty, so it waits").isEmpty();
        assertThat(staff.current(number).status()).isEqualTo(CaseStatus.QUEUED);
        staff.clock.advance(Duration.ofHours(8));
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(staff.assignee(number)).as("somebody is back").isPresent();
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
    }

    /** Each way by which a case comes to a group, from where Anna had it, after something happened meanwhile. */
    private static final ImmutableMap<String, Consumer<Case>> WAYS = ImmutableMap.of(
            "arrival",
            Case::registered,
            "answer from above",
            which -> which.throughBit(ANSWER),
            "return",
            which -> which.throughBit(new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "not ours")),
            "reopening",
            Case::answeredAndReopened);

    private static Staff competentAlone() {
        return Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                .withCompetences(new CompetenceRule(Condition.is(CaseField.SYSTEM, "amanda"), Staff.AMANDA)));
    }

    @Example
    void whoever_is_no_longer_competent_gets_no_case_by_arrival_answer_return_or_reopening() {
        WAYS.forEach((way, coming) -> {
            Case which = new Case(competentAlone(), staff -> {
                staff.loses(ANNA);
                staff.gains(IB);
            });
            coming.accept(which);
            assertThat(which.staff.assignee(which.number)).as(way).contains(IB);
        });
    }

    @Example
    void where_nobody_is_competent_any_longer_a_case_that_comes_is_given_to_nobody_until_somebody_is() {
        WAYS.forEach((way, coming) -> {
            Case which = new Case(competentAlone(), staff -> staff.loses(ANNA));
            coming.accept(which);
            Staff staff = which.staff;
            assertThat(staff.assignee(which.number)).as(way).isEmpty();
            int given = staff.events(which.number, CaseEvent.Assigned.class).size();
            staff.clock.advance(Duration.ofMinutes(16));
            staff.desk.operations().sweep(10);
            assertThat(staff.events(which.number, CaseEvent.Assigned.class))
                    .as(way)
                    .hasSize(given);

            staff.gains(IB);
            staff.clock.advance(Duration.ofMinutes(16));
            assertThat(staff.desk.operations().sweep(10).handled()).as(way).isEqualTo(1);
            assertThat(staff.assignee(which.number)).as(way).contains(IB);
        });
    }

    @Example
    void whoever_is_away_gets_no_case_by_arrival_answer_return_or_reopening_but_the_deputy_or_somebody_else_does() {
        for (Optional<ActorId> deputy : List.of(Optional.<ActorId>empty(), Optional.of(LIS))) {
            WAYS.forEach((way, coming) -> {
                Case which = new Case(Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)), staff -> {
                    Instant now = staff.clock.instant();
                    Absence absence = Absence.of(now, now.plus(DAY));
                    staff.away(ANNA, deputy.map(absence::withDeputy).orElse(absence));
                });
                coming.accept(which);
                assertThat(which.staff.assignee(which.number))
                        .as(way)
                        .isPresent()
                        .isNotEqualTo(Optional.of(ANNA));
                boolean comesBackToAnna = way.equals("answer from above") || way.equals("return");
                if (deputy.isPresent() && comesBackToAnna) {
                    assertThat(which.staff.assignee(which.number)).as(way).isEqualTo(deputy);
                }
            });
        }
    }

    @Example
    void whoever_is_off_duty_gets_no_case_by_arrival_answer_return_or_reopening_but_somebody_on_duty_does() {
        WAYS.forEach((way, coming) -> {
            Case which = new Case(
                    Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                            .withDuty(
                                    new DutyShift(ANNA, daily("08:00", "12:00")),
                                    new DutyShift(LIS, daily("12:00", "20:00")))),
                    staff -> staff.clock.advance(Duration.ofHours(5)));
            coming.accept(which);
            assertThat(which.staff.assignee(which.number)).as(way).contains(LIS);
        });
    }

    @Example
    void where_nobody_is_there_a_case_that_comes_is_given_to_nobody_until_somebody_is() {
        WAYS.forEach((way, coming) -> {
            Case which = new Case(
                    Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                            .withDuty(new DutyShift(ANNA, daily("08:00", "12:00")))),
                    staff -> staff.clock.advance(Duration.ofHours(5)));
            coming.accept(which);
            Staff staff = which.staff;
            assertThat(staff.assignee(which.number)).as(way).isEmpty();
            staff.clock.advance(Duration.ofHours(20));
            assertThat(staff.desk.operations().sweep(10).handled()).as(way).isEqualTo(1);
            assertThat(staff.assignee(which.number)).as(way).contains(ANNA);
        });
    }

    /** A case of Amanda on its way. Not thread-safe. */
    private static final class Case {
        private final Staff staff;
        private final Consumer<Staff> meanwhile;
        private CaseNumber number = CaseNumber.of("none");

        Case(Staff staff, Consumer<Staff> meanwhile) {
            this.staff = staff;
            this.meanwhile = meanwhile;
        }

        void registered() {
            meanwhile.accept(staff);
            number = staff.registers(AMANDA);
        }

        private void ofAnna() {
            number = staff.registers(AMANDA);
            assertThat(staff.assignee(number)).contains(ANNA);
        }

        void throughBit(CaseCommand back) {
            ofAnna();
            staff.does(ANNA, number, TO_BIT);
            meanwhile.accept(staff);
            staff.does(BO, number, back);
        }

        void answeredAndReopened() {
            ofAnna();
            staff.does(ANNA, number, ANSWER);
            meanwhile.accept(staff);
            staff.does(KAREN, number, new CaseCommand.Reopen("it is back"));
        }
    }

    @Example
    void who_works_on_a_case_keeps_it_in_the_evening() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                .withDuty(new DutyShift(ANNA, daily("08:00", "12:00")), new DutyShift(LIS, daily("12:00", "20:00"))));
        CaseNumber number = staff.registers();
        assertThat(staff.assignee(number)).contains(ANNA);
        staff.clock.advance(Duration.ofHours(6));
        assertThat(staff.desk.operations().sweep(10).handled()).isZero();
        assertThat(staff.assignee(number)).contains(ANNA);
    }

    @Example
    void what_lies_with_somebody_who_goes_away_is_looked_at_by_the_lead_and_the_deputy_at_that_time_once() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN));
        Instant from = staff.clock.instant().plus(Duration.ofHours(3));
        staff.away(ANNA, Absence.of(from, from.plus(DAY)).withDeputy(ActorId.of("head-of-bit")));
        CaseNumber number = staff.registers();
        assertThat(staff.assignee(number)).contains(ANNA);

        assertThat(staff.repository.due(from.minusSeconds(1), 10)).isEmpty();
        staff.clock.moveTo(from);
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(staff.desk.operations().sweep(10).handled()).isZero();
        assertThat(told(staff, number)).containsExactlyInAnyOrder(HEAD, ActorId.of("head-of-bit"));
        assertThat(staff.assignee(number)).as("nobody takes it away").contains(ANNA);
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
    }

    @Example
    void an_absence_that_is_told_later_is_seen_once_the_agendas_of_the_person_are_renewed() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN));
        CaseNumber number = staff.registers();
        Instant now = staff.clock.instant();
        staff.away(ANNA, Absence.of(now, now.plus(DAY)));
        assertThat(staff.desk.operations().sweep(10).handled()).isZero();

        assertThat(staff.desk.operations().renewAgendasOf(ANNA)).isEqualTo(1);
        staff.clock.advance(Duration.ofMinutes(1));
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);
        assertThat(told(staff, number)).containsExactly(HEAD);
    }

    @Example
    void where_people_take_cases_themselves_what_comes_back_to_somebody_who_is_away_waits_for_all_of_them() {
        Staff staff = new Staff(Routing.byHand());
        CaseNumber number = staff.registers();
        staff.does(ANNA, number, new CaseCommand.Accept());
        staff.does(ANNA, number, TO_BIT);
        Instant now = staff.clock.instant();
        staff.away(ANNA, Absence.of(now, now.plus(DAY)));
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
        staff.does(BO, number, ANSWER);

        assertThat(staff.assignee(number)).isEmpty();
        assertThat(staff.repository.due(Instant.MAX, 10)).isEmpty();
        staff.does(IB, number, new CaseCommand.Accept());
        assertThat(staff.assignee(number)).contains(IB);
    }

    @Example
    void what_came_back_and_nobody_could_have_goes_before_what_arrives_later_and_whoever_becomes_free_gets_it() {
        Staff staff = Staff.by(annaAlone().withCapacities(ImmutableMap.of(KAREN, 0, HEAD, 0, LIS, 0, IB, 1)));
        CaseNumber back = staff.registers();
        CaseNumber ibs = staff.registers();
        assertThat(staff.assignee(back)).contains(ANNA);
        assertThat(staff.assignee(ibs)).contains(IB);
        staff.does(ANNA, back, TO_BIT);
        Instant now = staff.clock.instant();
        staff.away(ANNA, Absence.of(now, now.plus(DAY)));
        staff.does(BO, back, ANSWER);
        assertThat(staff.assignee(back)).as("Ib has one").isEmpty();
        staff.clock.advance(Duration.ofMinutes(1));
        CaseNumber later = staff.registers();

        staff.does(IB, ibs, ANSWER);
        assertThat(staff.assignee(back)).contains(IB);
        assertThat(staff.assignee(later)).isEmpty();
    }

    @Example
    void what_came_back_in_the_morning_is_not_taken_away_in_the_evening() {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.ROUND_ROBIN)
                .withDuty(new DutyShift(ANNA, daily("08:00", "12:00")), new DutyShift(LIS, daily("12:00", "20:00"))));
        CaseNumber number = staff.registers();
        assertThat(staff.assignee(number)).contains(ANNA);
        staff.does(ANNA, number, TO_BIT);
        staff.does(BO, number, ANSWER);
        assertThat(staff.assignee(number)).contains(ANNA);
        staff.away(ANNA, Absence.of(staff.clock.instant().plus(Duration.ofHours(5)), Instant.MAX));
        assertThat(staff.desk.operations().renewAgendasOf(ANNA)).isEqualTo(1);
        staff.clock.advance(Duration.ofHours(6));
        assertThat(staff.desk.operations().sweep(10).handled())
                .as("word to the lead")
                .isEqualTo(1);

        assertThat(staff.assignee(number)).contains(ANNA);
    }

    /** However cases come and go: no case is overtaken by one that came later and is not due before it. */
    @Property(tries = 60)
    void no_waiting_case_is_overtaken_and_none_waits_for_ever(
            @ForAll("stream") List<Integer> stream, @ForAll @IntRange(min = 1, max = 3) int capacity) {
        Staff staff = Staff.by(annaAlone().withCapacity(capacity));
        List<CaseNumber> numbers = new ArrayList<>();
        for (int what : stream) {
            staff.clock.advance(Duration.ofMinutes(what));
            if (what % 3 == 0) {
                Optional<SupportCase> busy = annas(staff).findFirst();
                busy.ifPresent(one -> staff.does(ANNA, one.number(), ANSWER));
            } else {
                numbers.add(staff.registers());
            }
            if (what % 7 == 0) {
                var unused = staff.desk.operations().sweep(3);
            }
            assertThat(queued(staff).isEmpty() || annas(staff).count() == capacity)
                    .as("somebody is free while a case waits")
                    .isTrue();
        }
        for (int left = numbers.size(); left > 0; left--) {
            annas(staff).findFirst().ifPresent(one -> staff.does(ANNA, one.number(), ANSWER));
        }

        assertThat(given(staff)).containsExactlyElementsOf(numbers);
    }

    @Provide
    Arbitrary<List<Integer>> stream() {
        return Arbitraries.integers().between(1, 30).list().ofMinSize(5).ofMaxSize(40);
    }

    @Example
    void desks_on_one_store_that_free_and_fill_at_once_leave_nobody_free_while_a_case_waits()
            throws InterruptedException {
        Staff staff = Staff.by(Staff.centre(AssignmentMethod.LEAST_LOADED).withCapacity(2));
        staff.fourDesksRegister(5);
        List<Thread> threads = new ArrayList<>();
        for (ActorId member : Staff.CENTRE) {
            SupportDesk own = staff.builder().build();
            threads.add(new Thread(() -> {
                for (int i = 0; i < 3; i++) {
                    staff.repository.query(CaseQuery.builder().assignee(member).build()).cases().stream()
                            .findFirst()
                            .ifPresent(one -> {
                                var unused = own.submit(member, one.number(), ANSWER);
                            });
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(queued(staff)).hasSize(5);
        assertThat(staff.repository.loads(SUPPORT_CENTRE).values())
                .extracting(MemberLoad::open)
                .containsExactly(2, 2, 2);
    }

    private static Agreements answeredWithin(ImmutableMap<Priority, Integer> hours) {
        Agreement.Builder agreement = Agreement.builder()
                .id("centre")
                .name("Centre")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer());
        hours.forEach((priority, budget) -> agreement.addTarget(Target.builder()
                .id(priority.name())
                .measure(Measure.RESOLUTION)
                .appliesTo(Condition.is(CaseField.PRIORITY, priority.name()))
                .budget(Budget.of(Duration.ofHours(budget)))
                .calendar(ServiceCalendar.always())
                .build()));
        return Agreements.of(ImmutableList.of(agreement.build()));
    }

    private static CaseNumber prioritised(Staff staff, Priority priority) {
        CaseNumber number = staff.registers();
        staff.does(
                KAREN,
                number,
                priority == Priority.P1
                        ? new CaseCommand.Prioritise(Impact.MAJOR, Urgency.HIGH)
                        : new CaseCommand.Prioritise(Impact.HIGH, Urgency.MEDIUM));
        assertThat(staff.current(number).priority()).contains(priority);
        return number;
    }

    private static ServiceCalendar daily(String from, String to) {
        return ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, from, to)
                .build();
    }

    private static Stream<SupportCase> annas(Staff staff) {
        return staff.repository.query(CaseQuery.builder().assignee(ANNA).build()).cases().stream();
    }

    private static CaseNumber hasIt(Staff staff) {
        return annas(staff).findFirst().orElseThrow().number();
    }

    private static List<SupportCase> queued(Staff staff) {
        return staff.repository
                .query(CaseQuery.builder()
                        .group(SUPPORT_CENTRE)
                        .addStatus(CaseStatus.QUEUED)
                        .build())
                .cases();
    }

    /** The cases in the order in which somebody got them. */
    private static List<CaseNumber> given(Staff staff) {
        return staff.repository.query(CaseQuery.builder().pageSize(1000).build()).cases().stream()
                .flatMap(found -> staff.events(found.number(), CaseEvent.Assigned.class).stream())
                .filter(assigned -> assigned.actor().equals(Actor.sagsflow().id()))
                .sorted(Comparator.comparing(CaseEvent::recordedAt).thenComparing(CaseEvent::caseNumber))
                .map(CaseEvent::caseNumber)
                .toList();
    }

    private static List<ActorId> told(Staff staff, CaseNumber number) {
        return staff.events(number, CaseEvent.Escalated.class).stream()
                .map(CaseEvent.Escalated::to)
                .toList();
    }
}
