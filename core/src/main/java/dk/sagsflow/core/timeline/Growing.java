package dk.sagsflow.core.timeline;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that is made longer without being copied: the longer one shares the places of the shorter. Only the first that is
 * made longer at its end keeps the places, a second one copies them. Immutable.
 */
final class Growing<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> places;
    private final int size;

    private Growing(List<T> places, int size) {
        this.places = places;
        this.size = size;
    }

    static <T> Growing<T> empty() {
        return new Growing<>(new ArrayList<>(), 0);
    }

    /** These, whose list it takes: whoever hands it over adds nothing to it any more. */
    static <T> Growing<T> of(List<T> places) {
        return new Growing<>(places, places.size());
    }

    Growing<T> with(T more) {
        synchronized (places) {
            if (places.size() == size) {
                places.add(more);
                return new Growing<>(places, size + 1);
            }
        }
        List<T> copy = new ArrayList<>(size + 1);
        copy.addAll(this);
        copy.add(more);
        return new Growing<>(copy, size + 1);
    }

    @Override
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("place " + index + " of a list of " + size);
        }
        return places.get(index);
    }

    @Override
    public int size() {
        return size;
    }
}
