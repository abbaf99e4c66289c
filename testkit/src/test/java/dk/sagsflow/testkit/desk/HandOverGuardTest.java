package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.desk.Staff.BOSS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KIM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

@Label("A case that goes to and fro")
class HandOverGuardTest {
    private static final CaseCommand TO_BIT = new CaseCommand.HandOver(BIT, "not ours");
    private static final CaseCommand BACK = new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "nor ours");
    private static final ImmutableMap<GroupId, ActorId> LEADS = ImmutableMap.of(SUPPORT_CENTRE, HEAD, BIT, BOSS);

    private static Staff after(int limit) {
        return new Staff(Routing.builder().handOverLimit(limit).build());
    }

    private static CaseNumber threeTimesToAndFro(Staff staff) {
        CaseNumber number = staff.registers();
        staff.does(KAREN, number, TO_BIT);
        staff.does(BO, number, BACK);
        staff.does(KAREN, number, TO_BIT);
        return number;
    }

    @Example
    @Tag("R17")
    void the_lead_of_the_group_that_has_it_is_told_once_the_limit_is_used_up() {
        Staff staff = after(3);

        CaseNumber number = threeTimesToAndFro(staff);

        assertThat(staff.events(number, CaseEvent.Escalated.class))
                .singleElement()
                .satisfies(escalated -> {
                    assertThat(escalated.to()).isEqualTo(BOSS);
                    assertThat(escalated.reason()).contains("3 times");
                });
        assertThat(staff.repository.outbox().waiting(10))
                .extracting(message -> ((Notification) message).address())
                .contains("birthe@example.dk");
    }

    @Example
    void from_then_on_the_lead_alone_moves_it_and_the_refusal_says_so() {
        Staff staff = after(3);
        CaseNumber number = threeTimesToAndFro(staff);

        Refusal refusal = refusal(staff.desk.submit(BO, number, BACK));

        assertThat(refusal).isEqualTo(new Refusal.LeadDecides(CaseAction.GIVE_BACK, BIT, BOSS, 3));
        assertThat(refusal.describe())
                .contains("head-of-bit, the lead of bit")
                .contains("may hand it over, give it back or assign it; whoever has the answer may answer it");
        assertThat(refusal(staff.desk.submit(BO, number, new CaseCommand.HandOver(KMD, "theirs"))))
                .isInstanceOf(Refusal.LeadDecides.class);
        staff.does(BOSS, number, BACK);
        staff.does(KAREN, number, TO_BIT);
        assertThat(staff.desk.submit(BO, number, BACK)).isInstanceOf(Outcome.Accepted.class);
    }

    @Example
    void an_answer_is_always_welcome() {
        Staff staff = after(3);
        CaseNumber number = threeTimesToAndFro(staff);

        assertThat(staff.does(BO, number, new CaseCommand.Answer("like this"))
                        .working()
                        .map(Station::group))
                .contains(SUPPORT_CENTRE);
    }

    @Example
    void a_lead_who_assigns_it_has_decided() {
        Staff staff = after(3);
        CaseNumber number = threeTimesToAndFro(staff);

        staff.does(BOSS, number, new CaseCommand.Assign(BO));

        assertThat(staff.desk.submit(BO, number, BACK)).isInstanceOf(Outcome.Accepted.class);
    }

    @Example
    void a_group_without_a_lead_who_works_in_it_is_not_guarded() {
        Staff staff = after(1);
        CaseNumber number = staff.registers(ReferenceOrganisation.AMANDA);
        staff.does(HEAD, number, TO_BIT);
        staff.does(BOSS, number, new CaseCommand.HandOver(KMD, "theirs"));

        for (int i = 0; i < 3; i++) {
            staff.does(KIM, number, BACK);
            staff.does(BOSS, number, new CaseCommand.HandOver(KMD, "theirs"));
        }
        assertThat(staff.current(number).working().map(Station::group)).contains(KMD);
    }

    @Example
    @Tag("R17")
    void a_limit_that_would_hand_it_on_tells_the_lead_instead() {
        Target residence = Target.builder()
                .id("residence")
                .measure(Measure.RESIDENCE)
                .budget(Budget.of(Duration.ofHours(8)))
                .calendar(ServiceCalendar.always())
                .addThreshold(Threshold.at(100, new ThresholdAction.EscalateFunctionally()))
                .build();
        Staff staff = new Staff(SupportModel.of(Staff.organisation())
                .withRouting(Routing.builder().handOverLimit(2).build())
                .withAgreements(Agreements.of(ImmutableList.of(Agreement.builder()
                        .id("centre")
                        .name("Centre")
                        .kind(AgreementKind.SLA)
                        .provider(new Party.OfTier(TierId.of("1st")))
                        .consumer(new Party.EveryCustomer())
                        .addTarget(residence)
                        .build()))));
        CaseNumber number = staff.registers();
        staff.does(KAREN, number, TO_BIT);
        staff.does(BO, number, BACK);

        staff.clock.advance(Duration.ofHours(9));
        assertThat(staff.desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(staff.current(number).working().map(Station::group)).contains(SUPPORT_CENTRE);
        assertThat(staff.events(number, CaseEvent.Escalated.class))
                .extracting(CaseEvent.Escalated::to)
                .containsExactly(HEAD, HEAD);
    }

    /** Each number is somebody who tries something. */
    @Property
    void no_case_moves_more_often_than_the_limit_without_a_decision_of_a_lead(
            @ForAll @IntRange(min = 1, max = 4) int limit, @ForAll("tries") List<Integer> tries) {
        Staff staff = after(limit);
        CaseNumber number = staff.registers();
        int moves = 0;
        int told = 0;
        for (int what : tries) {
            SupportCase before = staff.current(number);
            ActorId by = List.of(KAREN, HEAD, BO, BOSS).get(what % 4);
            CaseCommand command = List.of(TO_BIT, BACK, new CaseCommand.Assign(by), new CaseCommand.Answer("so"))
                    .get(what / 4);
            staff.clock.advance(Duration.ofMinutes(1));
            if (staff.desk.submit(by, number, command) instanceof Outcome.Accepted<CaseView>) {
                boolean lead = before.working()
                        .map(station -> by.equals(LEADS.get(station.group())))
                        .orElse(false);
                boolean moved = command instanceof CaseCommand.HandOver || command instanceof CaseCommand.GiveBack;
                if (lead && !(command instanceof CaseCommand.Answer)) {
                    moves = 0;
                } else if (moved) {
                    moves++;
                    told += moves == limit ? 1 : 0;
                }
            }
            assertThat(moves).isLessThanOrEqualTo(limit);
        }
        assertThat(staff.events(number, CaseEvent.Escalated.class)).hasSize(told);
    }

    @Provide
    Arbitrary<List<Integer>> tries() {
        return Arbitraries.frequency(
                        Tuple.of(6, 0),
                        Tuple.of(6, 6),
                        Tuple.of(1, 1),
                        Tuple.of(1, 7),
                        Tuple.of(1, 9),
                        Tuple.of(1, 11),
                        Tuple.of(1, 10),
                        Tuple.of(1, 14))
                .list()
                .ofMaxSize(30);
    }
}
