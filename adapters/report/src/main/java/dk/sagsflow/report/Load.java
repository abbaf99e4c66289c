package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.Lengths;
import dk.sagsflow.report.ReportPlan.Untold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How many cases come, go and stay, period by period. Immutable. */
final class Load {
    private final ReportPlan plan;
    private final List<LocalDate> periods;
    private final CaseStatistics statistics;
    private final BacklogAges open;
    private final ClockCounts clocks;

    Load(ReportPlan plan, List<LocalDate> periods, CaseStatistics statistics, BacklogAges open, ClockCounts clocks) {
        this.plan = plan;
        this.periods = periods;
        this.statistics = statistics;
        this.open = open;
        this.clocks = clocks;
    }

    /** The figures that somebody looks at first: of all, of the last period that is whole, and of the one before. */
    Section key(Instant began) {
        List<LocalDate> whole = whole(began);
        int many = whole.size();
        List<LocalDate> last = many > 0 ? whole.subList(many - 1, many) : List.of();
        List<LocalDate> before = many > 1 ? whole.subList(many - 2, many - 1) : List.of();
        Table.Rows rows = Table.under(ImmutableList.of(
                TableColumn.of("figure"), TableColumn.of("all"), column("last", last), column("before", before)));
        for (KeyFigure figure : KeyFigure.values()) {
            if (plan.tells(Untold.MOVES) || !figure.ofMoves()) {
                rows.row(
                        new Shown.Word("key." + figure.key()),
                        of(figure, periods),
                        last.isEmpty() ? new Shown.Unknown() : of(figure, last),
                        before.isEmpty() ? new Shown.Unknown() : of(figure, before));
            }
        }
        return Section.of("key", new Chart.Tiles(), rows.table());
    }

    private static TableColumn column(String otherwise, List<LocalDate> period) {
        return period.isEmpty() ? TableColumn.of(otherwise) : new TableColumn(new Shown.Period(period.get(0)));
    }

    /** Those of which all is told: the first only if cases come in from its first day on. */
    private List<LocalDate> whole(Instant began) {
        LocalDate first = began.atZone(plan.zone()).toLocalDate();
        return periods.stream()
                .filter(period -> !period.isBefore(first)
                        && !statistics.breakdown().ends(period).isAfter(plan.end()))
                .toList();
    }

    private Shown of(KeyFigure figure, List<LocalDate> in) {
        return switch (figure) {
            case REGISTERED -> new Shown.Count(count(Figure.REGISTERED, in));
            case ANSWERED -> new Shown.Count(count(Figure.ANSWERED, in));
            case OPEN -> new Shown.Count(open.at(in.get(in.size() - 1)));
            case TIME_TO_ANSWER -> Shown.quantile(lengths(Figure.ANSWERED, in), 0.5);
            case FIRST_CONTACT -> Shown.share(count(Figure.ANSWERED_AT_FIRST_CONTACT, in), count(Figure.ANSWERED, in));
            case ATTAINMENT -> clocks.attainment(in);
            case REOPENED -> Shown.share(count(Figure.REOPENED, in), count(Figure.ANSWERED, in));
            case HAND_OVERS -> Shown.rate(count(Figure.HANDED_OVER, in), count(Figure.REGISTERED, in));
            case GIVEN_BACK -> Shown.rate(count(Figure.GIVEN_BACK, in), count(Figure.REGISTERED, in));
        };
    }

    private long count(Figure figure, List<LocalDate> in) {
        return Sums.count(statistics, cell -> cell.figure() == figure && in.contains(cell.period()));
    }

    private Lengths lengths(Figure figure, List<LocalDate> in) {
        return Sums.lengths(statistics, cell -> cell.figure() == figure && in.contains(cell.period()));
    }

    Section load() {
        Table.Rows rows = Table.under("period", "registered", "answered", "closed", "open");
        for (LocalDate period : periods) {
            List<LocalDate> in = List.of(period);
            rows.row(
                    new Shown.Period(period),
                    new Shown.Count(count(Figure.REGISTERED, in)),
                    new Shown.Count(count(Figure.ANSWERED, in)),
                    new Shown.Count(count(Figure.CLOSED, in)),
                    new Shown.Count(open.at(period)));
        }
        return Section.of(
                "load", new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(1, 2), ImmutableList.of(4)), rows.table());
    }

    Section answers() {
        Table.Rows rows = Table.under("period", "answered", "mean", "median", "90", "longest");
        for (LocalDate period : periods) {
            Lengths lengths = lengths(Figure.ANSWERED, List.of(period));
            rows.row(
                    new Shown.Period(period),
                    new Shown.Count(lengths.count()),
                    lengths.count() == 0 ? new Shown.Unknown() : new Shown.Length(lengths.mean()),
                    Shown.quantile(lengths, 0.5),
                    Shown.quantile(lengths, 0.9),
                    Shown.quantile(lengths, 1));
        }
        return Section.of(
                "answers",
                new Chart.Bars(Chart.Layout.BESIDE, ImmutableList.of(), ImmutableList.of(3, 4)),
                rows.table());
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
