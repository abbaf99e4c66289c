package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.report.Omissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that a report goes without, by reason and by period. Not thread-safe. */
final class RowsLeftOut {
    private final LeftOut reasons = new LeftOut();
    private final Map<LocalDate, Long> byPeriod = new TreeMap<>();
    private final Breakdown periods;

    RowsLeftOut(Breakdown periods) {
        this.periods = periods;
    }

    /** One more, in the period of its time if that is known. */
    void add(RejectedRow row) {
        reasons.add(row);
        row.at().ifPresent(at -> byPeriod.merge(periods.periodOf(at), 1L, Long::sum));
    }

    LeftOut reasons() {
        return reasons;
    }

    /**
     * As the report tells them.
     *
     * @param all how many rows there are
     * @param remarks what else somebody should know
     */
    Omissions omissions(long all, List<String> remarks) {
        return new Omissions(
                reasons.rows(),
                all,
                reasons.reasons().stream()
                        .map(reason -> new Omissions.Reason(
                                reason.rows(),
                                reason.first().line(),
                                LeftOut.shortened(reason.first().reason())))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(remarks),
                ImmutableSortedMap.copyOf(byPeriod));
    }
}
