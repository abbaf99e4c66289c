package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clocks of a case say about its future as long as nothing happens to it: what lists and overviews show. */
public final class Outlooks {
    private final Clocks clocks;

    /** The outlook of these clocks. */
    public Outlooks(Clocks clocks) {
        this.clocks = requireNonNull(clocks, "clocks");
    }

    /** What is ahead of a case with this history, as long as nothing happens to it but that a hold comes to its end. */
    public Agenda of(CaseHistory history, Instant now) {
        if (clocks.agreements().all().isEmpty()) {
            return Agenda.empty();
        }
        List<Clocks.Ahead> limited = new ArrayList<>();
        List<Clocks.Ahead> told = new ArrayList<>();
        for (Clocks.Ahead clock : clocks.ahead(history, now)) {
            if (clock.reading().due().isPresent()) {
                limited.add(clock);
                if (clock.reading().measure().concernsCustomer()) {
                    told.add(clock);
                }
            }
        }
        return new Agenda(Optional.empty(), outlook(limited), outlook(told));
    }

    private static Agenda.Outlook outlook(List<Clocks.Ahead> limited) {
        Optional<ClockReading> first = Optional.empty();
        Optional<Instant> exceeded = Optional.empty();
        for (Clocks.Ahead clock : limited) {
            if (first.isEmpty() || due(clock.reading()).isBefore(due(first.get()))) {
                first = Optional.of(clock.reading());
            }
            Optional<Instant> from = clock.exceededFrom();
            if (from.isPresent() && (exceeded.isEmpty() || from.get().isBefore(exceeded.get()))) {
                exceeded = from;
            }
        }
        return new Agenda.Outlook(first.map(Outlooks::limit), exceeded);
    }

    private static Agenda.Limit limit(ClockReading reading) {
        return new Agenda.Limit(
                due(reading),
                reading.measure().name(),
                reading.selected().target().id());
    }

    private static Instant due(ClockReading reading) {
        return reading.due().orElseThrow();
    }
}
