package dk.sagsflow.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.query.Agenda;

/**
 * All that is kept of a case, of one version. Immutable.
 *
 * @param state the case as it stands
 * @param history all its events in order; the case is their fold
 * @param agenda what its clocks say about its future
 */
public record StoredCase(SupportCase state, ImmutableList<CaseEvent> history, Agenda agenda) {
    /** Refuses null and a history of another version. */
    public StoredCase {
        requireNonNull(agenda, "agenda");
        checkArgument(
                history.size() == state.version(),
                "case %s is at version %s, but its history has %s events",
                state.number(),
                state.version(),
                history.size());
    }

    /** The number by which people speak of it. */
    public CaseNumber number() {
        return state.number();
    }

    /** The sequence number of its latest event. */
    public long version() {
        return state.version();
    }

    /**
     * What there is of a case after a version of it. Immutable.
     *
     * @param state the case as it stands
     * @param events the events after that version in order; none if the case is at it, or not even there
     * @param agenda what its clocks say about its future
     */
    public record Tail(SupportCase state, ImmutableList<CaseEvent> events, Agenda agenda) {
        /** Refuses null. */
        public Tail {
            requireNonNull(state, "state");
            requireNonNull(events, "events");
            requireNonNull(agenda, "agenda");
        }
    }

    /** What there is of it after this version. */
    public Tail after(long version) {
        checkArgument(version >= 0, "version is %s, not 0 or more", version);
        return new Tail(state, history.subList((int) Math.min(version, history.size()), history.size()), agenda);
    }
}
