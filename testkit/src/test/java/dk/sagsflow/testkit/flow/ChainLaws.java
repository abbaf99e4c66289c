package dk.sagsflow.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for every history, however it came about. */
public final class ChainLaws {
    private ChainLaws() {}

    /** All laws, on every prefix. */
    public static void assertKept(SupportOrganisation organisation, ImmutableList<CaseEvent> history) {
        SupportCase state = SupportCase.of(history.subList(0, 1));
        assertOneWorkingGroup(organisation, state);
        for (CaseEvent event : history.subList(1, history.size())) {
            assertTravelsBackTheWayItCame(organisation, state, event);
            assertThat(event.recordedAt()).isAfterOrEqualTo(state.changedAt());
            state = state.after(event);
            assertThat(SupportCase.of(history.subList(0, (int) event.sequence())))
                    .isEqualTo(state);
            assertOneWorkingGroup(organisation, state);
        }
        assertTimesAddUp(history, state);
    }

    private static void assertTravelsBackTheWayItCame(
            SupportOrganisation organisation, SupportCase before, CaseEvent event) {
        Optional<Station> below = before.chain().awaiting().map(Link::station);
        if (event instanceof CaseEvent.Answered answered) {
            assertThat(answered.to()).isEqualTo(below);
            if (below.isEmpty()) {
                assertThat(organisation.rank(answered.by().tier()))
                        .isLessThanOrEqualTo(organisation.rank(organisation.contactTier()));
            }
        } else if (event instanceof CaseEvent.GivenBack back) {
            assertThat(Optional.of(back.to())).isEqualTo(below);
        }
    }

    private static void assertOneWorkingGroup(SupportOrganisation organisation, SupportCase state) {
        boolean over = state.status() == CaseStatus.ANSWERED || state.status() == CaseStatus.CLOSED;
        assertThat(state.working().isEmpty()).isEqualTo(over);
        List<Integer> ranks = state.chain().links().stream()
                .map(link -> organisation.rank(link.station().tier()))
                .toList();
        assertThat(ranks).isSorted();
        assertThat(state.chain().links().stream()
                        .map(link -> link.station().group())
                        .distinct())
                .hasSize(ranks.size());
    }

    private static void assertTimesAddUp(ImmutableList<CaseEvent> history, SupportCase state) {
        Instant end = state.changedAt().plusSeconds(1);
        Duration sum = CaseTimeline.of(history).until(end).stream()
                .map(CaseTimeline.Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isEqualTo(Duration.between(state.registeredAt(), end));
    }
}
