package dk.sagsflow.core.view;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventKind;
import java.util.Comparator;
import java.util.List;

/** What of duplicates is seen from the case that they repeat: what was said on them, what came with them, and who watches. */
public final class Merging {
    private static final ImmutableSet<EventKind> SEEN = Sets.immutableEnumSet(
            EventKind.REGISTERED,
            EventKind.NOTE_ADDED,
            EventKind.ATTACHMENT_ADDED,
            EventKind.WATCHER_ADDED,
            EventKind.WATCHER_REMOVED);

    private Merging() {}

    /**
     * What is seen of these, in the order in which it happened.
     *
     * @param histories all events of each duplicate
     */
    public static ImmutableList<CaseEvent> of(List<ImmutableList<CaseEvent>> histories) {
        return histories.stream()
                .flatMap(List::stream)
                .filter(event -> SEEN.contains(event.eventKind()))
                .sorted(Comparator.comparing(CaseEvent::occurredAt)
                        .thenComparing(event -> event.caseNumber().value())
                        .thenComparing(CaseEvent::sequence))
                .collect(ImmutableList.toImmutableList());
    }
}
