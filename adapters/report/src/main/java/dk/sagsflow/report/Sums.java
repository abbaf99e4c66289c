package dk.sagsflow.report;

import com.google.common.collect.Maps;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.LengthTally;
import dk.sagsflow.core.statistics.Lengths;
import java.util.Map;
import java.util.TreeMap;

/** Figures over several periods, by one dimension. Not thread-safe. */
final class Sums {
    private final LengthTally lengths = new LengthTally();
    private long count;

    private Sums() {}

    /** What there is of a figure, by a dimension; what has nothing of it stands under the empty name. */
    static Map<String, Amount> by(CaseStatistics statistics, Dimension dimension, Figure figure) {
        Map<String, Sums> sums = new TreeMap<>();
        statistics.cells().forEach((cell, amount) -> {
            if (cell.figure() == figure) {
                sums.computeIfAbsent(cell.value(dimension).orElse(""), name -> new Sums())
                        .add(amount);
            }
        });
        return new TreeMap<>(Maps.transformValues(sums, Sums::amount));
    }

    private void add(Amount amount) {
        count += amount.count();
        lengths.add(amount.lengths());
    }

    private Amount amount() {
        return new Amount(count, lengths.lengths());
    }

    static long count(Map<String, Amount> sums, String name) {
        Amount amount = sums.get(name);
        return amount == null ? 0 : amount.count();
    }

    static Lengths lengths(Map<String, Amount> sums, String name) {
        Amount amount = sums.get(name);
        return amount == null ? Lengths.none() : amount.lengths();
    }
}
