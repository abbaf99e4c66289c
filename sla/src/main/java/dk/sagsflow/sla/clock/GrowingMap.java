package dk.sagsflow.sla.clock;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A map that gets more entries without being copied: the larger one shares the entries of the smaller. Only the first that
 * gets one more shares them, a second one copies them. Immutable.
 */
final class GrowingMap<V> {
    private final Map<String, Entry<V>> entries;
    private final int size;

    private GrowingMap(Map<String, Entry<V>> entries, int size) {
        this.entries = entries;
        this.size = size;
    }

    private record Entry<V>(V value, int place) {}

    private static final GrowingMap<?> EMPTY = new GrowingMap<>(Map.of(), 0);

    @SuppressWarnings("unchecked") // There is nothing in it.
    static <V> GrowingMap<V> empty() {
        return (GrowingMap<V>) EMPTY;
    }

    Optional<V> get(String key) {
        if (size == 0) {
            return Optional.empty();
        }
        Entry<V> found = entries.get(key);
        return found == null || found.place() >= size ? Optional.empty() : Optional.of(found.value());
    }

    boolean contains(String key) {
        return get(key).isPresent();
    }

    /** With one entry more, under a key that there is none of. */
    GrowingMap<V> with(String key, V value) {
        Entry<V> added = new Entry<>(value, size);
        synchronized (entries) {
            if (size > 0 && entries.size() == size) {
                entries.put(key, added);
                return new GrowingMap<>(entries, size + 1);
            }
        }
        Map<String, Entry<V>> copy = copied();
        copy.put(key, added);
        return new GrowingMap<>(copy, size + 1);
    }

    /** Without the entry under this key, which costs as much as there are. */
    GrowingMap<V> without(String key) {
        GrowingMap<V> fewer = empty();
        for (Map.Entry<String, Entry<V>> entry : inOrder()) {
            fewer = entry.getKey().equals(key)
                    ? fewer
                    : fewer.with(entry.getKey(), entry.getValue().value());
        }
        return fewer;
    }

    private Map<String, Entry<V>> copied() {
        Map<String, Entry<V>> copy = new ConcurrentHashMap<>();
        entries.forEach((key, entry) -> {
            if (entry.place() < size) {
                copy.put(key, entry);
            }
        });
        return copy;
    }

    private ImmutableList<Map.Entry<String, Entry<V>>> inOrder() {
        return copied().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().place()))
                .collect(ImmutableList.toImmutableList());
    }

    /** All values, the one that was added first first. */
    ImmutableList<V> values() {
        return inOrder().stream().map(entry -> entry.getValue().value()).collect(ImmutableList.toImmutableList());
    }
}
