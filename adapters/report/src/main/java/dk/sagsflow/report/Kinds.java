package dk.sagsflow.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Fact;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What cases are, beside what they concern, where that tells some of them apart. Not thread-safe. */
final class Kinds {
    private static final int MOST = 10;

    /** Of each, what its values begin with among the words; nothing if they are names. */
    private static final ImmutableMap<Dimension, String> WORDS = ImmutableMap.of(
            Dimension.PRIORITY, "Priority.",
            Dimension.KIND, "CaseKind.",
            Dimension.CUSTOMER_KIND, "CustomerKind.",
            Dimension.UNIT, "",
            Dimension.CHANNEL, "");

    private final ImmutableMap<Dimension, CaseTally> tallies;
    private final NamesTold unitsTold = new NamesTold("units");
    private final NamesTold channelsTold = new NamesTold("channels");

    Kinds(ReportPlan plan) {
        this.tallies = Maps.toMap(
                WORDS.keySet(), dimension -> new CaseTally(Breakdown.of(PeriodLength.YEAR, plan.zone(), dimension)));
    }

    /** Counts registrations and answers. */
    void add(List<Fact> facts) {
        tallies.forEach((dimension, tally) -> tally.add(facts.stream()
                .map(fact -> dimension == Dimension.UNIT
                        ? unitsTold.told(fact, dimension)
                        : dimension == Dimension.CHANNEL ? channelsTold.told(fact, dimension) : fact)
                .toList()));
    }

    Stream<String> remarks() {
        return Stream.of(unitsTold.remark(), channelsTold.remark()).flatMap(Optional::stream);
    }

    Section section() {
        Table.Rows rows = Table.under("by", "value", "registered", "share", "answered", "median", "90");
        tallies.forEach((dimension, tally) -> rows(dimension, tally.statistics(), rows));
        return Section.of("kinds", new Chart.None(), rows.table());
    }

    private static void rows(Dimension dimension, CaseStatistics statistics, Table.Rows rows) {
        Map<String, Amount> registered = Sums.by(statistics, dimension, Figure.REGISTERED);
        if (registered.size() < 2) {
            return;
        }
        Map<String, Amount> answered = Sums.by(statistics, dimension, Figure.ANSWERED);
        long all = registered.values().stream().mapToLong(Amount::count).sum();
        most(registered, dimension)
                .forEach(value -> rows.row(
                        new Shown.Word("by." + dimension),
                        shown(dimension, value),
                        new Shown.Count(Sums.count(registered, value)),
                        Shown.share(Sums.count(registered, value), all),
                        new Shown.Count(Sums.count(answered, value)),
                        Shown.quantile(Sums.lengths(answered, value), 0.5),
                        Shown.quantile(Sums.lengths(answered, value), 0.9)));
    }

    /** Priorities in their order, all else by number. */
    private static Stream<String> most(Map<String, Amount> registered, Dimension dimension) {
        Stream<String> values = registered.keySet().stream();
        return dimension == Dimension.PRIORITY
                ? values
                : values.sorted(Comparator.<String>comparingLong(value -> Sums.count(registered, value))
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST);
    }

    private static Shown shown(Dimension dimension, String value) {
        String words = WORDS.getOrDefault(dimension, "");
        return value.isEmpty()
                ? new Shown.Word("unknown")
                : words.isEmpty() ? new Shown.Name(value) : new Shown.Word(words + value);
    }
}
