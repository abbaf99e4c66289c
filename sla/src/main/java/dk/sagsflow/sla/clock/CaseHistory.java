package dk.sagsflow.sla.clock;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseTimeline;
import dk.sagsflow.core.cases.Side;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events of a case with the state after each: what clocks read. The order of events of one instant is that in which they
 * were recorded. Immutable.
 */
public final class CaseHistory {
    private final CaseTimeline timeline;
    /** Made when it is first asked for; threads that ask at one time make equal ones. */
    private @Nullable ImmutableList<CaseEvent> events;
    /** What was read of it last: one step asks for the same clocks at the same instant several times. */
    private @Nullable OpenClocks open;

    private CaseHistory(CaseTimeline timeline, @Nullable ImmutableList<CaseEvent> events) {
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * The history of these events.
     *
     * @param events all events of one case in the order in which they were recorded, from its registration
     */
    public static CaseHistory of(Iterable<CaseEvent> events) {
        ImmutableList<CaseEvent> all = ImmutableList.copyOf(events);
        checkArgument(!all.isEmpty(), "a history has at least the registration of its case, but there are no events");
        return new CaseHistory(CaseTimeline.of(all), all);
    }

    /**
     * This history with more events. It costs no more if much happened before.
     *
     * @param more the next events of the case in order
     * @throws IllegalArgumentException if they do not follow the latest event
     */
    public CaseHistory followedBy(ImmutableList<CaseEvent> more) {
        return more.isEmpty() ? this : new CaseHistory(timeline.followedBy(more), null);
    }

    /** The clocks that have not stopped, read once for an instant. */
    ImmutableList<Clocks.Running> open(Clocks clocks, Instant asOf) {
        OpenClocks read = open;
        if (read == null || !read.clocks().equals(clocks) || !read.asOf().equals(asOf)) {
            read = new OpenClocks(clocks, asOf, clocks.readAnew(this, asOf));
            open = read;
        }
        return read.running();
    }

    private record OpenClocks(Clocks clocks, Instant asOf, ImmutableList<Clocks.Running> running) {}

    /** All events, in the order in which they were recorded. */
    public ImmutableList<CaseEvent> events() {
        ImmutableList<CaseEvent> made = events;
        if (made == null) {
            made = ImmutableList.copyOf(timeline.recorded());
            events = made;
        }
        return made;
    }

    /** How many events there are. */
    public int size() {
        return timeline.recorded().size();
    }

    /** The events after the first so many. */
    public ImmutableList<CaseEvent> since(int count) {
        return ImmutableList.copyOf(timeline.recorded().subList(count, size()));
    }

    /** The case after its latest event. */
    public SupportCase latest() {
        return timeline.latest();
    }

    /** What the case went through, as it occurred. */
    public CaseTimeline timeline() {
        return timeline;
    }

    /** The history as it was after so many events, at least one. */
    public CaseHistory first(int count) {
        return count == size() ? this : of(timeline.recorded().subList(0, count));
    }

    /**
     * The case after one of its events.
     *
     * @param index the place of the event among {@link #events}, from 0
     */
    public SupportCase state(int index) {
        return timeline.after(index + 1);
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

    /** Whether the event is something from the customer's side that waits for a response: a word, or a reopening. */
    boolean asksForResponse(CaseEvent event) {
        return hearsFromCustomer(event) || (event instanceof CaseEvent.Reopened && event.side() == Side.CUSTOMER);
    }
}
