package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.notification.HostMessage;
import dk.sagsflow.core.notification.Lane;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.listening.CaseNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host has to send because of what happens: stored with it, and delivered as notifications are. */
class HostMessageTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final List<String> carried = new ArrayList<>();
    private boolean broken;
    private final Desks world = new Desks(
            store,
            desk -> desk.withMessages(this::changes).withCarrier("remote", message -> carried.add(message.payload())));

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
                "remote",
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
    void that_cannot_be_written_keeps_the_step_from_being_stored() {
        broken = true;

        assertThatThrownBy(() -> world.registerFor(CITIZEN_CARL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no words for it");
        assertThat(store.query(CaseQuery.all()).entries()).isEmpty();
    }
}
