package dk.sagsflow.core.statistics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.DefaultEventVisitor;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes over what happened to a case, and notes what counts; each event gives the walk itself. Not thread-safe. */
final class FactWalk implements DefaultEventVisitor<FactWalk> {
    private final ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    private final CaseTimeline timeline;
    private final ImmutableMap<Dimension, String> what;
    private final Set<GroupId> visited = new HashSet<>();
    private Optional<Visit> visit = Optional.empty();
    private Optional<GroupId> visitedBefore = Optional.empty();
    private boolean handedOver;
    private boolean answered;

    private record Visit(Station station, Instant began) {}

    /** How a case stands, and where. */
    private record Standing(CaseStatus status, Optional<Station> station) {
        static Standing of(SupportCase supportCase) {
            return new Standing(supportCase.status(), supportCase.working());
        }
    }

    FactWalk(CaseTimeline timeline) {
        this.timeline = timeline;
        this.what = what(timeline.latest());
    }

    static ImmutableMap<Dimension, String> what(SupportCase supportCase) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            dimension.of(supportCase).ifPresent(value -> values.put(dimension, value));
        }
        return Maps.immutableEnumMap(values);
    }

    ImmutableList<Fact> facts() {
        Optional<SupportCase> before = Optional.empty();
        for (Stretch stretch : happened()) {
            waited(before, stretch);
            stands(before, stretch);
            FactWalk unused = stretch.begunBy().map(event -> event.accept(this)).orElse(this);
            before = Optional.of(stretch.state());
        }
        return facts.build();
    }

    /** Without what begins by itself after all that is known: a hold whose end nothing has followed yet. */
    private List<Stretch> happened() {
        List<Stretch> stretches = timeline.stretches();
        int last = stretches.size() - 1;
        return stretches.get(last).begunBy().isPresent() ? stretches : stretches.subList(0, last);
    }

    private void waited(Optional<SupportCase> before, Stretch stretch) {
        Optional<SupportCase.Hold> hold = before.flatMap(SupportCase::hold);
        if (hold.isPresent() && !hold.equals(stretch.state().hold())) {
            Map<Dimension, String> values = where(before.flatMap(SupportCase::working));
            values.put(Dimension.WAITING_FOR, hold.get().waitingFor().name());
            add(Figure.WAITED, stretch.from(), values, since(hold.get().since(), stretch.from()));
        }
    }

    private void stands(Optional<SupportCase> before, Stretch stretch) {
        Optional<Standing> was = before.map(Standing::of);
        Standing is = Standing.of(stretch.state());
        if (!was.equals(Optional.of(is))) {
            was.ifPresent(left -> add(Figure.LEFT, stretch.from(), values(left), Optional.empty()));
            add(Figure.ENTERED, stretch.from(), values(is), Optional.empty());
        }
    }

    @Override
    public FactWalk registered(CaseEvent.Registered event) {
        count(Figure.REGISTERED, event, Optional.of(event.station()), Optional.empty());
        return begin(event.station(), event);
    }

    @Override
    public FactWalk handedOver(CaseEvent.HandedOver event) {
        count(Figure.HANDED_OVER, event, Optional.of(event.from()), Optional.empty());
        handedOver = true;
        return end(event).begin(event.to(), event);
    }

    @Override
    public FactWalk givenBack(CaseEvent.GivenBack event) {
        count(Figure.GIVEN_BACK, event, Optional.of(event.by()), Optional.empty());
        return end(event).begin(event.to(), event);
    }

    @Override
    public FactWalk answered(CaseEvent.Answered event) {
        FactWalk ended = end(event);
        if (event.to().isPresent()) {
            return begin(event.to().get(), event);
        }
        Optional<Station> by = Optional.of(event.by());
        count(Figure.ANSWERED, event, by, sinceRegistration(event));
        if (!answered && !handedOver) {
            count(Figure.ANSWERED_AT_FIRST_CONTACT, event, by, Optional.empty());
        }
        answered = true;
        return ended;
    }

    @Override
    public FactWalk reopened(CaseEvent.Reopened event) {
        count(Figure.REOPENED, event, Optional.of(event.station()), Optional.empty());
        return begin(event.station(), event);
    }

    @Override
    public FactWalk closed(CaseEvent.Closed event) {
        Map<Dimension, String> values = where(visit.map(Visit::station));
        values.put(Dimension.CHANNEL, event.header().channel().name());
        values.put(Dimension.CLOSING_REASON, event.reason().name());
        add(Figure.CLOSED, event.occurredAt(), values, sinceRegistration(event));
        return end(event);
    }

    @Override
    public FactWalk convertedToChange(CaseEvent.ConvertedToChange event) {
        return count(Figure.CHANGE_REQUESTED, event, visit.map(Visit::station), Optional.empty());
    }

    @Override
    public FactWalk otherwise(CaseEvent event) {
        return this;
    }

    private FactWalk begin(Station station, CaseEvent event) {
        boolean elsewhereBetween = !visitedBefore.equals(Optional.of(station.group()));
        if (!visited.add(station.group()) && elsewhereBetween) {
            count(Figure.RETURNED, event, Optional.of(station), Optional.empty());
        }
        visitedBefore = Optional.of(station.group());
        visit = Optional.of(new Visit(station, event.occurredAt()));
        return this;
    }

    private FactWalk end(CaseEvent event) {
        visit.ifPresent(ended ->
                count(Figure.VISITED, event, Optional.of(ended.station()), since(ended.began(), event.occurredAt())));
        visit = Optional.empty();
        return this;
    }

    private Optional<Duration> sinceRegistration(CaseEvent event) {
        return since(timeline.latest().registeredAt(), event.occurredAt());
    }

    /** In logs of other systems time may run backwards, but nothing takes less than no time. */
    private static Optional<Duration> since(Instant from, Instant to) {
        return Optional.of(to.isBefore(from) ? Duration.ZERO : Duration.between(from, to));
    }

    private static Map<Dimension, String> where(Optional<Station> station) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        station.ifPresent(at -> {
            values.put(Dimension.TIER, at.tier().value());
            values.put(Dimension.GROUP, at.group().value());
        });
        return values;
    }

    private static Map<Dimension, String> values(Standing standing) {
        Map<Dimension, String> values = where(standing.station());
        values.put(Dimension.STATUS, standing.status().name());
        return values;
    }

    @CanIgnoreReturnValue
    private FactWalk count(Figure figure, CaseEvent event, Optional<Station> station, Optional<Duration> length) {
        Map<Dimension, String> values = where(station);
        values.put(Dimension.CHANNEL, event.header().channel().name());
        return add(figure, event.occurredAt(), values, length);
    }

    @CanIgnoreReturnValue
    private FactWalk add(Figure figure, Instant at, Map<Dimension, String> values, Optional<Duration> length) {
        values.putAll(what);
        facts.add(new Fact(figure, at, Maps.immutableEnumMap(values), length));
        return this;
    }
}
