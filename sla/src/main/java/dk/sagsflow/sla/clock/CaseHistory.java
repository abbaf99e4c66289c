package dk.sagsflow.sla.clock;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.timeline.CaseTimeline;
import org.jspecify.annotations.Nullable;

/**
 * The events of a case with the state after each: what clocks read. The order of events of one instant is that in which they
 * were recorded. Immutable.
 */
public final class CaseHistory {
    private final CaseTimeline timeline;
    /** Made when it is first asked for; threads that ask at one time make equal ones. */
    private @Nullable ImmutableList<CaseEvent> events;
    /** How far walks over it came, the one asked for last first. */
    private @Nullable Memory walks;

    private CaseHistory(CaseTimeline timeline, @Nullable ImmutableList<CaseEvent> events, @Nullable Memory walks) {
        this.timeline = timeline;
        this.events = events;
        this.walks = walks;
    }

    /**
     * How far a walk came.
     *
     * @param events how many events it went over
     */
    private record Memory(
            HistoryWalk<?> walk,
            int events,
            Object known,
            @Nullable Memory next) {
        /** More are never kept: whoever compares many models reads a history by each of them once. */
        private static final int KEPT = 8;

        static @Nullable Memory of(@Nullable Memory from, HistoryWalk<?> walk) {
            Memory memory = from;
            while (memory != null && !memory.walk.equals(walk)) {
                memory = memory.next;
            }
            return memory;
        }

        static @Nullable Memory without(@Nullable Memory from, HistoryWalk<?> walk, int left) {
            if (from == null || left == 0) {
                return null;
            }
            return from.walk.equals(walk)
                    ? without(from.next, walk, left)
                    : new Memory(from.walk, from.events, from.known, without(from.next, walk, left - 1));
        }
    }

    /**
     * The history of these events.
     *
     * @param events all events of one case in the order in which they were recorded, from its registration
     */
    public static CaseHistory of(Iterable<CaseEvent> events) {
        ImmutableList<CaseEvent> all = ImmutableList.copyOf(events);
        checkArgument(!all.isEmpty(), "a history has at least the registration of its case, but there are no events");
        return new CaseHistory(CaseTimeline.of(all), all, null);
    }

    /**
     * The history of these events, of which is known what they make of the case.
     *
     * @param events all events of one case in the order in which they were recorded, from its registration
     * @param latest their fold, as a store keeps it with them
     * @throws IllegalArgumentException if they do not begin with a registration, or lead to another version
     */
    public static CaseHistory of(ImmutableList<CaseEvent> events, SupportCase latest) {
        return new CaseHistory(CaseTimeline.of(events, latest), events, null);
    }

    /**
     * This history with more events. It costs no more if much happened before, unless one of them was reported late.
     *
     * @param more the next events of the case in order
     * @throws IllegalArgumentException if they do not follow the latest event
     */
    public CaseHistory followedBy(ImmutableList<CaseEvent> more) {
        if (more.isEmpty()) {
            return this;
        }
        CaseTimeline longer = timeline.followedBy(more);
        int latest = timeline.events().size() - 1;
        boolean inOrder = longer.events().get(latest).sequence()
                == timeline.events().get(latest).sequence();
        return new CaseHistory(longer, null, inOrder ? walks : null);
    }

    /** What a walk over all events finds out. It goes on from where an equal one came, here or in what this history goes on from. */
    @SuppressWarnings("unchecked") // What a walk knows is kept under that walk.
    public <S> S walked(HistoryWalk<S> walk) {
        Memory before = Memory.of(walks, walk);
        int size = size();
        if (before != null && before.events() == size) {
            return (S) before.known();
        }
        S from = before == null ? walk.begin() : (S) before.known();
        S known = walk.onward(from, timeline, before == null ? 0 : before.events(), size);
        walks = new Memory(walk, size, known, Memory.without(walks, walk, Memory.KEPT - 1));
        return known;
    }

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
        return count == size() - 1
                ? ImmutableList.of(timeline.recorded().get(count))
                : ImmutableList.copyOf(timeline.recorded().subList(count, size()));
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
    public static boolean speaksToCustomer(CaseEvent event) {
        return event.side() == Side.ORGANISATION && tells(event);
    }

    private static boolean tells(CaseEvent event) {
        if (event instanceof CaseEvent.NoteAdded note) {
            return note.visibility() == Visibility.CUSTOMER;
        }
        if (event instanceof CaseEvent.WorkaroundProvided workaround) {
            return workaround.visibility() == Visibility.CUSTOMER;
        }
        if (event instanceof CaseEvent.PutOnHold hold) {
            return hold.waitingFor() == WaitingFor.CUSTOMER;
        }
        return event instanceof CaseEvent.Answered answered && answered.to().isEmpty();
    }

    /** Whether the event is a word from the customer's side, whoever wrote it down: a visible note. */
    public static boolean hearsFromCustomer(CaseEvent event) {
        return event instanceof CaseEvent.NoteAdded note
                && note.visibility() == Visibility.CUSTOMER
                && event.side() == Side.CUSTOMER;
    }

    /** Whether the event is something from the customer's side that waits for a response: a word, or a reopening. */
    static boolean asksForResponse(CaseEvent event) {
        return hearsFromCustomer(event) || (event instanceof CaseEvent.Reopened && event.side() == Side.CUSTOMER);
    }
}
