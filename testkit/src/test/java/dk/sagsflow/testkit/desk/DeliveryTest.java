package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.COMPANY;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseCommand;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Registration;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.repository.CaseRepository;
import java.time.Duration;
import java.util.Optional;
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

        assertThat(world.deskOn(world.repository, carlsPostIsDown).deliver(100).sent())
                .isEqualTo(2);
        assertThat(world.repository.outbox().waiting(100))
                .extracting(Notification::caseNumber)
                .containsExactly(ofCarl, ofCarl);

        assertThat(world.desk.deliver(100).tried()).isZero();
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(world.desk.deliver(100).sent()).isEqualTo(2);
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

        assertThatThrownBy(() -> crashing.desk.deliver(100)).hasMessage("lost the connection to the store");
        assertThat(restarted.desk.deliver(100).tried()).isZero();
        restarted.clock.advance(Duration.ofMinutes(5));
        assertThat(restarted.desk.deliver(100).sent()).isEqualTo(1);

        assertThat(crashing.mailbox.received()).isEqualTo(restarted.mailbox.received());
        assertThat(restarted.desk.deliver(100).sent()).isZero();
    }

    @Test
    void no_more_are_tried_than_asked_for() {
        ImmutableList<CaseNumber> numbers = ImmutableList.of(
                world.registerFor(CITIZEN_CARL), world.registerFor(COMPANY), world.registerFor(CITIZEN_CARL));

        assertThat(world.desk.deliver(2).sent()).isEqualTo(2);

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

        assertThat(world.desk.deliver(100).sent()).isEqualTo(1);
        assertThat(world.mailbox.received().toString()).doesNotContain("SECRET");
    }

    @Test
    @Tag("R20")
    void no_personal_identification_number_leaves_in_a_mail() {
        CaseNumber number = world.desk
                .register(KAREN, Registration.of(CITIZEN_CARL.value(), "I am 070761-4285 and cannot log in"))
                .orElseThrow()
                .number();

        assertThat(world.desk.deliver(100).sent()).isEqualTo(1);

        assertThat(world.mailbox.received())
                .extracting(Notification::text)
                .containsExactly("I am xxxxxx-xxxx and cannot log in");
        assertThat(world.current(number).subject()).contains("070761-4285");
    }

    private void asksCustomer(CaseNumber number) {
        assertThat(world.does(KAREN, number, new CaseCommand.Pause(WaitingFor.CUSTOMER, Optional.empty(), "when?"))
                        .status())
                .isEqualTo(CaseStatus.ON_HOLD);
    }
}
