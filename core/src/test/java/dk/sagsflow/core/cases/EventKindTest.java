package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
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
        EventHeader header = new EventHeader(CaseNumber.of("C-1"), 2, Instant.EPOCH, ActorId.of("karen"));
        Station centre = new Station(GroupId.of("centre"), TierId.of("1st"));

        assertThat(EventKind.of(new CaseEvent.Accepted(header, centre))).isEqualTo(EventKind.ACCEPTED);
        assertThat(EventKind.of(new CaseEvent.Resumed(header))).isEqualTo(EventKind.RESUMED);
        assertThat(EventKind.of(new CaseEvent.Reopened(header, centre, "again")))
                .isEqualTo(EventKind.REOPENED);
    }
}
