package dk.sagsflow.verification.practice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.operation.SweepReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk on a store in memory, from one reset to the next. Safe for use by many threads. */
final class PracticeRoom {
    private static final Duration BETWEEN_CASES = Duration.ofMinutes(45);

    /** A limit of which nobody can be told comes due every minute; so often it is looked at on the way. */
    private static final int PATIENCE = 3;

    private static final Duration SELDOM = Duration.ofHours(1);

    private final InMemoryStore store = CaseRepository.inMemory();
    private final SupportDesk desk;
    private final Object lock = new Object();

    @GuardedBy("lock") private final List<Notification> told = new ArrayList<>();

    private volatile Instant now;

    private PracticeRoom(SupportModel model, PracticePeople people, Instant start) {
        this.now = start;
        this.desk = SupportDesk.builder(model, people.directory(), this::now)
                .withRepository(store)
                .withNotifier(this::keep)
                .build();
    }

    /** With cases that came in one after the other until the start. */
    static PracticeRoom furnished(
            SupportModel model, PracticePeople people, InventedCases invented, int cases, Instant start) {
        PracticeRoom room = new PracticeRoom(model, people, start.minus(BETWEEN_CASES.multipliedBy(cases)));
        for (int left = cases; left > 0; left--) {
            var unused = room.desk.register(PracticePeople.RECEPTION, invented.next());
            room.moveTo(room.now().plus(BETWEEN_CASES));
        }
        return room;
    }

    private void keep(Notification notification) {
        synchronized (lock) {
            told.add(notification);
        }
    }

    SupportDesk desk() {
        return desk;
    }

    Instant now() {
        return now;
    }

    ImmutableList<Notification> told() {
        var unused = desk.operations().deliver(Integer.MAX_VALUE);
        synchronized (lock) {
            return ImmutableList.copyOf(told);
        }
    }

    synchronized void moveTo(Instant instant) {
        Instant to = Microseconds.kept(requireNonNull(instant, "instant"));
        checkArgument(!to.isBefore(now), "it is %s; the clock of a practice desk does not go back to %s", now, to);
        int idle = 0;
        Optional<Instant> due = due(to);
        while (due.isPresent()) {
            now = due.filter(now::isBefore).orElse(now);
            SweepReport report = swept();
            idle = report.unheard().isEmpty() && report.handled() > 0 ? 0 : idle + 1;
            due = idle < PATIENCE ? due(to) : dueElse(to);
        }
        now = to;
        var unused = swept();
    }

    /** When the case comes due that is due first, if it is until then. */
    private Optional<Instant> due(Instant until) {
        return store.due(until, 1).stream()
                .findFirst()
                .flatMap(store::load)
                .flatMap(stored -> stored.agenda().nextDue());
    }

    /** When another case comes due, or one that comes due every minute for want of somebody to tell is looked at again. */
    private Optional<Instant> dueElse(Instant until) {
        return store.due(until, Integer.MAX_VALUE).stream()
                .flatMap(number -> store.load(number).stream())
                .filter(stored -> stored.state().unheard().isEmpty())
                .flatMap(stored -> stored.agenda().nextDue().stream())
                .filter(now::isBefore)
                .reduce((one, other) -> other.isBefore(one) ? other : one)
                .filter(now.plus(SELDOM)::isAfter)
                .or(() -> Optional.of(now.plus(SELDOM)))
                .filter(soonest -> !soonest.isAfter(until));
    }

    private SweepReport swept() {
        SweepReport report = desk.operations().sweep(Integer.MAX_VALUE);
        var unused = desk.operations().deliver(Integer.MAX_VALUE);
        return report;
    }
}
