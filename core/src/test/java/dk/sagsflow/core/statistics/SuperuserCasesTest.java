package dk.sagsflow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R29")
class SuperuserCasesTest {
    private static final TierId SUPERUSERS = TierId.of("superusers");
    private static final Station UNIT = new Station(GroupId.of("aarhus"), SUPERUSERS);
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));
    private static final Instant JANUARY = Instant.parse("2007-01-15T08:00:00Z");
    private static final Instant MARCH = Instant.parse("2007-03-15T08:00:00Z");
    private static final ActorId ASTRID = ActorId.of("astrid");
    private static final ActorId BENT = ActorId.of("bent");

    private static EventHeader header(String number, int sequence, ActorId actor, Instant at) {
        return EventHeader.builder()
                .caseNumber(CaseNumber.of(number))
                .sequence(sequence)
                .actor(actor)
                .side(Side.CUSTOMER)
                .occurredAt(at)
                .build();
    }

    private static CaseEvent registered(String number, Instant at) {
        return new CaseEvent.Registered(
                header(number, 1, ActorId.of("anna"), at),
                UNIT,
                CustomerId.of("anna"),
                CustomerKind.OTHER,
                Optional.empty(),
                CaseKind.QUESTION,
                Optional.empty(),
                "how",
                "how");
    }

    private static CaseTimeline answered(String number, ActorId by, Instant at) {
        return CaseTimeline.of(List.of(
                registered(number, at),
                new CaseEvent.Accepted(header(number, 2, by, at), UNIT),
                new CaseEvent.Answered(header(number, 3, by, at.plusSeconds(60)), UNIT, Optional.empty(), "so")));
    }

    private static CaseTimeline handedOver(String number, ActorId by, Instant at) {
        return CaseTimeline.of(List.of(
                registered(number, at), new CaseEvent.HandedOver(header(number, 2, by, at), UNIT, CENTRE, "help")));
    }

    /** Astrid was certified in February, Bent never. */
    private static SuperuserCases of(CaseTimeline... cases) {
        return SuperuserCases.of(
                SUPERUSERS,
                (actor, at) -> actor.equals(ASTRID) && at.isAfter(Instant.parse("2007-02-01T00:00:00Z")),
                ImmutableList.copyOf(cases));
    }

    @Test
    @DisplayName("cases per superuser stand beside their certification at the time (R29)")
    void cases_stand_beside_certification_at_the_time() {
        SuperuserCases cases = of(
                answered("A", ASTRID, MARCH),
                handedOver("B", ASTRID, JANUARY),
                handedOver("C", BENT, MARCH),
                answered("D", BENT, MARCH));

        assertThat(cases.all(true)).isEqualTo(new SuperuserCases.Done(1, 1, 0));
        assertThat(cases.all(false)).isEqualTo(new SuperuserCases.Done(3, 1, 2));
        assertThat(cases.people(true)).isEqualTo(1);
        assertThat(cases.people(false)).isEqualTo(2);
        assertThat(cases.all(false).answeredShare()).hasValue(1.0 / 3);
    }

    @Test
    void what_was_handed_over_and_then_answered_there_is_answered() {
        CaseTimeline back = CaseTimeline.of(ImmutableList.<CaseEvent>builder()
                .add(registered("A", MARCH))
                .add(new CaseEvent.HandedOver(header("A", 2, BENT, MARCH), UNIT, CENTRE, "help"))
                .add(new CaseEvent.Answered(
                        header("A", 3, ActorId.of("karen"), MARCH.plusSeconds(60)), CENTRE, Optional.of(UNIT), "so"))
                .add(new CaseEvent.Answered(header("A", 4, BENT, MARCH.plusSeconds(90)), UNIT, Optional.empty(), "so"))
                .build());

        assertThat(of(back).done())
                .containsExactly(Map.entry(new SuperuserCases.Worker(BENT, false), new SuperuserCases.Done(1, 1, 0)));
    }

    @Test
    void parts_add_up_and_of_no_case_there_is_no_share() {
        CaseTimeline one = answered("A", ASTRID, MARCH);
        CaseTimeline other = handedOver("B", BENT, MARCH);

        assertThat(of(one).plus(of(other))).isEqualTo(of(other, one));
        assertThat(of().all(true).answeredShare()).isEmpty();
    }
}
