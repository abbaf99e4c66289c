package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIRGIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CASEWORKER_IN_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.IBM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KIM;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KMD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OLE;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SPECIALISTS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPERUSERS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CustomerEvent;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reference organisation at its desk. */
class ReferenceDeskTest {
    private final Desks world = new Desks();
    private final SupportDesk desk = world.desk;

    @Nested
    class TheFlow {
        @Test
        @Tag("R01")
        @DisplayName("R01 everybody entitled sees who works on a case, since when, and what happened before")
        void is_transparent() {
            CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
            Instant before = world.clock.instant();
            world.handsOver(KAREN, number, BIT);

            assertThat(desk.view(ASTRID, number).orElseThrow())
                    .isInstanceOfSatisfying(CaseFile.ForCustomer.class, seen -> {
                        assertThat(seen.shown().working()).map(Station::group).contains(BIT);
                        assertThat(seen.shown().workingSince()).get().matches(before::isBefore);
                        assertThat(seen.told())
                                .extracting(CustomerEvent::kind)
                                .containsExactly(EventKind.REGISTERED, EventKind.HANDED_OVER);
                    });
            assertThat(desk.view(KAREN, number).orElseThrow().events()).hasSize(2);
        }

        @Test
        @Tag("R02")
        @DisplayName(
                "R02 a case comes in at the support centre, whoever registers it, and nowhere else above the superusers")
        void has_one_entrance() {
            CaseNumber byPhone = world.registerFor(CITIZEN_CARL);
            CaseNumber bySuperuser = world.register(ASTRID, CASEWORKER_IN_AARHUS);

            assertThat(List.of(byPhone, bySuperuser))
                    .allSatisfy(
                            number -> assertThat(world.current(number).working().map(Station::group))
                                    .contains(SUPPORT_CENTRE));
            assertThat(refusal(desk.register(KAREN, registration(CITIZEN_CARL.value(), BIT))))
                    .isInstanceOf(Refusal.NotAboveContactTier.class);
            assertThat(refusal(desk.register(CITIZEN, Registration.of(CITIZEN_CARL.value(), "help"))))
                    .isInstanceOf(Refusal.NotEntitled.class);
        }

        @Test
        @Tag("R03")
        @DisplayName("R03 a superuser answers what she can and escalates the rest, whose answer comes back through her")
        void begins_with_superusers() {
            CaseNumber own = desk.register(ASTRID, registration(CASEWORKER_IN_AARHUS.value(), SUPERUSERS))
                    .orElseThrow()
                    .number();
            assertThat(world.answers(ASTRID, own).status()).isEqualTo(CaseStatus.ANSWERED);

            CaseNumber escalated = desk.register(ASTRID, registration(CASEWORKER_IN_AARHUS.value(), SUPERUSERS))
                    .orElseThrow()
                    .number();
            world.handsOver(ASTRID, escalated, SUPPORT_CENTRE);
            world.places(escalated, Cause.USER_ERROR);
            SupportCase back = world.answers(KAREN, escalated);

            assertThat(back.working().map(Station::group)).contains(SUPERUSERS);
            assertThat(world.answers(ASTRID, escalated).status()).isEqualTo(CaseStatus.ANSWERED);
        }

        @Test
        @Tag("R04")
        @Tag("R06")
        @DisplayName(
                "R04 R06 whoever solves it, the support centre answers the customer, and 2nd level answers the support centre")
        void answers_through_the_same_hands() {
            CaseNumber number = aboutAmanda();
            world.handsOver(KAREN, number, BIT);
            world.handsOver(BO, number, KMD);
            assertThat(world.answers(KIM, number).working().map(Station::group)).contains(BIT);
            assertThat(world.answers(BO, number).working().map(Station::group)).contains(SUPPORT_CENTRE);
            assertThat(world.mailbox.received()).isEmpty();

            assertThat(world.answers(KAREN, number).status()).isEqualTo(CaseStatus.ANSWERED);
            assertThat(answersToCustomer(number))
                    .extracting(answer -> answer.by().group())
                    .containsExactly(SUPPORT_CENTRE);
        }

        @Test
        @Tag("R07")
        @Tag("R08")
        @DisplayName(
                "R07 R08 a business question goes straight to the specialists, and BIT gets an advisory notice by mail")
        void lets_business_questions_go_straight() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            assertThat(refusal(desk.submit(KAREN, number, new CaseCommand.HandOver(SPECIALISTS, "what is the rule?"))))
                    .isInstanceOf(Refusal.TierSkipped.class);
            world.places(number, Cause.BUSINESS);
            world.handsOver(KAREN, number, SPECIALISTS);
            int unused = desk.operations().deliver(10).sent();

            assertThat(world.mailbox.receivedAt("bit@example.dk"))
                    .extracting(Notification::kind)
                    .containsExactly(Notification.Kind.ADVISORY_NOTICE);
            assertThat(world.answers(BIRGIT, number).working().map(Station::group))
                    .contains(SUPPORT_CENTRE);
        }

        @Test
        @Tag("R09")
        @DisplayName("R09 a supplier whom the specialists asked answers only with the contact documented")
        void documents_contact_with_suppliers() {
            CaseNumber number = aboutAmanda();
            world.places(number, Cause.BUSINESS);
            world.handsOver(KAREN, number, SPECIALISTS);
            world.handsOver(BIRGIT, number, KMD);

            assertThat(refusal(desk.submit(KIM, number, new CaseCommand.Answer("built like this"))))
                    .isInstanceOf(Refusal.SupplierContactUndocumented.class);
            SupportCase documented =
                    world.does(KIM, number, new CaseCommand.DocumentSupplierContact(KMD, "spoke with Birgit"));

            assertThat(documented.working().map(Station::group)).contains(KMD);
            assertThat(world.answers(KIM, number).working().map(Station::group)).contains(SPECIALISTS);
        }

        @Test
        @Tag("R14")
        @DisplayName("R14 the support centre goes on seeing what it handed over")
        void keeps_a_follow_up_list() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            world.handsOver(KAREN, number, BIT);

            CaseQuery followUp =
                    CaseQuery.builder().followedUpBy(SUPPORT_CENTRE).build();

            assertThat(desk.query(KAREN, followUp).orElseThrow().cases())
                    .extracting(CaseView::number)
                    .containsExactly(number);
            assertThat(desk.query(KIM, followUp).orElseThrow().cases()).isEmpty();
        }

        @Test
        @Tag("R15")
        @DisplayName("R15 all cases reach 2nd level through BIT, and suppliers only through it")
        void has_one_channel_to_2nd_level() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);

            assertThat(refusal(desk.submit(KAREN, number, new CaseCommand.HandOver(IBM, "yours?"))))
                    .isInstanceOf(Refusal.TierSkipped.class);
            world.handsOver(KAREN, number, BIT);
            assertThat(desk.query(BO, CaseQuery.builder().group(BIT).build())
                            .orElseThrow()
                            .cases())
                    .hasSize(1);
        }
    }

    @Nested
    class Communication {
        @Test
        @Tag("R19")
        @DisplayName("R19 a superuser follows the cases of the own unit, and of no other")
        void superusers_follow_their_unit() {
            CaseNumber number = world.registerFor(CASEWORKER_IN_AARHUS);
            world.handsOver(KAREN, number, BIT);
            SupportCase unused = world.does(BO, number, new CaseCommand.Accept());

            assertThat(desk.view(ASTRID, number).orElseThrow().view().status()).isEqualTo(CaseStatus.IN_PROGRESS);
            assertThat(desk.query(ASTRID, CaseQuery.all()).orElseThrow().cases())
                    .hasSize(1);
            assertThat(refusal(desk.view(OLE, number))).isInstanceOf(Refusal.UnknownCase.class);
            assertThat(desk.query(OLE, CaseQuery.all()).orElseThrow().cases()).isEmpty();
        }

        @Test
        @DisplayName("Customers and superusers read what is said to them, and never an internal note")
        void internal_notes_stay_inside() {
            CaseNumber number = world.registerFor(ASTRID_OF_AARHUS);
            SupportCase internal = world.does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "is tired"));
            SupportCase visible = world.does(KAREN, number, new CaseCommand.AddNote(Visibility.CUSTOMER, "we look"));
            world.handsOver(KAREN, number, BIT);

            assertThat(desk.view(ASTRID, number).orElseThrow().toString())
                    .contains("we look")
                    .doesNotContain("is tired", "unknown to us");
            assertThat(desk.view(BO, number).orElseThrow().events().toString()).contains("is tired");
            assertThat(internal.version()).isLessThan(visible.version());
        }

        @Test
        @Tag("R20")
        @DisplayName(
                "R20 citizens and companies, who have no access, are told by mail: registered, waiting, answered, closed")
        void those_without_access_get_mail() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            SupportCase waiting = world.does(
                    KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));
            SupportCase resumed = world.does(KAREN, number, new CaseCommand.Resume());
            world.places(number, Cause.USER_ERROR);
            SupportCase answered = world.answers(KAREN, number);
            SupportCase confirmed = world.does(KAREN, number, new CaseCommand.Confirm());
            int sent = desk.operations().deliver(100).sent();

            assertThat(sent).isEqualTo(4);
            assertThat(world.mailbox.receivedAt("carl@example.dk"))
                    .extracting(Notification::kind)
                    .containsExactly(
                            Notification.Kind.REGISTERED,
                            Notification.Kind.WAITING_FOR_CUSTOMER,
                            Notification.Kind.ANSWERED,
                            Notification.Kind.CLOSED);
            assertThat(List.of(waiting, resumed, answered, confirmed))
                    .extracting(SupportCase::status)
                    .containsExactly(CaseStatus.ON_HOLD, CaseStatus.QUEUED, CaseStatus.ANSWERED, CaseStatus.CLOSED);
        }

        @Test
        void mail_is_in_the_language_of_the_customer_and_superusers_get_none() {
            CaseNumber danish = world.registerFor(CITIZEN_CARL);
            CaseNumber english = world.registerFor(COMPANY);
            CaseNumber none = world.registerFor(ASTRID_OF_AARHUS);
            int sent = desk.operations().deliver(100).sent();

            assertThat(sent).isEqualTo(2);
            assertThat(world.mailbox.received())
                    .extracting(Notification::subject)
                    .containsExactly(danish + ": din sag er registreret", english + ": your case is registered");
            assertThat(world.current(none).status()).isEqualTo(CaseStatus.QUEUED);
        }
    }

    @Nested
    class WhatComesDue {
        @Test
        @Tag("R17")
        @DisplayName(
                "R17 a case past its limit is on record once for each visit, however often and late the desk sweeps")
        void exceeded_limits_are_recorded_once() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            world.clock.advance(Duration.ofHours(8));
            assertThat(desk.operations().sweep(100).handled()).isZero();

            world.clock.advance(Duration.ofNanos(999));
            assertThat(desk.operations().sweep(100).handled()).isZero();
            world.clock.advance(Duration.ofNanos(1));
            assertThat(desk.operations().sweep(100).handled()).isEqualTo(1);
            world.clock.advance(Duration.ofDays(3000));
            assertThat(desk.operations().sweep(100).handled()).isZero();

            assertThat(exceeded(number))
                    .extracting(PassedThreshold::dueAt)
                    .containsExactly(Instant.parse("2007-08-01T14:00:00Z"));
        }

        @Test
        void a_new_visit_has_a_limit_of_its_own() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            world.clock.advance(Duration.ofHours(9));
            int first = desk.operations().sweep(100).handled();
            world.handsOver(KAREN, number, BIT);
            SupportCase back = world.answers(BO, number);
            world.clock.advance(Duration.ofHours(9));
            int second = desk.operations().sweep(100).handled();

            assertThat(List.of(first, second)).containsExactly(1, 1);
            assertThat(exceeded(number))
                    .extracting(PassedThreshold::dueAt)
                    .containsExactly(
                            Instant.parse("2007-08-01T14:00:00Z"),
                            back.chain().working().orElseThrow().visitBegan().plus(Duration.ofHours(8)));
        }

        @Test
        void a_hold_with_a_date_ends_by_itself() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            Instant until = world.clock.instant().plus(Duration.ofDays(2));
            SupportCase held = world.does(
                    KAREN, number, new CaseCommand.Pause(WaitingFor.DATE, Optional.of(until), "back on Friday"));
            world.clock.moveTo(until);
            int handled = desk.operations().sweep(100).handled();

            assertThat(held.status()).isEqualTo(CaseStatus.ON_HOLD);
            assertThat(handled).isPositive();
            assertThat(world.current(number).status()).isEqualTo(CaseStatus.QUEUED);
        }

        @Test
        void a_case_waits_for_one_thing_at_a_time_and_is_told_what_to_do_about_a_second() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            SupportCase held = world.does(
                    KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "which browser?"));

            Refusal refusal = refusal(desk.submit(
                    KAREN, number, new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), "a new version")));

            assertThat(refusal)
                    .isEqualTo(new Refusal.AlreadyWaiting(WaitingFor.CUSTOMER, Optional.empty(), WaitingFor.SUPPLIER));
            assertThat(refusal.describe())
                    .isEqualTo(
                            "the case waits for the customer already, and for one thing at a time; to let it wait for a"
                                    + " supplier, resume it first; if both are needed, let it wait for what ends last, and name"
                                    + " the other in the note");
            assertThat(world.current(number)).isEqualTo(held);
        }

        @Test
        void two_desks_that_sweep_one_store_record_a_limit_once() throws InterruptedException {
            List<CaseNumber> numbers = Stream.generate(() -> world.registerFor(CITIZEN_CARL))
                    .limit(50)
                    .toList();
            world.clock.advance(Duration.ofHours(9));
            SupportDesk other = world.deskOn(world.repository);

            Thread one = new Thread(() -> sweepAll(desk));
            Thread two = new Thread(() -> sweepAll(other));
            one.start();
            two.start();
            one.join();
            two.join();

            assertThat(numbers)
                    .allSatisfy(number -> assertThat(exceeded(number)).hasSize(1));
        }

        @Test
        void a_clock_that_jumps_back_harms_neither_order_nor_limits() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            world.clock.moveTo(Instant.parse("2007-07-01T00:00:00Z"));
            world.handsOver(KAREN, number, BIT);
            int handled = desk.operations().sweep(100).handled();

            assertThat(handled).isZero();
            ChainLaws.assertKept(ReferenceOrganisation.organisation(), world.repository.history(number));
        }

        private void sweepAll(SupportDesk sweeping) {
            while (sweeping.operations().sweep(7).handled() > 0) {
                // until nothing is due
            }
        }
    }

    @Nested
    class Delivery {
        @Test
        void what_cannot_be_sent_waits_and_holds_back_what_follows_it() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            world.places(number, Cause.USER_ERROR);
            SupportCase unused = world.answers(KAREN, number);
            world.mailbox.full(true);
            assertThat(desk.operations().deliver(10).sent()).isZero();

            world.mailbox.full(false);
            world.clock.advance(Duration.ofSeconds(30));
            assertThat(desk.operations().deliver(10).sent()).isEqualTo(2);
            assertThat(desk.operations().deliver(10).sent()).isZero();
            assertThat(world.mailbox.received())
                    .extracting(Notification::kind)
                    .containsExactly(Notification.Kind.REGISTERED, Notification.Kind.ANSWERED);
        }
    }

    @Nested
    class AMajorIncident {
        private final CaseNumber parent = world.registerFor(ASTRID_OF_AARHUS);
        private final CaseNumber atCentre = child();
        private final CaseNumber atBit = child();

        private CaseNumber child() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);
            SupportCase unused = world.does(KAREN, number, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent));
            return number;
        }

        @Test
        void answers_the_customers_of_all_its_children_by_the_next_sweep() {
            world.handsOver(KAREN, atBit, BIT);
            world.places(parent, Cause.TECHNICAL);
            SupportCase unused = world.answers(KAREN, parent);
            assertThat(world.current(atBit).status()).isEqualTo(CaseStatus.QUEUED);
            assertThat(desk.operations().sweep(10).setAside()).isEmpty();

            assertThat(List.of(parent, atCentre, atBit)).allSatisfy(number -> {
                assertThat(world.current(number).status()).isEqualTo(CaseStatus.ANSWERED);
                assertThat(answersToCustomer(number)).hasSize(1);
                ChainLaws.assertKept(ReferenceOrganisation.organisation(), world.repository.history(number));
            });
            int sent = desk.operations().deliver(100).sent();
            assertThat(sent).isEqualTo(5);
        }

        @Test
        void passes_its_workaround_on_with_an_event_of_each_childs_own() {
            SupportCase unused = world.does(KAREN, parent, new CaseCommand.ProvideWorkaround("use the old page"));
            assertThat(desk.operations().sweep(10).setAside()).isEmpty();

            assertThat(List.of(atCentre, atBit))
                    .allSatisfy(number -> assertThat(world.repository.history(number))
                            .anySatisfy(event -> assertThat(event)
                                    .isInstanceOfSatisfying(
                                            CaseEvent.WorkaroundProvided.class,
                                            provided -> assertThat(provided.parent())
                                                    .contains(parent))));
        }

        @Test
        void belongs_to_none_of_its_children_and_no_child_has_two() {
            CaseNumber other = world.registerFor(CITIZEN_CARL);

            assertThat(refusal(desk.submit(KAREN, parent, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, atBit))))
                    .isInstanceOf(Refusal.BadRelation.class);
            assertThat(refusal(desk.submit(KAREN, atBit, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, other))))
                    .isInstanceOf(Refusal.BadRelation.class);
        }
    }

    @Nested
    class Erasure {
        @Test
        void takes_names_and_texts_and_leaves_the_flow() {
            CaseNumber number = desk.register(
                            KAREN,
                            Registration.of(CITIZEN_CARL.value(), "Carl cannot log in")
                                    .withDescription("Carl Citizen, 010190-1234"))
                    .orElseThrow()
                    .number();
            world.places(number, Cause.USER_ERROR);
            SupportCase answered = world.answers(KAREN, number);
            SupportCase closed = world.does(KAREN, number, new CaseCommand.Confirm());
            SupportCase erased = world.does(HEAD, number, new CaseCommand.ErasePersonalData());

            assertThat(world.repository.history(number).toString()).doesNotContain("Carl", "010190", "this is how");
            assertThat(world.repository.outbox().waiting(10)).isEmpty();
            assertThat(erased.status()).isEqualTo(closed.status());
            assertThat(world.current(number)).isEqualTo(SupportCase.of(world.repository.history(number)));
            assertThat(world.current(number).answeredBy()).isEqualTo(answered.answeredBy());
        }

        @Test
        void is_for_closed_cases_and_the_head_of_the_support_centre() {
            CaseNumber number = world.registerFor(CITIZEN_CARL);

            assertThat(refusal(desk.submit(HEAD, number, new CaseCommand.ErasePersonalData())))
                    .isInstanceOf(Refusal.WrongStatus.class);
            assertThat(refusal(desk.submit(KAREN, number, new CaseCommand.ErasePersonalData())))
                    .isInstanceOf(Refusal.NotEntitled.class);
        }
    }

    private static Registration registration(String customer, GroupId group) {
        return Registration.of(customer, "help").withGroup(group);
    }

    private CaseNumber aboutAmanda() {
        return desk.register(
                        KAREN,
                        Registration.of(ASTRID_OF_AARHUS.value(), "Amanda is slow")
                                .withSystem(ReferenceOrganisation.AMANDA))
                .orElseThrow()
                .number();
    }

    private ImmutableList<CaseEvent.Answered> answersToCustomer(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.Answered.class::isInstance)
                .map(CaseEvent.Answered.class::cast)
                .filter(answer -> answer.to().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<PassedThreshold> exceeded(CaseNumber number) {
        return world.repository.history(number).stream()
                .filter(CaseEvent.ThresholdPassed.class::isInstance)
                .map(event -> ((CaseEvent.ThresholdPassed) event).passed())
                .collect(ImmutableList.toImmutableList());
    }
}
