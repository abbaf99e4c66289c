package dk.sagsflow.core.memory;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.log.EventLog;
import dk.sagsflow.core.log.ForgottenPositionException;
import dk.sagsflow.core.log.LogPosition;
import dk.sagsflow.core.log.LoggedStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Counts steps from 1 and keeps which events each holds; the events are read from the histories, so erasing reaches them. */
public final class MemoryLog implements EventLog {
    private final Journal journal;
    private final Function<Part, List<CaseEvent>> histories;
    private LongSupplier firstNeeded = () -> Long.MAX_VALUE;
    private final List<Entry> entries = new ArrayList<>();
    /** How many steps were dropped: the place of the first that is kept is one more. */
    private long dropped;

    /**
     * Some events of a case.
     *
     * @param number the case
     * @param after how many events come before them
     * @param upTo how many events there are with them
     */
    public record Part(CaseNumber number, int after, int upTo) {}

    private record Entry(ImmutableList<Part> parts, Instant recorded) {}

    /** A log that reads events by this. */
    public MemoryLog(Journal journal, Function<Part, List<CaseEvent>> histories) {
        this.journal = journal;
        this.histories = histories;
    }

    /** The place of the first step that must not be dropped is told by this. */
    void keepingFrom(LongSupplier first) {
        firstNeeded = first;
    }

    /** Adds a step whose latest event was recorded at this instant. */
    public void add(ImmutableList<Part> parts, Instant recorded) {
        entries.add(new Entry(requireNonNull(parts, "parts"), requireNonNull(recorded, "recorded")));
        journal.undoBy(() -> entries.remove(entries.size() - 1));
    }

    @Override
    public LogPosition beginning() {
        return journal.locked(() -> position(dropped));
    }

    @Override
    public LogPosition end() {
        return journal.locked(() -> position(last()));
    }

    @Override
    public ImmutableList<LoggedStep> after(LogPosition position, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        return journal.locked(() -> {
            long place = keptPlaceOf(position);
            ImmutableList.Builder<LoggedStep> steps = ImmutableList.builder();
            for (long next = place + 1; next <= last() && next - place <= limit; next++) {
                steps.add(step(next));
            }
            return steps.build();
        });
    }

    @Override
    public long countAfter(LogPosition position) {
        return journal.locked(() -> last() - Math.max(dropped, placeOf(position)));
    }

    @Override
    public int forget(Instant before, int limit) {
        requireNonNull(before, "before");
        return journal.locked(() -> {
            long most = Math.min(limit, firstNeeded.getAsLong() - dropped - 1);
            int old = 0;
            while (old < most
                    && old < entries.size()
                    && entries.get(old).recorded().isBefore(before)) {
                old++;
            }
            List<Entry> oldest = List.copyOf(entries.subList(0, old));
            entries.subList(0, old).clear();
            dropped += old;
            journal.undoBy(() -> {
                entries.addAll(0, oldest);
                dropped -= oldest.size();
            });
            return old;
        });
    }

    LoggedStep step(long place) {
        ImmutableList.Builder<CaseEvent> events = ImmutableList.builder();
        parts(place).forEach(part -> events.addAll(histories.apply(part)));
        return new LoggedStep(position(place), events.build());
    }

    ImmutableList<Part> parts(long place) {
        return entries.get((int) (place - dropped - 1)).parts();
    }

    long last() {
        return dropped + entries.size();
    }

    static LogPosition position(long place) {
        return LogPosition.of(Long.toString(place));
    }

    /** The place, if it can be read on from. */
    long keptPlaceOf(LogPosition position) {
        long place = placeOf(position);
        if (place < dropped) {
            throw new ForgottenPositionException(position, position(dropped));
        }
        return place;
    }

    long placeOf(LogPosition position) {
        try {
            long place = Long.parseLong(position.value());
            checkArgument(
                    place >= 0 && place <= last(),
                    "the log has no position %s; it has those from %s to %s",
                    position,
                    dropped,
                    last());
            return place;
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("position \"" + position + "\" is none of this log", foreign);
        }
    }
}
