package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.Agenda;
import java.util.Optional;

/**
 * New events of one case and what is stored with them. Immutable.
 *
 * @param number the case
 * @param expectedVersion the version that the case must have; 0 for a case that does not exist
 * @param events the new events in order, at least one
 * @param agenda what the clocks of the case say after them
 * @param erasedHistory all events before the new ones without personal data, to take their place; empty unless the case
 *     is erased, or somebody else is forgotten in it
 * @param folded the case after the new events, if whoever makes the change knows it already, so that a store need not find it
 *     out again
 */
public record CaseChange(
        CaseNumber number,
        long expectedVersion,
        ImmutableList<CaseEvent> events,
        Agenda agenda,
        Optional<ImmutableList<CaseEvent>> erasedHistory,
        Optional<SupportCase> folded) {
    /** Refuses null, events that do not follow the expected version, and a case that is not of the version after them. */
    public CaseChange {
        requireNonNull(number, "number");
        requireNonNull(agenda, "agenda");
        requireNonNull(erasedHistory, "erasedHistory");
        requireNonNull(folded, "folded");
        checkArgument(
                !events.isEmpty(), "a change of case %s has no events; reschedule moves its due time alone", number);
        long sequence = expectedVersion;
        for (CaseEvent event : events) {
            sequence++;
            checkArgument(
                    event.caseNumber().equals(number) && event.sequence() == sequence,
                    "event %s of case %s is not event %s of case %s",
                    event.sequence(),
                    event.caseNumber(),
                    sequence,
                    number);
        }
        checkArgument(
                erasedHistory
                        .filter(history -> history.size() != expectedVersion)
                        .isEmpty(),
                "the erased history of case %s does not hold the events up to version %s",
                number,
                expectedVersion);
        if (folded.isPresent()) {
            checkLeads(folded.get(), number, sequence);
        }
    }

    private static void checkLeads(SupportCase after, CaseNumber number, long version) {
        checkArgument(
                after.number().equals(number) && after.version() == version,
                "a change leads case %s to version %s, not case %s to version %s",
                number,
                version,
                after.number(),
                after.version());
    }

    /** New events of a case, the first of which says which case and of which version. Nothing is ahead of it. */
    public static CaseChange of(ImmutableList<CaseEvent> events) {
        checkArgument(!events.isEmpty(), "there are no events, so nothing changes");
        CaseEvent first = events.get(0);
        return new CaseChange(
                first.caseNumber(), first.sequence() - 1, events, Agenda.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with this ahead. */
    public CaseChange withAgenda(Agenda value) {
        return new CaseChange(number, expectedVersion, events, value, erasedHistory, folded);
    }

    /** The same, by which these events take the place of those before. */
    public CaseChange erasing(ImmutableList<CaseEvent> history) {
        return new CaseChange(number, expectedVersion, events, agenda, Optional.of(history), Optional.empty());
    }

    /**
     * The same, after which the case is known to be this.
     *
     * @param after the fold of all its events, the new ones last
     */
    public CaseChange leadingTo(SupportCase after) {
        return new CaseChange(number, expectedVersion, events, agenda, erasedHistory, Optional.of(after));
    }

    /** Whether the whole case is erased by it, with what waits to be sent about it and the requests that it came of. */
    public boolean erasesCase() {
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.PersonalDataErased) {
                return true;
            }
        }
        return false;
    }

    /** The version of the case after it. */
    public long version() {
        return expectedVersion + events.size();
    }

    /**
     * The case after this change: what a store keeps beside the events. What the change brings along is taken as it is.
     *
     * @param before the case as the store has it; empty if it has none
     * @throws ConcurrentUpdateException if that is of another version than expected
     */
    public SupportCase applied(Optional<SupportCase> before) {
        long found = before.map(SupportCase::version).orElse(0L);
        if (found != expectedVersion) {
            throw new ConcurrentUpdateException(number, expectedVersion, found);
        }
        if (folded.isPresent()) {
            return folded.get();
        }
        if (before.isEmpty() || erasedHistory.isPresent()) {
            return SupportCase.of(Iterables.concat(erasedHistory.orElse(ImmutableList.of()), events));
        }
        SupportCase after = before.get();
        for (CaseEvent event : events) {
            after = after.after(event);
        }
        return after;
    }
}
