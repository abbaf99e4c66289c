package dk.sagsflow.sla.calendar;

import com.google.common.collect.ImmutableList;

/** Calendars as sets of instants: all together, what they share, or the first without the others. */
final class CombinedOpenings extends ComposedOpenings {
    private final SetOperation operation;

    private CombinedOpenings(SetOperation operation, ImmutableList<Openings> parts) {
        super(operation, parts);
        this.operation = operation;
    }

    /** Of the one and the other; the one is taken in if it is combined in the same way, and nothing stands in it twice. */
    static Openings of(SetOperation operation, Openings one, Openings other) {
        ImmutableList<Openings> parts = one instanceof CombinedOpenings combined && combined.operation == operation
                ? combined.parts()
                : ImmutableList.of(one);
        // What is taken away twice changes nothing, but a calendar without itself is never open.
        int first = operation == SetOperation.MINUS ? 1 : 0;
        return parts.subList(first, parts.size()).contains(other)
                ? one
                : new CombinedOpenings(
                        operation,
                        ImmutableList.<Openings>builder()
                                .addAll(parts)
                                .add(other)
                                .build());
    }

    /** Whether the other was taken in by this. */
    boolean beginsWith(CombinedOpenings other) {
        return operation == other.operation
                && other.parts().size() <= parts().size()
                && parts().subList(0, other.parts().size()).equals(other.parts());
    }

    @Override
    public long[] between(long from, long to, OpeningParts known) {
        long[] openings = known.between(parts().get(0), from, to);
        for (Openings part : parts().subList(1, parts().size())) {
            openings = operation.of(openings, known.between(part, from, to));
        }
        return openings;
    }
}
