package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Some of the cases asked for, in the order asked for. Immutable.
 *
 * @param entries the cases of this page
 * @param unreadable the cases of this page that cannot be read, in the same order
 * @param next where the next page begins; empty if there is none
 */
public record CasePage(
        ImmutableList<Entry> entries, ImmutableList<UnreadableCase> unreadable, Optional<CaseCursor> next) {
    /** Refuses null. */
    public CasePage {
        requireNonNull(entries, "entries");
        requireNonNull(unreadable, "unreadable");
        requireNonNull(next, "next");
    }

    /** A page of cases that can all be read. */
    public CasePage(ImmutableList<Entry> entries, Optional<CaseCursor> next) {
        this(entries, ImmutableList.of(), next);
    }

    /** One of the cases asked for, whether it can be read or not. */
    public sealed interface Line {
        /** Where it stands in this order. */
        CaseCursor.Place placeIn(CaseOrder order);
    }

    /**
     * A case in a list. Immutable.
     *
     * @param state the case as it stands
     * @param agenda what its clocks say about its future
     */
    public record Entry(SupportCase state, Agenda agenda) implements Line {
        /** Refuses null. */
        public Entry {
            requireNonNull(state, "state");
            requireNonNull(agenda, "agenda");
        }

        @Override
        public CaseCursor.Place placeIn(CaseOrder order) {
            return order.placeOf(this);
        }
    }

    /**
     * A case in a list that cannot be read. Immutable.
     *
     * @param unreadable which, and why
     * @param place where it stands in the order asked for, as the store knows without reading the case
     */
    public record Unread(UnreadableCase unreadable, CaseCursor.Place place) implements Line {
        /** Refuses null. */
        public Unread {
            requireNonNull(unreadable, "unreadable");
            requireNonNull(place, "place");
        }

        @Override
        public CaseCursor.Place placeIn(CaseOrder order) {
            return place;
        }
    }

    /**
     * The page that begins with the first of these.
     *
     * @param found what was asked for and comes from there on, in order: one more than fits on the page, if there are more
     */
    public static CasePage of(CaseQuery query, ImmutableList<? extends Line> found) {
        ImmutableList<? extends Line> page = found.subList(0, Math.min(found.size(), query.pageSize()));
        return new CasePage(
                only(Entry.class, page).collect(ImmutableList.toImmutableList()),
                only(Unread.class, page).map(Unread::unreadable).collect(ImmutableList.toImmutableList()),
                page.size() == found.size()
                        ? Optional.empty()
                        : Optional.of(CaseCursor.after(query.order(), page.get(page.size() - 1))));
    }

    private static <L extends Line> Stream<L> only(Class<L> type, ImmutableList<? extends Line> lines) {
        return lines.stream().filter(type::isInstance).map(type::cast);
    }

    /** The cases of this page that can be read. */
    public ImmutableList<SupportCase> cases() {
        return entries.stream().map(Entry::state).collect(ImmutableList.toImmutableList());
    }

    /** The numbers of all cases of this page, last those that cannot be read. */
    public ImmutableList<CaseNumber> numbers() {
        return Stream.concat(
                        entries.stream().map(entry -> entry.state().number()),
                        unreadable.stream().map(UnreadableCase::number))
                .collect(ImmutableList.toImmutableList());
    }
}
