package dk.sagsflow.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a case was, in stretches. */
class CaseTimelineTest {
    private static final Instant NINE = Instant.parse("2007-08-01T09:00:00Z");
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));

    @Test
    void a_hold_with_an_end_ends_there_though_nobody_resumed_the_case() {
        List<Stretch> stretches = CaseTimeline.of(
                        ImmutableList.of(registered(), accepted(2, 10), held(3, 20, 40), noted(4, 30), noted(5, 50)))
                .until(at(60));

        assertThat(stretches)
                .extracting(Stretch::from, stretch -> stretch.state().status(), Stretch::waitingFor, Stretch::kind)
                .containsExactly(
                        tuple(at(0), CaseStatus.QUEUED, Optional.empty(), EventKind.REGISTERED),
                        tuple(at(10), CaseStatus.IN_PROGRESS, Optional.empty(), EventKind.ACCEPTED),
                        tuple(at(20), CaseStatus.ON_HOLD, Optional.of(WaitingFor.DATE), EventKind.PUT_ON_HOLD),
                        tuple(at(30), CaseStatus.ON_HOLD, Optional.of(WaitingFor.DATE), EventKind.NOTE_ADDED),
                        tuple(at(40), CaseStatus.IN_PROGRESS, Optional.empty(), EventKind.RESUMED),
                        tuple(at(50), CaseStatus.IN_PROGRESS, Optional.empty(), EventKind.NOTE_ADDED));
        assertThat(total(stretches)).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void a_hold_that_ends_no_earlier_than_the_timeline_does_not_make_it_longer() {
        List<Stretch> stretches =
                CaseTimeline.of(ImmutableList.of(registered(), held(2, 20, 40))).until(at(40));

        assertThat(total(stretches)).isEqualTo(Duration.ofMinutes(40));
        assertThat(stretches).hasSize(2);
    }

    @Test
    void stretches_lead_into_one_another_and_know_their_places() {
        List<Stretch> stretches = CaseTimeline.of(ImmutableList.of(registered(), held(2, 20, 40), noted(3, 50)))
                .stretches();

        assertThat(stretches).extracting(Stretch::from).containsExactly(at(0), at(20), at(40), at(50));
        assertThat(stretches).extracting(Stretch::to).containsExactly(at(20), at(40), at(50), Instant.MAX);
        assertThat(stretches).extracting(Stretch::place).containsExactly(0, 1, 2, 3);
    }

    @Test
    void events_of_one_instant_are_told_apart_by_how_many_had_occurred() {
        CaseTimeline timeline = CaseTimeline.of(ImmutableList.of(registered(), accepted(2, 0), held(3, 10, 20)));

        assertThat(timeline.until(at(0)))
                .extracting(Stretch::kind)
                .containsExactly(EventKind.REGISTERED, EventKind.ACCEPTED);
        assertThat(timeline.until(1, at(0))).extracting(Stretch::kind).containsExactly(EventKind.REGISTERED);
        assertThat(timeline.until(2, at(10))).extracting(Stretch::to).containsExactly(at(0), at(10));
        assertThat(timeline.until(at(-1))).isEmpty();
    }

    @Test
    void where_time_runs_backwards_nothing_is_known_before_the_first_event_that_is_later() {
        CaseTimeline timeline = CaseTimeline.of(ImmutableList.of(registered(), accepted(2, 20), noted(3, 10)));

        assertThat(timeline.events()).extracting(CaseEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(timeline.known(at(15))).isEqualTo(1);
        assertThat(timeline.known(at(20))).isEqualTo(3);
    }

    @Test
    void what_was_reported_late_lies_before_what_programs_put_on_record_meanwhile() {
        CaseTimeline timeline =
                CaseTimeline.of(ImmutableList.of(registered(), aside(2, 31), aside(3, 33), late(4, 28)));

        assertThat(timeline.events()).extracting(CaseEvent::sequence).containsExactly(1L, 4L, 2L, 3L);
        assertThat(timeline.recorded()).extracting(CaseEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(timeline.stretches()).extracting(Stretch::from).containsExactly(at(0), at(28), at(31), at(33));
        assertThat(timeline.state(2).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(timeline.known(at(30))).isEqualTo(2);
        assertThat(timeline.latest().setAside()).isEmpty();
    }

    @Test
    void one_that_grew_in_two_ways_is_two() {
        CaseTimeline begun = CaseTimeline.of(ImmutableList.of(registered()));
        CaseTimeline accepted = begun.followedBy(ImmutableList.of(accepted(2, 10)));
        CaseTimeline noted = begun.followedBy(ImmutableList.of(noted(2, 20)));

        assertThat(accepted.stretches())
                .extracting(Stretch::kind)
                .containsExactly(EventKind.REGISTERED, EventKind.ACCEPTED);
        assertThat(noted.stretches())
                .extracting(Stretch::kind)
                .containsExactly(EventKind.REGISTERED, EventKind.NOTE_ADDED);
        assertThat(begun.stretches()).extracting(Stretch::to).containsExactly(Instant.MAX);
    }

    @Test
    void what_a_store_knows_of_the_latest_state_makes_no_difference() {
        ImmutableList<CaseEvent> inOrder = ImmutableList.of(registered(), accepted(2, 10), held(3, 20, 40));
        for (int count = 1; count <= inOrder.size(); count++) {
            ImmutableList<CaseEvent> some = inOrder.subList(0, count);
            CaseTimeline found = CaseTimeline.of(some);

            CaseTimeline known = CaseTimeline.of(some, SupportCase.of(some));

            assertThat(known.stretches()).isEqualTo(found.stretches());
            assertThat(known.latest()).isEqualTo(found.latest());
        }
    }

    @Test
    void a_state_of_another_version_is_not_that_of_these_events() {
        ImmutableList<CaseEvent> two = ImmutableList.of(registered(), accepted(2, 10));
        SupportCase first = SupportCase.of(two.subList(0, 1));

        assertThatThrownBy(() -> CaseTimeline.of(two, first))
                .hasMessage("2 events do not lead to version 1 of case " + first.number());
    }

    @Test
    void no_events_are_no_timeline() {
        assertThatThrownBy(() -> CaseTimeline.of(ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a case needs at least its registration, but there are no events");
    }

    private static CaseEvent aside(long sequence, int minute) {
        return new CaseEvent.SetAside(
                EventHeader.of(
                        CaseNumber.of("C-1"),
                        sequence,
                        at(minute),
                        Actor.sagsflow().id(),
                        Side.PROGRAM),
                "why");
    }

    private static CaseEvent late(long sequence, int minute) {
        return new CaseEvent.Accepted(
                header(sequence, minute).toBuilder().recordedAt(at(40)).build(), CENTRE);
    }

    private static Duration total(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
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
