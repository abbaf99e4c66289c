package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Side;
import dk.sagsflow.core.cases.Visibility;
import dk.sagsflow.core.cases.WaitingFor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void an_event_is_known_from_its_instant_on() {
        Course course = Story.registered("2007-08-01T08:00")
                .accepted("2007-08-01T09:00")
                .history()
                .course();

        assertThat(course.known(at("2007-08-01T08:00").minusNanos(1))).isZero();
        assertThat(course.known(at("2007-08-01T08:00"))).isEqualTo(1);
        assertThat(course.known(at("2007-08-01T09:00"))).isEqualTo(2);
        assertThat(course.until(0, at("2007-08-01T07:00"))).isEmpty();
    }

    @Test
    void where_time_runs_backwards_nothing_is_known_before_the_first_event_that_is_later() {
        CaseHistory story = Story.registered("2007-08-01T08:00")
                .accepted("2007-08-01T10:00")
                .history();
        CaseEvent accepted = story.events().get(1);
        CaseEvent written = new CaseEvent.NoteAdded(
                EventHeader.of(accepted.caseNumber(), 3, at("2007-08-01T09:00"), accepted.actor(), Side.ORGANISATION),
                Visibility.INTERNAL,
                "dated by another clock");
        Course course = story.followedBy(ImmutableList.of(written)).course();

        assertThat(course.known(at("2007-08-01T09:30"))).isEqualTo(1);
        assertThat(course.known(at("2007-08-01T10:00"))).isEqualTo(3);
    }

    @Test
    void a_hold_with_a_date_is_cut_there_once_the_date_is_past() {
        Course course = Story.registered("2007-08-01T08:00")
                .waiting(at("2007-08-01T09:00"), WaitingFor.CUSTOMER, Optional.of(at("2007-08-02T09:00")))
                .history()
                .course();

        assertThat(course.until(2, at("2007-08-02T09:00")))
                .extracting(Stretch::begunBy)
                .containsExactly(EventKind.REGISTERED, EventKind.PUT_ON_HOLD);
        assertThat(course.until(2, at("2007-08-02T10:00")))
                .extracting(Stretch::begunBy, Stretch::from, Stretch::to)
                .containsExactly(
                        tuple(EventKind.REGISTERED, at("2007-08-01T08:00"), at("2007-08-01T09:00")),
                        tuple(EventKind.PUT_ON_HOLD, at("2007-08-01T09:00"), at("2007-08-02T09:00")),
                        tuple(EventKind.RESUMED, at("2007-08-02T09:00"), at("2007-08-02T10:00")));
    }
}
