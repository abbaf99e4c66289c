package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import dk.sagsflow.report.WorstCases.Late;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case along time: who had it, when it waited, when the service was closed, and where its limits were. */
final class CaseWay {
    /** Nights are drawn of shorter cases alone: of longer ones nobody could tell them apart. */
    private static final Duration WITH_NIGHTS = Duration.ofDays(45);

    private static final Duration A_NIGHT = Duration.ofHours(30);

    private final ReportPlan plan;
    private final Late late;
    private final ImmutableList<String> lanes;
    private final List<Stretch> stretches;
    private final Instant from;
    private final Instant to;

    /** A group had the case. */
    private record Stay(Station station, Instant from, Instant to, Duration waited) {
        boolean goesOn(Link link) {
            return station.equals(link.station()) && from.equals(link.visitBegan());
        }
    }

    CaseWay(ReportPlan plan, Late late) {
        this.plan = plan;
        this.late = late;
        this.lanes = plan.tiers().keySet().asList();
        this.stretches = late.history().timeline().until(plan.end());
        this.from = stretches.get(0).from();
        Stretch last = stretches.get(stretches.size() - 1);
        this.to = last.state().working().isPresent() ? plan.end() : last.from();
    }

    Section section() {
        List<Stay> stays = stays();
        Chart.Way course = new Chart.Way(
                from,
                to,
                plan.tiers().values().asList(),
                stays.stream().map(this::visit).collect(ImmutableList.toImmutableList()),
                holds(),
                closed(),
                marks());
        Table.Rows rows = Table.under("group", "tier", "begin", "end", "time", "waited", "used", "limit", "beyond");
        stays.forEach(stay -> rows.row(row(stay)));
        return new Section("course", late.number(), course, rows.table());
    }

    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Optional<Link> working = stretch.state().chain().working();
            if (working.isPresent()) {
                Link link = working.get();
                Duration waited = stretch.waitingFor().isPresent() ? stretch.length() : Duration.ZERO;
                extend(stays, link, stretch, waited);
            }
        }
        return stays;
    }

    private static void extend(List<Stay> stays, Link link, Stretch stretch, Duration waited) {
        int last = stays.size() - 1;
        if (last >= 0 && stays.get(last).goesOn(link)) {
            Stay stay = stays.get(last);
            stays.set(
                    last,
                    new Stay(
                            stay.station(),
                            stay.from(),
                            stretch.to(),
                            stay.waited().plus(waited)));
        } else {
            stays.add(new Stay(link.station(), link.visitBegan(), stretch.to(), waited));
        }
    }

    private Optional<ClockReading> clock(Stay stay) {
        return late.clocks().stream()
                .filter(reading -> reading.station().equals(Optional.of(stay.station()))
                        && !reading.began().isBefore(stay.from())
                        && !reading.began().isAfter(stay.to()))
                .findFirst();
    }

    private Chart.Visit visit(Stay stay) {
        Optional<ClockReading> clock = clock(stay);
        return new Chart.Visit(
                lane(stay.station()),
                name(stay.station()),
                stay.from(),
                stay.to(),
                clock.flatMap(CaseWay::lateSince),
                clock.map(Late::times).orElse(0.0));
    }

    private static Optional<Instant> lateSince(ClockReading reading) {
        return reading.state() instanceof ClockState.Exceeded exceeded
                ? Optional.of(exceeded.since())
                : Optional.empty();
    }

    private ImmutableList<Shown> row(Stay stay) {
        Optional<ClockReading> clock = clock(stay);
        return ImmutableList.of(
                new Shown.Name(name(stay.station())),
                new Shown.Name(plan.tiers().getOrDefault(stay.station().tier().value(), "")),
                new Shown.Moment(stay.from()),
                new Shown.Moment(stay.to()),
                new Shown.Length(Duration.between(stay.from(), stay.to())),
                new Shown.Length(stay.waited()),
                service(clock.map(ClockReading::consumed)),
                service(clock.map(reading -> reading.consumed().plus(reading.remaining()))),
                service(clock.filter(ClockReading::exceeded)
                        .map(reading -> reading.remaining().negated())));
    }

    private static Shown service(Optional<Duration> length) {
        return length.<Shown>map(Shown.Service::new).orElseGet(Shown.Unknown::new);
    }

    private ImmutableList<Chart.Hold> holds() {
        ImmutableList.Builder<Chart.Hold> holds = ImmutableList.builder();
        for (Stretch stretch : stretches) {
            Optional<Station> working = stretch.state().working();
            Optional<WaitingFor> waiting = stretch.waitingFor();
            if (waiting.isPresent() && working.isPresent()) {
                WaitingFor reason = waiting.get();
                holds.add(new Chart.Hold(lane(working.get()), reason, stretch.from(), stretch.to()));
            }
        }
        return holds.build();
    }

    private ImmutableList<Chart.Closed> closed() {
        ImmutableList.Builder<Chart.Closed> closed = ImmutableList.builder();
        Instant since = from;
        for (Range<Instant> open : plan.hours().openIntervals(from, to)) {
            shut(since, open.lowerEndpoint(), closed);
            since = open.upperEndpoint();
        }
        shut(since, to, closed);
        return closed.build();
    }

    private void shut(Instant since, Instant until, ImmutableList.Builder<Chart.Closed> closed) {
        Duration length = Duration.between(since, until);
        boolean told = Duration.between(from, to).compareTo(WITH_NIGHTS) <= 0 || length.compareTo(A_NIGHT) > 0;
        if (told && !length.isZero() && !length.isNegative()) {
            closed.add(new Chart.Closed(since, until));
        }
    }

    private ImmutableList<Chart.Mark> marks() {
        ImmutableList.Builder<Chart.Mark> marks = ImmutableList.builder();
        for (ClockReading reading : late.exceeded()) {
            Optional<Station> station = reading.station();
            Optional<Instant> since = lateSince(reading);
            if (station.isPresent() && since.isPresent()) {
                Instant at = since.get();
                marks.add(new Chart.Mark(lane(station.get()), at, "limit", ""));
            }
        }
        CaseTimeline timeline = late.history().timeline();
        for (CaseEvent event : timeline.events().subList(0, timeline.known(plan.end()))) {
            mark(event).ifPresent(marks::add);
        }
        return marks.build();
    }

    private Optional<Chart.Mark> mark(CaseEvent event) {
        Instant at = event.occurredAt();
        if (event instanceof CaseEvent.HandedOver handedOver) {
            return Optional.of(new Chart.Mark(lane(handedOver.to()), at, "handed-over", ""));
        } else if (event instanceof CaseEvent.GivenBack givenBack) {
            return Optional.of(new Chart.Mark(lane(givenBack.to()), at, "given-back", ""));
        } else if (event instanceof CaseEvent.Answered answered) {
            return Optional.of(new Chart.Mark(lane(answered.by()), at, "answered", ""));
        } else if (event instanceof CaseEvent.Reopened reopened) {
            return Optional.of(new Chart.Mark(lane(reopened.station()), at, "reopened", ""));
        } else if (event instanceof CaseEvent.ThresholdPassed threshold) {
            return mark(threshold.passed());
        }
        return Optional.empty();
    }

    private Optional<Chart.Mark> mark(PassedThreshold passed) {
        String about = passed.target() + " " + passed.id().substring(passed.id().lastIndexOf('/') + 1);
        return passed.station().map(station -> new Chart.Mark(lane(station), passed.dueAt(), "threshold", about));
    }

    private int lane(Station station) {
        return Math.max(0, lanes.indexOf(station.tier().value()));
    }

    private String name(Station station) {
        String group = station.group().value();
        return plan.groups().getOrDefault(group, group);
    }
}
