package dk.sagsflow.routing.due;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the clocks of a case say about its future as long as nothing happens to it: what lists and overviews show. */
public final class Outlooks {
    private final Clocks clocks;

    /** The outlook of these clocks. */
    public Outlooks(Clocks clocks) {
        this.clocks = requireNonNull(clocks, "clocks");
    }

    /** Whether events of this kind say something to a clock that its measure alone does not ask about. */
    boolean asks(EventKind kind) {
        return clocks.agreements().namedBySpans(kind);
    }

    /** What is ahead of a case with this history, as long as nothing happens to it but that a hold comes to its end. */
    public Agenda of(CaseHistory history, Instant now) {
        if (clocks.agreements().all().isEmpty()) {
            return Agenda.empty();
        }
        ImmutableList<Clocks.Ahead> ahead = clocks.ahead(history, now);
        return new Agenda(Optional.empty(), outlook(ahead, false), outlook(ahead, true));
    }

    /** Customers are told what concerns them alone. */
    private static Agenda.Outlook outlook(ImmutableList<Clocks.Ahead> ahead, boolean forCustomer) {
        Clocks.@Nullable Ahead first = null;
        Optional<Instant> exceeded = Optional.empty();
        for (Clocks.Ahead clock : ahead) {
            if (forCustomer && !clock.measure().concernsCustomer()) {
                continue;
            }
            if (first == null || clock.due().isBefore(first.due())) {
                first = clock;
            }
            Optional<Instant> from = clock.exceededFrom();
            if (from.isPresent() && (exceeded.isEmpty() || from.get().isBefore(exceeded.get()))) {
                exceeded = from;
            }
        }
        return new Agenda.Outlook(
                first == null ? Optional.empty() : Optional.of(limit(first)), exceeded.map(Microseconds::due));
    }

    private static Agenda.Limit limit(Clocks.Ahead clock) {
        return new Agenda.Limit(
                Microseconds.due(clock.due()),
                clock.measure().name(),
                clock.selected().target().id());
    }
}
