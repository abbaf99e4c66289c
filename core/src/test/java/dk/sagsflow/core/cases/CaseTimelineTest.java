package dk.sagsflow.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Where a case was, in stretches. */
class CaseTimelineTest {
    private static final Instant NINE = Instant.parse("2007-08-01T09:00:00Z");
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));
    private static final Station BIT = new Station(GroupId.of("bit"), TierId.of("2nd"));

    @Test
    void a_hold_with_an_end_ends_there_though_nobody_resumed_the_case() {
        CaseTimeline timeline = CaseTimeline.of(
                ImmutableList.of(registered(), accepted(2, 10), held(3, 20, 40), noted(4, 30), noted(5, 50)), at(60));

        assertThat(timeline.stretches())
                .extracting(CaseTimeline.Stretch::from, CaseTimeline.Stretch::status, CaseTimeline.Stretch::waitingFor)
                .containsExactly(
                        row(0, CaseStatus.QUEUED, Optional.empty()),
                        row(10, CaseStatus.IN_PROGRESS, Optional.empty()),
                        row(20, CaseStatus.ON_HOLD, Optional.of(WaitingFor.DATE)),
                        row(30, CaseStatus.ON_HOLD, Optional.of(WaitingFor.DATE)),
                        row(40, CaseStatus.IN_PROGRESS, Optional.empty()),
                        row(50, CaseStatus.IN_PROGRESS, Optional.empty()));
        assertThat(total(timeline)).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void a_hold_that_ends_after_the_timeline_does_not_make_it_longer() {
        CaseTimeline timeline = CaseTimeline.of(ImmutableList.of(registered(), held(2, 20, 40)), at(40));

        assertThat(total(timeline)).isEqualTo(Duration.ofMinutes(40));
        assertThat(timeline.stretches()).hasSize(2);
    }

    @Test
    void a_visit_begins_anew_when_the_answer_comes_back() {
        CaseTimeline timeline = CaseTimeline.of(
                ImmutableList.of(
                        registered(),
                        new CaseEvent.HandedOver(header(2, 10), CENTRE, BIT, "why"),
                        new CaseEvent.Answered(header(3, 30), BIT, Optional.of(CENTRE), "so")),
                at(60));

        assertThat(timeline.stretches())
                .extracting(CaseTimeline.Stretch::visitBegan)
                .containsExactly(at(0), at(10), at(30));
    }

    @Test
    void events_at_or_after_its_end_change_nothing_and_what_lasts_no_time_is_left_out() {
        CaseTimeline timeline =
                CaseTimeline.of(ImmutableList.of(registered(), accepted(2, 0), held(3, 10, 20), noted(4, 10)), at(10));

        assertThat(timeline.stretches())
                .extracting(CaseTimeline.Stretch::status)
                .containsExactly(CaseStatus.IN_PROGRESS);
        assertThat(CaseTimeline.of(ImmutableList.of(registered()), NINE).stretches())
                .isEmpty();
        assertThat(CaseTimeline.of(ImmutableList.of(registered()), NINE.minusSeconds(1))
                        .stretches())
                .isEmpty();
    }

    @Test
    void no_events_are_no_timeline() {
        assertThatThrownBy(() -> CaseTimeline.of(ImmutableList.of(), NINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a case needs at least its registration, but there are no events");
    }

    private static Duration total(CaseTimeline timeline) {
        return timeline.stretches().stream().map(CaseTimeline.Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Tuple row(int minute, CaseStatus status, Optional<WaitingFor> waitingFor) {
        return tuple(at(minute), status, waitingFor);
    }

    private static CaseEvent registered() {
        return new CaseEvent.Registered(
                header(1, 0),
                CENTRE,
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "help",
                "help");
    }

    private static CaseEvent accepted(long sequence, int minute) {
        return new CaseEvent.Accepted(header(sequence, minute), CENTRE);
    }

    private static CaseEvent held(long sequence, int minute, int until) {
        return new CaseEvent.PutOnHold(header(sequence, minute), WaitingFor.DATE, Optional.of(at(until)), "");
    }

    private static CaseEvent noted(long sequence, int minute) {
        return new CaseEvent.NoteAdded(header(sequence, minute), Visibility.INTERNAL, "hm");
    }

    private static EventHeader header(long sequence, int minute) {
        return EventHeader.of(CaseNumber.of("C-1"), sequence, at(minute), ActorId.of("karen"), Side.ORGANISATION);
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
