package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What the clocks of a case say about its future as long as nothing happens to it: what lists and overviews show. */
public final class Outlooks {
    private static final Duration SHORTEST = Duration.ofNanos(1_000);

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
        ImmutableList<ClockReading> goingOn = clocks.readOpen(history, now).stream()
                .filter(reading -> reading.due().isPresent())
                .collect(ImmutableList.toImmutableList());
        return new Agenda(
                Optional.empty(),
                outlook(goingOn, reading -> true),
                outlook(goingOn, reading -> reading.measure().concernsCustomer()));
    }

    private static Agenda.Outlook outlook(ImmutableList<ClockReading> goingOn, Predicate<ClockReading> told) {
        Optional<Agenda.Limit> first = goingOn.stream()
                .filter(told)
                .min(Comparator.comparing(Outlooks::due))
                .map(reading -> new Agenda.Limit(
                        due(reading),
                        reading.measure().name(),
                        reading.selected().target().id()));
        Optional<Instant> exceeded = goingOn.stream()
                .filter(told)
                .map(Outlooks::exceededFrom)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new Agenda.Outlook(first, exceeded);
    }

    private static Instant due(ClockReading reading) {
        return reading.due().orElseThrow();
    }

    /** A limit is exceeded once more than it is used: of service time that is when the service opens, if it closes just then. */
    private static Optional<Instant> exceededFrom(ClockReading reading) {
        Target target = reading.selected().target();
        ServiceCalendar calendar = target.calendar();
        Instant due = due(reading);
        return reading.exceeded() || !(target.budget() instanceof Budget.ServiceTime) || calendar.openAt(due)
                ? Optional.of(due.plus(SHORTEST))
                : calendar.nextOpening(due).instant().map(opening -> opening.plus(SHORTEST));
    }
}
