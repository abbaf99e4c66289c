package dk.sagsflow.report;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import java.util.List;
import java.util.Set;

/** What became of cases: why they were closed, and which turned out to ask for a change. Not thread-safe. */
final class CaseEndings {
    private static final Set<Figure> COUNTED =
            ImmutableSet.of(Figure.REGISTERED, Figure.CLOSED, Figure.CHANGE_REQUESTED);

    private final CaseTally tally;

    CaseEndings(ReportPlan plan) {
        this.tally = new CaseTally(Breakdown.of(PeriodLength.YEAR, plan.zone(), Dimension.CLOSING_REASON));
    }

    void add(List<Fact> facts) {
        tally.add(facts.stream().filter(fact -> COUNTED.contains(fact.figure())).toList());
    }

    Section section() {
        CaseStatistics statistics = tally.statistics();
        long registered = statistics.of(Figure.REGISTERED).count();
        Table.Rows rows = Table.under("ending", "cases", "share", "median", "90");
        Sums.by(statistics, Dimension.CLOSING_REASON, Figure.CLOSED)
                .forEach((reason, amount) -> row("ClosingReason." + reason, amount, registered, rows));
        Amount changes = statistics.of(Figure.CHANGE_REQUESTED);
        if (changes.count() > 0) {
            row("change-requested", changes, registered, rows);
        }
        return Section.of("endings", new Chart.None(), rows.table());
    }

    private static void row(String word, Amount amount, long registered, Table.Rows rows) {
        rows.row(
                new Shown.Word(word),
                new Shown.Count(amount.count()),
                Shown.share(amount.count(), registered),
                Shown.quantile(amount.lengths(), 0.5),
                Shown.quantile(amount.lengths(), 0.9));
    }
}
