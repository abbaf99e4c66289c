package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Cell;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.Lengths;
import dk.sagsflow.report.ReportPlan.Untold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many cases come, go and stay, period by period. Immutable. */
final class Load {
    /** What somebody looks at first. */
    private enum KeyFigure {
        REGISTERED,
        ANSWERED,
        OPEN,
        TIME_TO_ANSWER,
        FIRST_CONTACT,
        ATTAINMENT,
        REOPENED,
        HAND_OVERS,
        GIVEN_BACK;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it takes to know which groups had a case. */
        boolean ofMoves() {
            return this == FIRST_CONTACT || this == HAND_OVERS || this == GIVEN_BACK || this == REOPENED;
        }
    }

    private final ReportPlan plan;
    private final CaseStatistics statistics;
    private final ImmutableMap<LocalDate, long[]> open;
    private final ClockCounts clocks;

    /**
     * Of these.
     *
     * @param statistics by period and nothing else
     * @param open how many cases of each age are open at the end of each period that is told
     */
    Load(ReportPlan plan, CaseStatistics statistics, ImmutableMap<LocalDate, long[]> open, ClockCounts clocks) {
        this.plan = plan;
        this.statistics = statistics;
        this.open = open;
        this.clocks = clocks;
    }

    /** The figures that somebody looks at first: of all, of the last period that is whole, and of the one before. */
    Section key(Instant began) {
        List<LocalDate> whole = whole(began);
        int many = whole.size();
        Optional<LocalDate> last = many > 0 ? Optional.of(whole.get(many - 1)) : Optional.empty();
        Optional<LocalDate> before = many > 1 ? Optional.of(whole.get(many - 2)) : Optional.empty();
        Table.Rows rows = Table.under(ImmutableList.of(
                TableColumn.of("figure"), TableColumn.of("all"), column("last", last), column("before", before)));
        for (KeyFigure figure : KeyFigure.values()) {
            if (plan.tells(Untold.MOVES) || !figure.ofMoves()) {
                rows.row(
                        new Shown.Word("key." + figure.key()),
                        of(figure, Optional.empty()),
                        last.isEmpty() ? new Shown.Unknown() : of(figure, last),
                        before.isEmpty() ? new Shown.Unknown() : of(figure, before));
            }
        }
        return Section.of("key", new Chart.Tiles(), rows.table());
    }

    private static TableColumn column(String otherwise, Optional<LocalDate> period) {
        return period.map(start -> new TableColumn(new Shown.Period(start))).orElseGet(() -> TableColumn.of(otherwise));
    }

    /** Those of which all is told: the first only if cases come in from its first day on. */
    private List<LocalDate> whole(Instant began) {
        LocalDate first = began.atZone(plan.zone()).toLocalDate();
        return open.keySet().stream()
                .filter(period -> !period.isBefore(first)
                        && !statistics.breakdown().ends(period).isAfter(plan.end()))
                .toList();
    }

    /** In a period, or over all. */
    private Shown of(KeyFigure figure, Optional<LocalDate> in) {
        return switch (figure) {
            case REGISTERED -> new Shown.Count(count(Figure.REGISTERED, in));
            case ANSWERED -> new Shown.Count(count(Figure.ANSWERED, in));
            case OPEN -> new Shown.Count(open(in.orElseGet(() -> Iterables.getLast(open.keySet()))));
            case TIME_TO_ANSWER -> Shown.quantile(amount(Figure.ANSWERED, in).lengths(), 0.5);
            case FIRST_CONTACT -> Shown.share(count(Figure.ANSWERED_AT_FIRST_CONTACT, in), count(Figure.ANSWERED, in));
            case ATTAINMENT -> clocks.attainment(in);
            case REOPENED -> Shown.share(count(Figure.REOPENED, in), count(Figure.ANSWERED, in));
            case HAND_OVERS -> Shown.rate(count(Figure.HANDED_OVER, in), count(Figure.REGISTERED, in));
            case GIVEN_BACK -> Shown.rate(count(Figure.GIVEN_BACK, in), count(Figure.REGISTERED, in));
        };
    }

    /** These statistics tell nothing apart but periods, so a period is one cell. */
    private Amount amount(Figure figure, Optional<LocalDate> in) {
        return in.map(period -> statistics
                        .cells()
                        .getOrDefault(new Cell(figure, period, ImmutableMap.of()), new Amount(0, Lengths.none())))
                .orElseGet(() -> statistics.of(figure));
    }

    private long count(Figure figure, Optional<LocalDate> in) {
        return amount(figure, in).count();
    }

    private long open(LocalDate period) {
        return Arrays.stream(open.getOrDefault(period, new long[0])).sum();
    }

    Section load() {
        Table.Rows rows = Table.under("period", "registered", "answered", "closed", "open");
        for (LocalDate period : open.keySet()) {
            Optional<LocalDate> in = Optional.of(period);
            rows.row(
                    new Shown.Period(period),
                    new Shown.Count(count(Figure.REGISTERED, in)),
                    new Shown.Count(count(Figure.ANSWERED, in)),
                    new Shown.Count(count(Figure.CLOSED, in)),
                    new Shown.Count(open(period)));
        }
        return Section.of(
                "load", new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1, 2), ImmutableList.of(4)), rows.table());
    }

    Section answers() {
        Table.Rows rows = Table.under("period", "answered", "mean", "median", "90", "longest");
        for (LocalDate period : open.keySet()) {
            answers(rows, period, amount(Figure.ANSWERED, Optional.of(period)).lengths());
        }
        return Section.of(
                "answers",
                new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(), ImmutableList.of(3, 4)),
                rows.table());
    }

    private static void answers(Table.Rows rows, LocalDate period, Lengths lengths) {
        rows.row(
                new Shown.Period(period),
                new Shown.Count(lengths.count()),
                lengths.count() == 0 ? new Shown.Unknown() : new Shown.Length(lengths.mean()),
                Shown.quantile(lengths, 0.5),
                Shown.quantile(lengths, 0.9),
                Shown.quantile(lengths, 1));
    }

    static Section waits(CaseStatistics byReason) {
        Table.Rows rows = Table.under("waited-for", "waits", "time", "median", "90", "longest");
        for (Map.Entry<String, Amount> reason :
                Sums.by(byReason, Dimension.WAITING_FOR, Figure.WAITED).entrySet()) {
            Lengths lengths = reason.getValue().lengths();
            rows.row(
                    new Shown.Word("WaitingFor." + reason.getKey()),
                    new Shown.Count(lengths.count()),
                    new Shown.Length(lengths.total()),
                    Shown.quantile(lengths, 0.5),
                    Shown.quantile(lengths, 0.9),
                    Shown.quantile(lengths, 1));
        }
        return Section.of(
                "waits", new Chart.Bars(Chart.Layout.LYING, ImmutableList.of(3, 4), ImmutableList.of()), rows.table());
    }
}
