package dk.sagsflow.core.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;

/**
 * Some of the cases asked for, in the order asked for. Immutable.
 *
 * @param entries the cases of this page
 * @param next where the next page begins; empty if there is none
 */
public record CasePage(ImmutableList<Entry> entries, Optional<CaseCursor> next) {
    /** Refuses null. */
    public CasePage {
        requireNonNull(entries, "entries");
        requireNonNull(next, "next");
    }

    /**
     * A case in a list. Immutable.
     *
     * @param state the case as it stands
     * @param agenda what its clocks say about its future
     */
    public record Entry(SupportCase state, Agenda agenda) {
        /** Refuses null. */
        public Entry {
            requireNonNull(state, "state");
            requireNonNull(agenda, "agenda");
        }
    }

    /**
     * The page that begins with the first of these.
     *
     * @param found what was asked for and comes from there on, in order: one more than fits on the page, if there are more
     */
    public static CasePage of(CaseQuery query, ImmutableList<Entry> found) {
        if (found.size() <= query.pageSize()) {
            return new CasePage(found, Optional.empty());
        }
        ImmutableList<Entry> page = found.subList(0, query.pageSize());
        return new CasePage(page, Optional.of(CaseCursor.after(query.order(), page.get(page.size() - 1))));
    }

    /** The cases of this page. */
    public ImmutableList<SupportCase> cases() {
        return entries.stream().map(Entry::state).collect(ImmutableList.toImmutableList());
    }
}
