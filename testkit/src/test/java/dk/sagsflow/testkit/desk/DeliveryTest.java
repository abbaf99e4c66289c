package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.ClaimedLane;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.ForwardingOutbox;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.notification.Outbox;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ForwardingCaseRepository;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail that goes out, or does not. */
class DeliveryTest {
    private final Desks world = new Desks();

    @Test
    void one_address_that_fails_holds_back_its_own_case_alone() {
        CaseNumber ofCarl = world.registerFor(CITIZEN_CARL);
        CaseNumber ofCompany = world.registerFor(COMPANY);
        asksCustomer(ofCarl);
        asksCustomer(ofCompany);
        Notifier carlsPostIsDown = notification -> {
            if (notification.address().equals("carl@example.dk")) {
                throw new IllegalStateException("connection refused");
            }
            world.mailbox.send(notification);
        };

        assertThat(world.deskOn(world.repository, carlsPostIsDown)
                        .operations()
                        .deliver(100)
                        .sent())
                .isEqualTo(2);
        assertThat(world.repository.outbox().waiting(100))
                .extracting(message -> ((Notification) message).caseNumber())
                .containsExactly(ofCarl, ofCarl);

        assertThat(world.desk.operations().deliver(100).tried()).isZero();
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(world.desk.operations().deliver(100).sent()).isEqualTo(2);
        assertThat(world.mailbox.receivedAt("carl@example.dk"))
                .extracting(Notification::kind)
                .containsExactly(Notification.Kind.REGISTERED, Notification.Kind.WAITING_FOR_CUSTOMER);
    }

    @Test
    void what_was_sent_but_not_taken_off_the_list_is_sent_again_and_can_be_recognised() {
        CaseRepository store = CaseRepository.inMemory();
        Desks crashing = new Desks(new MeddlingRepository(store) {
            @Override
            void beforeDelivered() {
                throw new IllegalStateException("lost the connection to the store");
            }
        });
        assertThat(crashing.registerFor(CITIZEN_CARL)).isNotNull();
        Desks restarted = new Desks(store);

        assertThatThrownBy(() -> crashing.desk.operations().deliver(100))
                .hasMessage("lost the connection to the store");
        assertThat(restarted.desk.operations().deliver(100).tried()).isZero();
        restarted.clock.advance(Duration.ofMinutes(5));
        assertThat(restarted.desk.operations().deliver(100).sent()).isEqualTo(1);

        assertThat(crashing.mailbox.received()).isEqualTo(restarted.mailbox.received());
        assertThat(restarted.desk.operations().deliver(100).sent()).isZero();
    }

    @Test
    void no_more_are_tried_than_asked_for() {
        ImmutableList<CaseNumber> numbers = ImmutableList.of(
                world.registerFor(CITIZEN_CARL), world.registerFor(COMPANY), world.registerFor(CITIZEN_CARL));

        assertThat(world.desk.operations().deliver(2).sent()).isEqualTo(2);

        assertThat(world.mailbox.received())
                .extracting(Notification::caseNumber)
                .containsExactlyElementsOf(numbers.subList(0, 2));
    }

    @Test
    @Tag("R20")
    void nothing_internal_is_ever_mailed_to_a_customer() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(KAREN, number, new CaseCommand.AddNote(Visibility.INTERNAL, "SECRET"))
                        .status())
                .isEqualTo(CaseStatus.QUEUED);
        assertThat(world.does(KAREN, number, new CaseCommand.HandOver(BIT, "SECRET"))
                        .status())
                .isEqualTo(CaseStatus.QUEUED);
        assertThat(world.does(BO, number, new CaseCommand.ProvideWorkaround("SECRET"))
                        .status())
                .isEqualTo(CaseStatus.QUEUED);
        assertThat(world.does(BO, number, new CaseCommand.Pause(WaitingFor.SUPPLIER, Optional.empty(), "SECRET"))
                        .status())
                .isEqualTo(CaseStatus.ON_HOLD);
        assertThat(world.does(BO, number, new CaseCommand.Resume()).status()).isEqualTo(CaseStatus.QUEUED);
        assertThat(world.does(BO, number, new CaseCommand.Answer("SECRET")).status())
                .isEqualTo(CaseStatus.QUEUED);

        assertThat(world.desk.operations().deliver(100).sent()).isEqualTo(4);
        assertThat(world.mailbox.received())
                .extracting(Notification::kind)
                .containsExactly(
                        Notification.Kind.REGISTERED,
                        Notification.Kind.STATUS_CHANGED,
                        Notification.Kind.STATUS_CHANGED,
                        Notification.Kind.STATUS_CHANGED);
        assertThat(world.mailbox.received().toString()).doesNotContain("SECRET");
    }

    @Test
    @Tag("R20")
    void no_personal_identification_number_leaves_in_a_mail() {
        CaseNumber number = world.desk
                .register(KAREN, Registration.of(CITIZEN_CARL.value(), "I am 070761-4285 and cannot log in"))
                .orElseThrow()
                .number();

        assertThat(world.desk.operations().deliver(100).sent()).isEqualTo(1);

        assertThat(world.mailbox.received())
                .extracting(Notification::text)
                .singleElement()
                .asString()
                .contains("I am xxxxxx-xxxx and cannot log in")
                .doesNotContain("070761-4285");
        assertThat(world.current(number).subject()).contains("070761-4285");
    }

    @Test
    void a_notifier_that_throws_anything_at_all_harms_no_other_notification() {
        Notifier broken = notification -> {
            if (notification.address().equals("carl@example.dk")) {
                throw new NoClassDefFoundError("javax/mail/Session");
            }
            world.mailbox.send(notification);
        };
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        CaseNumber ofCompany = world.registerFor(COMPANY);

        DeliveryReport report =
                world.deskOn(world.repository, broken).operations().deliver(100);

        assertThat(report).isEqualTo(new DeliveryReport(1, 1, ImmutableList.of(), false));
        assertThat(world.mailbox.received())
                .extracting(Notification::caseNumber)
                .containsExactly(ofCompany);
    }

    @Test
    void what_fails_waits_twice_as_long_each_time_and_is_given_up_in_the_end() {
        Patience policy = Patience.builder()
                .firstDelay(Duration.ofSeconds(10))
                .longestDelay(Duration.ofSeconds(35))
                .attempts(5)
                .build();
        SupportDesk desk = world.builder(world.repository)
                .withNotifier(world.mailbox)
                .withDelivery(policy)
                .build();
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        world.mailbox.full(true);

        assertThat(desk.operations().deliver(10).postponed()).isEqualTo(1);
        for (int seconds : new int[] {10, 20, 35}) {
            world.clock.advance(Duration.ofSeconds(seconds).minusNanos(1_000));
            assertThat(desk.operations().deliver(10).tried()).isZero();
            world.clock.advance(Duration.ofNanos(1_000));
            assertThat(desk.operations().deliver(10).postponed()).isEqualTo(1);
        }
        world.clock.advance(Duration.ofSeconds(35));
        DeliveryReport last = desk.operations().deliver(10);

        assertThat(last.dead())
                .extracting(DeadLetter::attempts, DeadLetter::lastFailure)
                .containsExactly(tuple(5, "java.lang.IllegalStateException: the mailbox is full"));
        assertThat(desk.operations().deadLetters(10)).isEqualTo(last.dead());
        assertThat(world.repository.outbox().waiting(10)).isEmpty();
    }

    @Test
    void a_dead_letter_is_sent_again_or_discarded() {
        SupportDesk desk = world.builder(world.repository)
                .withNotifier(world.mailbox)
                .withDelivery(Patience.builder().attempts(1).build())
                .build();
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        assertThat(world.registerFor(COMPANY)).isNotNull();
        world.mailbox.full(true);
        ImmutableList<DeadLetter> dead = desk.operations().deliver(10).dead();
        world.mailbox.full(false);

        assertThat(desk.operations().sendAgain(dead.get(0).message().id())).isTrue();
        assertThat(desk.operations().discard(dead.get(1).message().id())).isTrue();

        assertThat(desk.operations().deliver(10).sent()).isEqualTo(1);
        assertThat(world.mailbox.received())
                .containsExactly((Notification) dead.get(0).message());
        assertThat(desk.operations().deadLetters(10)).isEmpty();
    }

    @Test
    void one_at_which_every_desk_dies_is_given_up_without_being_tried_again() {
        Notifier deadly = notification -> {
            throw new OutOfMemoryError("as if the process had ended here");
        };
        AtomicInteger lives = new AtomicInteger(2);
        SupportDesk dying = world.builder(new ForwardingCaseRepository(world.repository) {
                    @Override
                    public Outbox outbox() {
                        return new ForwardingOutbox(super.outbox()) {
                            @Override
                            public void postpone(ClaimedLane claimed, String failure, Instant now, Instant until) {
                                dies();
                            }

                            @Override
                            public void bury(
                                    ClaimedLane claimed, Collection<MessageId> ids, String failure, Instant now) {
                                if (lives.get() > 0) {
                                    dies();
                                }
                                super.bury(claimed, ids, failure, now);
                            }

                            private void dies() {
                                lives.decrementAndGet();
                                throw new OutOfMemoryError("nobody is left to say what became of it");
                            }
                        };
                    }
                })
                .withNotifier(deadly)
                .withDelivery(Patience.builder().attempts(2).build())
                .build();
        assertThat(world.registerFor(CITIZEN_CARL)).isNotNull();
        for (int life = 0; life < 2; life++) {
            assertThatThrownBy(() -> dying.operations().deliver(10)).isInstanceOf(OutOfMemoryError.class);
            assertThat(dying.operations().deliver(10).tried()).isZero();
            world.clock.advance(Duration.ofMinutes(5));
        }

        assertThat(dying.operations().deliver(10).dead())
                .extracting(DeadLetter::attempts)
                .containsExactly(2);
        assertThat(dying.operations().deadLetters(10)).hasSize(1);
    }

    @Test
    void while_one_desk_hangs_at_a_notification_another_sends_all_that_does_not_wait_behind_it() {
        CaseNumber ofCarl = world.registerFor(CITIZEN_CARL);
        asksCustomer(ofCarl);
        CaseNumber ofCompany = world.registerFor(COMPANY);
        Notifier hanging = notification -> {
            assertThat(world.desk.operations().deliver(100).sent()).isEqualTo(1);
            world.clock.advance(Duration.ofMinutes(5));
            assertThat(world.desk.operations().deliver(100).sent()).isEqualTo(2);
        };

        assertThat(world.deskOn(world.repository, hanging)
                        .operations()
                        .deliver(1)
                        .sent())
                .isEqualTo(1);

        assertThat(world.mailbox.received())
                .extracting(Notification::caseNumber)
                .containsExactly(ofCompany, ofCarl, ofCarl);
        assertThat(world.desk.operations().deliver(100).tried()).isZero();
    }

    private void asksCustomer(CaseNumber number) {
        assertThat(world.does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "when?"))
                        .status())
                .isEqualTo(CaseStatus.ON_HOLD);
    }
}
