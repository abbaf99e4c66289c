package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.LengthTally;
import dk.sagsflow.core.statistics.Lengths;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where cases are, tier by tier and group by group, and how long with nobody. Not thread-safe. */
final class Places {
    private final ReportPlan plan;
    private final LengthTally withNobody = new LengthTally();

    Places(ReportPlan plan) {
        this.plan = plan;
    }

    /** The times in which no group has a case, from an answer to its reopening or closing: like visits, once they are over. */
    void add(List<Stretch> stretches) {
        Optional<Instant> since = Optional.empty();
        for (Stretch stretch : stretches) {
            boolean alone = stretch.state().status() == CaseStatus.ANSWERED;
            if (since.isPresent() && !alone) {
                add(Duration.between(since.get(), stretch.from()));
            }
            since = alone ? Optional.of(since.orElse(stretch.from())) : Optional.empty();
        }
    }

    /** In logs of other systems time may run backwards, but nothing takes less than no time. */
    private void add(Duration length) {
        withNobody.add(length.isNegative() ? Duration.ZERO : length);
    }

    Section tiers(CaseStatistics statistics) {
        Table table = table("tier", plan.tiers(), statistics, Dimension.TIER);
        return Section.of("tiers", new Chart.Bars(Chart.Layout.LYING, ImmutableList.of(3), ImmutableList.of()), table);
    }

    Section groups(CaseStatistics statistics) {
        return Section.of("groups", new Chart.None(), table("group", plan.groups(), statistics, Dimension.GROUP));
    }

    private Table table(
            String first, ImmutableMap<String, String> names, CaseStatistics statistics, Dimension dimension) {
        Map<String, Amount> visits = Sums.by(statistics, dimension, Figure.VISITED);
        ImmutableList<Map<String, Amount>> counts = ImmutableList.of(
                Sums.by(statistics, dimension, Figure.HANDED_OVER),
                Sums.by(statistics, dimension, Figure.GIVEN_BACK),
                Sums.by(statistics, dimension, Figure.RETURNED),
                Sums.by(statistics, dimension, Figure.ANSWERED),
                Sums.by(statistics, dimension, Figure.REOPENED));
        Duration nobody = withNobody.lengths().total();
        Duration all =
                visits.values().stream().map(amount -> amount.lengths().total()).reduce(nobody, Duration::plus);
        Table.Rows rows = rows(first);
        for (String id : inOrder(names, visits)) {
            ImmutableList.Builder<Shown> row = ImmutableList.<Shown>builder()
                    .add(id.isEmpty() ? new Shown.Word("others") : new Shown.Name(names.getOrDefault(id, id)))
                    .addAll(times(Sums.lengths(visits, id), all));
            counts.forEach(of -> row.add(new Shown.Count(Sums.count(of, id))));
            rows.row(row.build());
        }
        return withNobody.lengths().count() == 0
                ? rows.table()
                : rows.row(nobody(all)).table();
    }

    private static Table.Rows rows(String first) {
        return Table.under(
                first,
                "visits",
                "time",
                "share-of-time",
                "mean",
                "median",
                "90",
                "handed-over",
                "given-back",
                "returned",
                "answered",
                "reopened");
    }

    /** Those that were visited, the known ones first, as the organisation lists them; all others together at the end. */
    private static Set<String> inOrder(ImmutableMap<String, String> names, Map<String, Amount> visits) {
        Set<String> ids = new LinkedHashSet<>(names.keySet());
        ids.addAll(visits.keySet());
        ids.retainAll(visits.keySet());
        if (ids.remove("")) {
            ids.add("");
        }
        return ids;
    }

    private ImmutableList<Shown> nobody(Duration all) {
        Shown none = new Shown.Unknown();
        return ImmutableList.<Shown>builder()
                .add(new Shown.Word("nobody"))
                .addAll(times(withNobody.lengths(), all))
                .add(none, none, none, none, none)
                .build();
    }

    private static ImmutableList<Shown> times(Lengths lengths, Duration all) {
        return ImmutableList.of(
                new Shown.Count(lengths.count()),
                new Shown.Length(lengths.total()),
                Shown.share(lengths.total().toSeconds(), all.toSeconds()),
                lengths.count() == 0 ? new Shown.Unknown() : new Shown.Length(lengths.mean()),
                Shown.quantile(lengths, 0.5),
                Shown.quantile(lengths, 0.9));
    }
}
