package dk.sagsflow.knowledge.history;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dk.sagsflow.core.log.LogPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps histories and log in lists, under one lock. */
final class InMemoryKnowledgeStore implements KnowledgeStore {
    private final Object lock = new Object();

    @GuardedBy("lock") private final Map<RecordId, List<KnowledgeEvent>> histories = new HashMap<>();

    @GuardedBy("lock") private final List<KnowledgeStep> log = new ArrayList<>();

    @Override
    public void append(List<? extends KnowledgeEvent> events) {
        ImmutableList<KnowledgeEvent> step = ImmutableList.copyOf(events);
        synchronized (lock) {
            requireNext(step);
            log.add(new KnowledgeStep(position(log.size() + 1), step));
            keep(step);
        }
    }

    @GuardedBy("lock") private void requireNext(ImmutableList<KnowledgeEvent> step) {
        Map<RecordId, Long> numbers = new HashMap<>();
        for (KnowledgeEvent event : step) {
            RecordId record = event.stamp().record();
            long next = numbers.computeIfAbsent(record, this::version) + 1;
            if (event.stamp().sequence() != next) {
                throw new StaleRecordException(record, event.stamp().sequence(), next);
            }
            numbers.put(record, next);
        }
    }

    @SuppressWarnings("GuardedBy") // asked by requireNext alone
    private long version(RecordId record) {
        return histories.getOrDefault(record, List.of()).size();
    }

    @Override
    public void rewrite(UnaryOperator<KnowledgeEvent> anew, KnowledgeEvent then) {
        requireNonNull(anew, "anew");
        synchronized (lock) {
            List<KnowledgeStep> whole = log.stream()
                    .map(step -> new KnowledgeStep(
                            step.position(), step.events().stream().map(anew).collect(ImmutableList.toImmutableList())))
                    .toList();
            log.clear();
            log.addAll(whole);
            histories.clear();
            log.forEach(step -> keep(step.events()));
            append(ImmutableList.of(then));
        }
    }

    @GuardedBy("lock") private void keep(ImmutableList<KnowledgeEvent> step) {
        for (KnowledgeEvent event : step) {
            histories
                    .computeIfAbsent(event.stamp().record(), unused -> new ArrayList<>())
                    .add(event);
        }
    }

    @Override
    public ImmutableList<KnowledgeEvent> history(RecordId record) {
        requireNonNull(record, "record");
        synchronized (lock) {
            return ImmutableList.copyOf(histories.getOrDefault(record, List.of()));
        }
    }

    @Override
    public LogPosition beginning() {
        return position(0);
    }

    @Override
    public ImmutableList<KnowledgeStep> after(LogPosition position, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        synchronized (lock) {
            int from = place(position, log.size());
            return ImmutableList.copyOf(log.subList(from, Math.min(log.size(), from + limit)));
        }
    }

    private static LogPosition position(int place) {
        return LogPosition.of(Integer.toString(place));
    }

    private static int place(LogPosition position, int last) {
        try {
            int place = Integer.parseInt(position.value());
            checkArgument(place >= 0 && place <= last, "the log ends at %s; it has no position %s", last, position);
            return place;
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("position \"" + position + "\" is none of this store", foreign);
        }
    }
}
