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

    /** A case with its events. */
    record Folded(long tag, SupportCase state, ImmutableList<CaseEvent> history) {}

    CaseCache(int most) {
        cases = CacheBuilder.newBuilder().maximumSize(most).build();
    }

    Optional<Folded> find(CaseNumber number, long tag) {
        return Optional.ofNullable(cases.getIfPresent(number)).filter(found -> found.tag() == tag);
    }

    void put(Folded folded) {
        cases.put(folded.state().number(), folded);
    }
}
