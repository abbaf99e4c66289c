package dk.sagsflow.routing.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.Act;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.CaseDecisions;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When rules come due, by hand. The case comes in at midnight, and the service is always open unless said otherwise. */
class FollowUpPlanTest {
    private static final Instant START = Instant.parse("2007-08-01T00:00:00Z");
    private static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("small")
            .addTiers(Tier.of("1st", "Centre"), Tier.of("2nd", "BIT"), Tier.of("3rd", "KMD"))
            .contactTier(TierId.of("1st"))
            .addGroups(
                    SupportGroup.of("centre", "Centre", "1st"),
                    SupportGroup.of("bit", "BIT", "2nd"),
                    SupportGroup.of("kmd", "KMD", "3rd"))
            .build();
    private static final CaseDecisions DECISIONS = new CaseDecisions(
            ORGANISATION,
            Directory.of(ImmutableList.of(), ImmutableList.of(Customer.of("anna", "Anna", CustomerKind.CITIZEN))));
    private static final CaseCommand WAIT = new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which?");
    private static final FollowUpRule REMIND = FollowUpRule.builder()
            .name("remind")
            .occasion(FollowUpOccasion.WAITING_FOR_CUSTOMER)
            .after(hours(4))
            .every(hours(2))
            .times(3)
            .calendar(ServiceCalendar.always())
            .addAction(new FollowUpAction.TellCustomer())
            .last(new FollowUpRule.LastStep(hours(5), ImmutableList.of(new FollowUpAction.Close())))
            .build();

    private static final Actor KAREN = Actor.supporter("karen", "Karen", "centre");

    private ImmutableList<CaseEvent> events = DECISIONS
            .register(CaseNumber.of("C-1"), Registration.of("anna", "help"), Act.of(KAREN, START))
            .orElseThrow();

    @Test
    void repetitions_and_the_last_step_are_counted_from_the_beginning() {
        does(1, WAIT);

        assertThat(due(REMIND, 100)).extracting(FollowUpDue::dueAt).containsExactly(at(5), at(7), at(9), at(14));
        assertThat(due(REMIND, 100))
                .extracting(FollowUpDue::id)
                .containsExactly(
                        "remind/waiting-for-customer-1/1",
                        "remind/waiting-for-customer-1/2",
                        "remind/waiting-for-customer-1/3",
                        "remind/waiting-for-customer-1/last");
        assertThat(due(REMIND, 7)).extracting(FollowUpDue::superseded).containsExactly(true, false);
        assertThat(due(REMIND, 100).get(3).actions()).containsExactly(new FollowUpAction.Close());
        assertThat(plan(REMIND).nextClosing(CaseHistory.of(events), at(6))).contains(at(14));
        assertThat(plan(REMIND).next(CaseHistory.of(events), at(8))).contains(at(5));
    }

    @Test
    void what_happens_at_the_very_moment_comes_first() {
        does(1, WAIT);
        does(5, new CaseCommand.Resume());

        assertThat(due(REMIND, 100)).isEmpty();
    }

    @Test
    void what_came_due_on_an_occasion_that_is_over_is_told_apart_and_does_nothing() {
        does(1, WAIT);
        does(6, new CaseCommand.Resume());
        does(10, WAIT);

        assertThat(due(REMIND, 15)).extracting(FollowUpDue::lapsed).containsExactly(true, false);
        assertThat(due(REMIND, 15).get(0).actions()).isEmpty();
        assertThat(due(REMIND, 15).get(1).id()).isEqualTo("remind/waiting-for-customer-2/1");
        assertThat(due(REMIND, 5)).extracting(FollowUpDue::lapsed).containsExactly(false);
    }

    @Test
    void a_hold_with_a_date_ends_the_wait_on_it_and_a_silence_begins() {
        does(1, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.of(at(7)), "which?"));

        assertThat(due(REMIND, 100)).extracting(FollowUpDue::dueAt).containsExactly(at(5));
        FollowUpRule silence = rule(FollowUpOccasion.SILENCE, new FollowUpAction.TellCustomer());
        assertThat(due(silence, 100)).extracting(FollowUpDue::dueAt).containsExactly(at(11));
    }

    @Test
    void a_condition_that_holds_only_later_makes_the_rule_due_then() {
        FollowUpRule urgent = rule(FollowUpOccasion.SILENCE, new FollowUpAction.NotifyWorkingGroup())
                .withWhen(Condition.is(CaseField.PRIORITY, "P1"));
        does(6, new CaseCommand.Prioritise(Impact.MAJOR, Urgency.HIGH));

        assertThat(due(urgent, 5)).isEmpty();
        assertThat(due(urgent, 100)).extracting(FollowUpDue::dueAt).containsExactly(at(6));
    }

    @Test
    @Tag("R14")
    void each_tier_that_handed_over_has_its_own_wait_and_the_contact_tier_is_meant_unless_another_is_named() {
        FollowUpRule list = rule(FollowUpOccasion.HANDED_OVER, new FollowUpAction.PutOnFollowUpList());
        does(1, new CaseCommand.HandOver(GroupId.of("bit"), "unknown"));
        does(3, new CaseCommand.HandOver(GroupId.of("kmd"), "theirs"));

        assertThat(due(list, 100)).singleElement().satisfies(due -> {
            assertThat(due.dueAt()).isEqualTo(at(5));
            assertThat(due.responsible()).contains(GroupId.of("centre"));
        });
        assertThat(due(list.withHandedOverBy(TierId.of("2nd")), 100))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.dueAt()).isEqualTo(at(7));
                    assertThat(due.responsible()).contains(GroupId.of("bit"));
                });
    }

    @Test
    void a_closing_overtakes_what_other_rules_would_have_told() {
        FollowUpRule later = REMIND.withName("later")
                .withLast(Optional.empty())
                .withAfter(hours(10))
                .withTimes(1);
        does(1, WAIT);

        assertThat(plan(REMIND, later).between(CaseHistory.of(events), Instant.MIN, at(20)))
                .filteredOn(due -> due.rule().equals(later))
                .extracting(FollowUpDue::superseded)
                .containsExactly(true);
        assertThat(plan(REMIND, later).between(CaseHistory.of(events), Instant.MIN, at(13)))
                .filteredOn(due -> due.rule().equals(later))
                .extracting(FollowUpDue::superseded)
                .containsExactly(false);
    }

    @Test
    void held_to_opening_hours_a_rule_comes_due_when_the_service_opens() {
        ServiceCalendar office = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .build();
        FollowUpRule eightHours = rule(FollowUpOccasion.SILENCE, new FollowUpAction.TellCustomer())
                .withAfter(hours(8))
                .withCalendar(office);

        assertThat(due(eightHours, 100))
                .extracting(FollowUpDue::dueAt)
                .containsExactly(Instant.parse("2007-08-01T14:00:00Z"));
        assertThat(due(eightHours.withHeldToOpeningHours(true), 100))
                .extracting(FollowUpDue::dueAt)
                .containsExactly(Instant.parse("2007-08-02T06:00:00Z"));
    }

    private static FollowUpRule rule(FollowUpOccasion occasion, FollowUpAction action) {
        return FollowUpRule.builder()
                .name("rule")
                .occasion(occasion)
                .after(hours(4))
                .calendar(ServiceCalendar.always())
                .addAction(action)
                .build();
    }

    private void does(int hour, CaseCommand command) {
        events = ImmutableList.<CaseEvent>builder()
                .addAll(events)
                .addAll(DECISIONS
                        .decide(SupportCase.of(events), command, Act.of(KAREN, at(hour)))
                        .orElseThrow())
                .build();
    }

    private List<FollowUpDue> due(FollowUpRule rule, int hour) {
        return plan(rule).between(CaseHistory.of(events), Instant.MIN, at(hour));
    }

    private static FollowUpPlan plan(FollowUpRule... rules) {
        return new FollowUpPlan(ORGANISATION, ImmutableList.copyOf(rules));
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Budget hours(int hours) {
        return Budget.of(Duration.ofHours(hours));
    }
}
