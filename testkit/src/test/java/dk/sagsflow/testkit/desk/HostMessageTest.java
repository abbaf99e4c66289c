package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.listening.CaseNews;
import dk.sagsflow.routing.operation.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host has to send because of what happens: stored with it, and delivered as notifications are. */
class HostMessageTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final List<String> carried = new ArrayList<>();
    private boolean broken;
    private boolean down;
    private String topic = "remote";
    private final Desks world = new Desks(
            store,
            desk -> desk.withMessages(this::changes)
                    .withCarrier("remote", this::carry)
                    .withDelivery(Patience.builder().attempts(3).build()));

    private void carry(HostMessage message) {
        if (down) {
            throw new IllegalStateException("no answer from the other side");
        }
        carried.add(message.payload());
    }

    private List<DeadLetter> dead() {
        return world.desk.operations().deadLetters(10).stream()
                .filter(letter -> letter.message() instanceof HostMessage)
                .toList();
    }

    private ImmutableList<HostMessage> changes(CaseNews news) {
        if (broken) {
            throw new IllegalStateException("no words for it");
        }
        CaseNumber number = news.after().number();
        String payload = news.before().map(before -> before.status() + " -> ").orElse("")
                + news.after().status();
        return ImmutableList.of(new HostMessage(
                MessageId.of("remote/" + number + "/" + news.after().version()),
                Lane.ofHost("remote/" + number),
                topic,
                payload,
                news.after().changedAt(),
                Optional.empty(),
                Optional.of(number)));
    }

    @Test
    void goes_out_by_the_carrier_of_its_topic_in_the_order_of_its_lane() {
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        assertThat(world.does(KAREN, number, new CaseCommand.Accept()).number()).isEqualTo(number);

        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();

        assertThat(carried).containsExactly("QUEUED", "QUEUED -> IN_PROGRESS");
    }

    @Test
    void is_tried_again_while_its_carrier_fails_given_up_in_the_end_and_sent_again_when_that_is_asked() {
        down = true;
        CaseNumber number = world.registerFor(CITIZEN_CARL);
        MessageId id = MessageId.of("remote/" + number + "/1");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(dead()).isEmpty();
            int unused = world.desk.operations().deliver(100).sent();
            world.clock.advance(Duration.ofHours(1));
        }

        assertThat(dead()).hasSize(1);
        assertThat(dead().get(0).message().id()).isEqualTo(id);
        assertThat(dead().get(0).lastFailure()).contains("no answer from the other side");
        down = false;
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(carried).isEmpty();

        assertThat(world.desk.operations().sendAgain(id)).isTrue();
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(carried).containsExactly("QUEUED");
        assertThat(dead()).isEmpty();
    }

    @Test
    void goes_out_once_a_carrier_that_failed_does_its_work() {
        down = true;
        CaseNumber unused = world.registerFor(CITIZEN_CARL);
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        down = false;
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(carried).isEmpty();

        world.clock.advance(Duration.ofHours(1));
        assertThat(world.desk.operations().deliver(100).dead()).isEmpty();
        assertThat(carried).containsExactly("QUEUED");
    }

    @Test
    void of_a_topic_that_nobody_carries_is_given_up_in_the_end_and_says_which() {
        topic = "nobody";
        CaseNumber unused = world.registerFor(CITIZEN_CARL);
        for (int attempt = 1; attempt <= 3; attempt++) {
            int sent = world.desk.operations().deliver(100).sent();
            assertThat(sent).isNotNegative();
            world.clock.advance(Duration.ofHours(1));
        }

        assertThat(carried).isEmpty();
        assertThat(dead())
                .extracting(DeadLetter::lastFailure)
                .singleElement()
                .asString()
                .contains("nobody");
    }

    @Test
    void that_cannot_be_written_keeps_the_step_from_being_stored() {
        broken = true;

        assertThatThrownBy(() -> world.registerFor(CITIZEN_CARL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no words for it");
        assertThat(store.query(CaseQuery.all()).entries()).isEmpty();
    }
}
