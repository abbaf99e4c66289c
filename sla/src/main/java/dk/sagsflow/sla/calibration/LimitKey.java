package dk.sagsflow.sla.calibration;

import dk.sagsflow.core.classification.Priority;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which cases have a limit together: in order of priority or of type, those without last. Immutable.
 *
 * @param priority of one priority; empty if they have none, or limits go by type
 * @param type of one type; empty if they have none, or limits go by priority
 */
record LimitKey(Optional<Priority> priority, Optional<String> type) implements Comparable<LimitKey> {
    private static final Comparator<LimitKey> ORDER = Comparator.comparing(
                    (LimitKey key) -> key.priority().map(Priority::name).orElse("none"))
            .thenComparing(key -> key.type().isEmpty())
            .thenComparing(key -> key.type().orElse(""));

    @Override
    public int compareTo(LimitKey other) {
        return ORDER.compare(this, other);
    }
}
