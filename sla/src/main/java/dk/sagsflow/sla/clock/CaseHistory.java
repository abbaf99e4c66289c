package dk.sagsflow.sla.clock;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.Side;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The events of a case with the state after each: what clocks read. The order of events of one instant is that of the
 * log. Immutable.
 */
public final class CaseHistory {
    private final ImmutableList<CaseEvent> events;
    private final ImmutableList<SupportCase> states;
    /** Made when it is first asked for; threads that ask at one time make equal ones. */
    private @Nullable Course course;

    private CaseHistory(ImmutableList<CaseEvent> events, ImmutableList<SupportCase> states) {
        this.events = events;
        this.states = states;
    }

    /**
     * The history of these events.
     *
     * @param events all events of one case in order, from its registration
     */
    public static CaseHistory of(Iterable<CaseEvent> events) {
        ImmutableList<CaseEvent> all = ImmutableList.copyOf(events);
        checkArgument(!all.isEmpty(), "a history has at least the registration of its case, but there are no events");
        ImmutableList.Builder<SupportCase> states = ImmutableList.builderWithExpectedSize(all.size());
        SupportCase state = SupportCase.of(all.subList(0, 1));
        states.add(state);
        for (CaseEvent event : all.subList(1, all.size())) {
            state = state.after(event);
            states.add(state);
        }
        return new CaseHistory(all, states.build());
    }

    /**
     * This history with more events.
     *
     * @param more the next events of the case in order
     * @throws IllegalArgumentException if they do not follow the latest event
     */
    public CaseHistory followedBy(ImmutableList<CaseEvent> more) {
        if (more.isEmpty()) {
            return this;
        }
        ImmutableList.Builder<SupportCase> all = ImmutableList.builderWithExpectedSize(events.size() + more.size());
        all.addAll(states);
        SupportCase state = latest();
        for (CaseEvent event : more) {
            state = state.after(event);
            all.add(state);
        }
        return new CaseHistory(
                ImmutableList.<CaseEvent>builderWithExpectedSize(events.size() + more.size())
                        .addAll(events)
                        .addAll(more)
                        .build(),
                all.build());
    }

    /** All events, in order. */
    public ImmutableList<CaseEvent> events() {
        return events;
    }

    /** The case after its latest event. */
    public SupportCase latest() {
        return states.get(states.size() - 1);
    }

    /** What the case went through. */
    Course course() {
        Course made = course;
        if (made == null) {
            made = Course.of(events, states);
            course = made;
        }
        return made;
    }

    /** The history as it was after so many events, at least one. */
    public CaseHistory first(int count) {
        return count == events.size() ? this : new CaseHistory(events.subList(0, count), states.subList(0, count));
    }

    /**
     * The case after one of its events.
     *
     * @param index the place of the event among {@link #events}, from 0
     */
    public SupportCase state(int index) {
        return states.get(index);
    }

    /** Whether the event is a word of a person of the organisation to the customer. */
    public boolean speaksToCustomer(CaseEvent event) {
        return event.side() == Side.ORGANISATION && Contact.isMade(event);
    }

    /** Whether the event is a word from the customer's side, whoever wrote it down: a visible note. */
    public boolean hearsFromCustomer(CaseEvent event) {
        return event instanceof CaseEvent.NoteAdded note
                && note.visibility() == Visibility.CUSTOMER
                && event.side() == Side.CUSTOMER;
    }
}
