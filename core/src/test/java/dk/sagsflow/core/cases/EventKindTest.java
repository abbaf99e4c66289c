package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventKindTest {
    @Test
    void there_is_one_for_each_event_under_the_name_that_it_has_in_json() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::typeName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                        .map(event -> event.getAnnotation(JsonTypeName.class).value())
                        .toList());
    }

    @Test
    void an_event_knows_its_kind() {
        EventHeader header =
                EventHeader.of(CaseNumber.of("C-1"), 2, Instant.EPOCH, ActorId.of("karen"), Side.ORGANISATION);
        Station centre = new Station(GroupId.of("centre"), TierId.of("1st"));

        assertThat(new CaseEvent.Accepted(header, centre).eventKind()).isEqualTo(EventKind.ACCEPTED);
        assertThat(new CaseEvent.Resumed(header).eventKind()).isEqualTo(EventKind.RESUMED);
        assertThat(new CaseEvent.Reopened(header, centre, "again").eventKind()).isEqualTo(EventKind.REOPENED);
    }
}
