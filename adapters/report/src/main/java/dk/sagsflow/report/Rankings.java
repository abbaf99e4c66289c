package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What most cases are about. Not thread-safe. */
final class Rankings {
    private static final int MOST = 10;

    private final ReportPlan plan;
    private final NamesTold errorsTold = new NamesTold("known errors");
    private final Map<String, Long> knownErrors = new TreeMap<>();
    private long cases;

    Rankings(ReportPlan plan) {
        this.plan = plan;
    }

    /** Counts what brought the case about, and the articles that it is linked to, each once. */
    void add(List<CaseEvent> events, SupportCase state) {
        cases++;
        Set<String> known = new LinkedHashSet<>();
        for (SupportCase.RelatedCase related : state.relatedCases()) {
            if (related.relation() == CaseRelation.CAUSED_BY) {
                known.add(related.number().value());
            }
        }
        for (CaseEvent event : events) {
            if (event instanceof CaseEvent.KnowledgeLinked linked) {
                known.add(linked.article());
            }
        }
        known.stream().filter(errorsTold::tells).forEach(error -> knownErrors.merge(error, 1L, Long::sum));
    }

    Optional<String> remark() {
        return errorsTold.remark();
    }

    Section systems(CaseStatistics statistics) {
        return ranking("systems", "system", plan.systems(), statistics, Dimension.SYSTEM);
    }

    Section categories(CaseStatistics statistics) {
        return ranking("categories", "category", ImmutableMap.of(), statistics, Dimension.CATEGORY);
    }

    private Section ranking(
            String topic,
            String first,
            ImmutableMap<String, String> names,
            CaseStatistics statistics,
            Dimension dimension) {
        Map<String, Amount> registered = Sums.by(statistics, dimension, Figure.REGISTERED);
        Map<String, Amount> answered = Sums.by(statistics, dimension, Figure.ANSWERED);
        Table.Rows rows = Table.under(first, "cases", "share", "answered", "median", "90");
        for (String name : most(counts(registered))) {
            rows.row(
                    new Shown.Name(names.getOrDefault(name, name)),
                    new Shown.Count(Sums.count(registered, name)),
                    Shown.share(Sums.count(registered, name), cases),
                    new Shown.Count(Sums.count(answered, name)),
                    Shown.quantile(Sums.lengths(answered, name), 0.5),
                    Shown.quantile(Sums.lengths(answered, name), 0.9));
        }
        return Section.of(topic, bars(), rows.table());
    }

    Section knownErrors() {
        Table.Rows rows = Table.under("known-error", "cases", "share");
        for (String error : most(knownErrors)) {
            long count = knownErrors.getOrDefault(error, 0L);
            rows.row(new Shown.Name(error), new Shown.Count(count), Shown.share(count, cases));
        }
        return Section.of("known-errors", bars(), rows.table());
    }

    private static Chart bars() {
        return new Chart.Bars(Chart.Layout.LYING, ImmutableList.of(1), ImmutableList.of());
    }

    private static Map<String, Long> counts(Map<String, Amount> amounts) {
        Map<String, Long> counts = new TreeMap<>();
        amounts.forEach((name, amount) -> counts.put(name, amount.count()));
        return counts;
    }

    /** The most frequent first; what has no name is no answer. */
    private static List<String> most(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
