package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.IBM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KIM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SPECIALISTS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.routing.triage.TriageWords;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where cases go at a desk of the reference organisation: by its rules, and along its declared ways. */
class TriageDeskTest {
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");

    private SupportDesk desk(Routing routing) {
        return SupportDesk.builder(MODEL.withRouting(routing), ReferenceOrganisation.people(), clock)
                .build();
    }

    private static CaseNumber registered(SupportDesk desk, ActorId by, CustomerId customer, String subject) {
        return desk.register(by, Registration.of(customer.value(), subject))
                .orElseThrow()
                .number();
    }

    private SupportCase does(SupportDesk desk, ActorId by, CaseNumber number, CaseCommand command) {
        clock.advance(Duration.ofMinutes(10));
        return desk.submit(by, number, command).orElseThrow().whole();
    }

    private SupportCase placed(SupportDesk desk, CaseNumber number, Cause cause, Optional<SystemId> system) {
        return does(desk, KAREN, number, new CaseCommand.Classify(CaseKind.INCIDENT, system, Optional.empty(), cause));
    }

    @Nested
    class Proposals {
        private final SupportDesk desk = desk(MODEL.routing());
        private final CaseNumber number = registered(desk, KAREN, CITIZEN_CARL, "I cannot log in");

        @Test
        @Tag("R12")
        void say_where_a_case_goes_and_why() {
            TriageDecision decision = desk.propose(KAREN, number).orElseThrow();

            assertThat(decision.group()).contains(BIT);
            assertThat(TriageWords.in(Locale.ENGLISH).of(decision))
                    .containsExactly(
                            "To bit, by the rule \"what the support centre cannot place goes to BIT\".",
                            "\"business questions go straight to the specialists\" does not match: cause is UNKNOWN, not BUSINESS.",
                            "\"what the support centre cannot place goes to BIT\" matches: tier is 1st; cause is UNKNOWN; kind is INCIDENT.");
            assertThat(desk.propose(desk.view(KAREN, number).orElseThrow().whole()))
                    .isEqualTo(decision);
        }

        @Test
        void move_nothing_until_somebody_follows_them() {
            assertThat(desk.propose(KAREN, number).orElseThrow().current().working())
                    .map(Station::group)
                    .contains(SUPPORT_CENTRE);

            SupportCase handedOver = desk.triage(KAREN, number).orElseThrow().whole();

            assertThat(handedOver.working()).map(Station::group).contains(BIT);
            assertThat(desk.view(KAREN, number).orElseThrow().events())
                    .filteredOn(CaseEvent.HandedOver.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(CaseEvent.HandedOver.class, event -> {
                        assertThat(event.actor()).isEqualTo(KAREN);
                        assertThat(event.reason())
                                .isEqualTo("triage: what the support centre cannot place goes to BIT");
                    });
        }

        @Test
        void are_for_operators_who_may_see_the_case() {
            assertThat(refusal(desk.propose(CITIZEN, number))).isInstanceOf(Refusal.NotEntitled.class);
            assertThat(refusal(desk.propose(ASTRID, number))).isInstanceOf(Refusal.NotEntitled.class);
            assertThat(refusal(desk.propose(KIM, number))).isInstanceOf(Refusal.UnknownCase.class);
            assertThat(refusal(desk.propose(ActorId.of("nobody"), number))).isInstanceOf(Refusal.UnknownActor.class);
            assertThat(refusal(desk.triage(CITIZEN, number))).isInstanceOf(Refusal.UnknownCase.class);
            assertThat(refusal(desk.triage(BO, CaseNumber.of("C-none")))).isInstanceOf(Refusal.UnknownCase.class);
        }

        @Test
        void cannot_be_followed_where_there_is_none() {
            SupportCase unused = placed(desk, number, Cause.USER_ERROR, Optional.empty());

            assertThat(refusal(desk.triage(KAREN, number)).describe())
                    .isEqualTo("no triage rule leads the case on from support-centre; it can be handed over by hand");
        }

        @Test
        void are_asked_again_wherever_the_case_is() {
            SupportCase unused = placed(desk, number, Cause.SYSTEM, Optional.of(ReferenceOrganisation.AMANDA));

            assertThat(desk.triage(KAREN, number).orElseThrow().working())
                    .map(Station::group)
                    .contains(BIT);
            assertThat(desk.triage(BO, number).orElseThrow().working())
                    .map(Station::group)
                    .contains(KMD);
        }

        @Test
        void follow_the_opening_hours_of_a_calendar() {
            ServiceCalendar office = ServiceCalendar.in(ZoneOffset.UTC)
                    .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "06:00", "14:00")
                    .build();
            TriageRule atNight = new TriageRule("at night", Condition.is(CaseField.TIER, "1st"), BIT)
                    .during(new CalendarState("office", office, false));
            SupportDesk nightly = desk(Routing.of(new Triage(ImmutableList.of(atNight))));
            CaseNumber late = registered(nightly, KAREN, CITIZEN_CARL, "down");

            assertThat(nightly.propose(KAREN, late).orElseThrow().group()).isEmpty();
            clock.advance(Duration.ofHours(8));
            assertThat(nightly.propose(KAREN, late).orElseThrow().group()).contains(BIT);
        }
    }

    @Nested
    class Ways {
        @Test
        @Tag("R05")
        @Tag("R07")
        void of_the_reference_model_are_those_of_the_case_flow() {
            SupportDesk desk = desk(MODEL.routing());
            CaseNumber number = registered(desk, KAREN, CITIZEN_CARL, "Amanda is down");
            SupportCase unused = placed(desk, number, Cause.SYSTEM, Optional.of(ReferenceOrganisation.AMANDA));
            SupportCase atBit = does(desk, KAREN, number, new CaseCommand.HandOver(BIT, "unknown"));
            SupportCase atKmd = does(desk, BO, number, new CaseCommand.HandOver(KMD, "of Amanda"));

            assertThat(atBit.working()).map(Station::group).contains(BIT);
            assertThat(atKmd.working()).map(Station::group).contains(KMD);
            assertThat(does(desk, KIM, number, new CaseCommand.HandOver(SPECIALISTS, "is it meant so?"))
                            .working())
                    .map(Station::group)
                    .contains(SPECIALISTS);
        }

        @Test
        void that_are_not_declared_are_refused_with_those_that_are() {
            SupportDesk desk = desk(declared(
                    HandOverWay.of("on", HandOverEnd.tier("1st"), HandOverEnd.tier("2nd")),
                    HandOverWay.of("out", HandOverEnd.tier("2nd"), HandOverEnd.group("ibm"))));
            CaseNumber number = registered(desk, KAREN, CITIZEN_CARL, "down");
            SupportCase unused = does(desk, KAREN, number, new CaseCommand.HandOver(BIT, "unknown"));

            Refusal refusal = refusal(desk.submit(BO, number, new CaseCommand.HandOver(KMD, "perhaps")));

            assertThat(refusal).isEqualTo(new Refusal.WayNotDeclared(BIT, KMD, ImmutableSet.of(IBM)));
            assertThat(refusal.describe())
                    .isEqualTo("no way is declared on which bit hands this case over to kmd; it may go to ibm");
        }

        @Test
        void depend_on_the_case() {
            SupportDesk desk = desk(declared(HandOverWay.of("on", HandOverEnd.tier("1st"), HandOverEnd.tier("2nd"))
                    .when(Condition.mentions("down"))));
            CaseNumber down = registered(desk, KAREN, CITIZEN_CARL, "Amanda is DOWN");
            CaseNumber slow = registered(desk, KAREN, CITIZEN_CARL, "Amanda is slow");

            assertThat(desk.submit(KAREN, down, new CaseCommand.HandOver(BIT, "unknown"))
                            .wasAccepted())
                    .isTrue();
            assertThat(refusal(desk.submit(KAREN, slow, new CaseCommand.HandOver(BIT, "unknown")))
                            .describe())
                    .endsWith("; from here it goes to no other group, but can be answered or given back");
        }

        @Test
        @Tag("R07")
        @Tag("R08")
        @DisplayName("R07 R08 a direct way of the organisation's own passes a tier, which gets an advisory notice")
        void that_are_direct_pass_tiers_with_a_notice() {
            SupportDesk desk = desk(declared(HandOverWay.of("outage", HandOverEnd.tier("1st"), HandOverEnd.group("kmd"))
                    .when(Condition.is(CaseField.CAUSE, Cause.SYSTEM.name()))
                    .directly()));
            CaseNumber number = registered(desk, KAREN, CITIZEN_CARL, "Amanda is down");
            CaseCommand handOver = new CaseCommand.HandOver(KMD, "outage");

            assertThat(refusal(desk.submit(KAREN, number, handOver))).isInstanceOf(Refusal.TierSkipped.class);
            SupportCase unused = placed(desk, number, Cause.SYSTEM, Optional.of(ReferenceOrganisation.AMANDA));
            SupportCase handedOver =
                    desk.submit(KAREN, number, handOver).orElseThrow().whole();

            assertThat(handedOver.working()).map(Station::group).contains(KMD);
            assertThat(desk.view(KAREN, number).orElseThrow().events())
                    .last()
                    .isInstanceOfSatisfying(CaseEvent.AdvisoryNoticeGiven.class, notice -> {
                        assertThat(notice.tier()).isEqualTo(TierId.of("2nd"));
                        assertThat(notice.reason()).isEqualTo(CaseEvent.AdvisoryReason.DIRECT_ROUTE);
                    });
        }

        @Test
        @Tag("R02")
        void never_pass_the_contact_tier() {
            SupportDesk desk =
                    desk(declared(HandOverWay.of("past", HandOverEnd.tier("superusers"), HandOverEnd.tier("2nd"))
                            .directly()));
            CaseNumber number = desk.register(
                            ASTRID,
                            Registration.of(CASEWORKER_IN_AARHUS.value(), "down")
                                    .withGroup(SUPERUSERS))
                    .orElseThrow()
                    .number();

            assertThat(refusal(desk.submit(ASTRID, number, new CaseCommand.HandOver(BIT, "at once"))))
                    .isInstanceOf(Refusal.ContactTierPassed.class);
        }

        private Routing declared(HandOverWay... ways) {
            return Routing.byHand().withHandOvers(new HandOverGraph(ImmutableList.copyOf(ways)));
        }
    }

    @Nested
    class Endings {
        private final SupportDesk desk = desk(MODEL.routing());
        private final CaseNumber number = registered(desk, KAREN, CITIZEN_CARL, "Amanda is slow");

        @Test
        @Tag("R10")
        @DisplayName("R10 3rd level settles that a report is a change request, and 2nd level tells 1st level")
        void a_report_becomes_a_change_request() {
            CaseCommand convert = new CaseCommand.ConvertToChange(ChangeKind.NORMAL, "CR-7");
            SupportCase unused = placed(desk, number, Cause.SYSTEM, Optional.of(ReferenceOrganisation.AMANDA));
            SupportCase atBit = desk.triage(KAREN, number).orElseThrow().whole();

            assertThat(atBit.working()).map(Station::group).contains(BIT);
            assertThat(refusal(desk.submit(BO, number, convert))).isInstanceOf(Refusal.SettledElsewhere.class);
            SupportCase atKmd = desk.triage(BO, number).orElseThrow().whole();
            SupportCase converted = does(desk, KIM, number, convert);
            SupportCase back = does(desk, KIM, number, new CaseCommand.Answer("a change"));
            SupportCase told = does(desk, BO, number, new CaseCommand.Answer("it became a change"));

            assertThat(atKmd.working()).isEqualTo(converted.working());
            assertThat(converted.kind()).isEqualTo(CaseKind.CHANGE_REQUEST);
            assertThat(back.working()).map(Station::group).contains(BIT);
            assertThat(told.working()).map(Station::group).contains(SUPPORT_CENTRE);
            assertThat(desk.view(KAREN, number).orElseThrow().events())
                    .last()
                    .isInstanceOfSatisfying(
                            CaseEvent.AdvisoryNoticeGiven.class,
                            notice -> assertThat(notice.reason()).isEqualTo(CaseEvent.AdvisoryReason.CHANGE_REQUEST));
        }

        @Test
        @Tag("R11")
        @DisplayName("R11 what belongs to the municipality's own IT ends as referred, from the support centre")
        void a_case_is_referred() {
            CaseCommand refer = new CaseCommand.Refer("IT of the municipality", "call extension 4");
            CaseNumber other = registered(desk, KAREN, CITIZEN_CARL, "The printer is dead");
            SupportCase unused = does(desk, KAREN, other, new CaseCommand.HandOver(BIT, "unknown"));

            assertThat(does(desk, KAREN, number, refer).closingReason()).contains(ClosingReason.REFERRED);
            assertThat(refusal(desk.submit(BO, other, refer))).isInstanceOf(Refusal.ContactTierSpeaks.class);
        }
    }
}
