package dk.sagsflow.jdbc.table;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import java.util.Optional;

/**
 * Cases that were read or written lately, each under the tag that its row had then. Every change of a history gives the row a
 * new tag that no row ever had, so what is found under the tag that the row has now is right, whoever changed what. Safe for
 * use by many threads.
 */
final class CaseCache {
    private final Cache<CaseNumber, Folded> cases;

    /**
     * A case with its events.
     *
     * @param tag what its row said, which every change says anew
     * @param rewritten what its row said, which only a change says anew that does something to events that were there before
     * @param committed whether it was read or written by a transaction that is committed
     */
    record Folded(long tag, long rewritten, boolean committed, SupportCase state, ImmutableList<CaseEvent> history) {
        /** Whether events were added to this until the row said that, and nothing else happened. */
        boolean isBefore(CaseReader.Found row) {
            return committed && rewritten == row.rewritten() && state.version() < row.version();
        }
    }

    CaseCache(int most) {
        cases = CacheBuilder.newBuilder().maximumSize(most).build();
    }

    Optional<Folded> find(CaseNumber number, long tag) {
        return known(number).filter(found -> found.tag() == tag);
    }

    /** What is known of the case, of whatever version. */
    Optional<Folded> known(CaseNumber number) {
        return Optional.ofNullable(cases.getIfPresent(number));
    }

    /** The case as it was at an earlier version, to which events were added since and nothing else happened. */
    Optional<Folded> before(CaseReader.Found row) {
        return known(row.number()).filter(found -> found.isBefore(row));
    }

    void put(Folded folded) {
        cases.put(folded.state().number(), folded);
    }
}
