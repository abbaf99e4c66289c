package dk.sagsflow.verification.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.load.GroupWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/** A group at work: who is free, what waits, and what it had to do. Not thread-safe. */
final class Workplace {
    private static final Comparator<Entry> MOST_URGENT_FIRST = Comparator.comparing(
                    (Entry entry) -> entry.priority().map(Enum::ordinal).orElse(Priority.values().length))
            .thenComparing(Entry::order);

    final SupportGroup group;
    final GroupWork work;
    final ServiceCalendar hours;
    private final Deque<ActorId> free;
    private final int staff;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>(MOST_URGENT_FIRST);
    private final WeekHours.Sum busy = new WeekHours.Sum();
    /** Whether somebody looks at the queue when the group opens. */
    boolean waking;

    long arrivals;
    long returns;
    long answers;
    long handOvers;
    long givenBack;
    long takenAway;
    private Duration present = Duration.ZERO;
    private Duration waited = Duration.ZERO;
    private int longestQueue;

    private record Entry(SimulatedCase waiting, Optional<Priority> priority, long order, Instant since) {}

    Workplace(SupportGroup group, GroupWork work, ServiceCalendar hours, ImmutableList<ActorId> members) {
        this.group = group;
        this.work = work;
        this.hours = hours;
        this.free = new ArrayDeque<>(members);
        this.staff = members.size();
    }

    boolean nobodyThere() {
        return staff == 0;
    }

    boolean idle() {
        return free.isEmpty() || queue.isEmpty();
    }

    void queue(SimulatedCase waiting, Optional<Priority> priority, long order, Instant now) {
        queue.add(new Entry(waiting, priority, order, now));
        longestQueue = Math.max(longestQueue, queue.size());
    }

    /** The case to be taken up next. */
    SimulatedCase takeUp(Instant now) {
        Entry next = queue.remove();
        waited = waited.plus(Duration.between(next.since(), now));
        return next.waiting();
    }

    void leave(SimulatedCase gone, Instant now) {
        queue.stream().filter(entry -> entry.waiting() == gone).findFirst().ifPresent(entry -> {
            waited = waited.plus(Duration.between(entry.since(), now));
            queue.remove(entry);
        });
        present = present.plus(Duration.between(gone.cameAt, now));
    }

    ActorId somebody() {
        return free.remove();
    }

    void free(ActorId member) {
        free.add(member);
    }

    void busy(Instant from, Instant to) {
        for (Range<Instant> open : hours.openIntervals(from, to)) {
            busy.add(open.lowerEndpoint(), open.upperEndpoint(), hours.zone(), 1);
        }
    }

    /** What it had to do until now; cases that are there still count until now. */
    Workload workload(Instant from, Instant now) {
        for (Entry entry : queue) {
            waited = waited.plus(Duration.between(entry.since(), now));
        }
        return Workload.builder()
                .arrivals(arrivals)
                .returns(returns)
                .answers(answers)
                .handOvers(handOvers)
                .givenBack(givenBack)
                .takenAway(takenAway)
                .present(present)
                .waited(waited)
                .longestQueue(longestQueue)
                .busy(busy.sum())
                .staffed(staffed(from, now))
                .build();
    }

    private WeekHours staffed(Instant from, Instant now) {
        WeekHours.Sum staffed = new WeekHours.Sum();
        for (Range<Instant> open : hours.openIntervals(from, now)) {
            staffed.add(open.lowerEndpoint(), open.upperEndpoint(), hours.zone(), staff);
        }
        return staffed.sum();
    }
}
