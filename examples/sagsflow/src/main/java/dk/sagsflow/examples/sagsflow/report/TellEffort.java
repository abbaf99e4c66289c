package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.Amount;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Cell;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.ErlangC;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.examples.sagsflow.log.file.UnusableInputException;
import dk.sagsflow.sla.statistics.Backlog;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much work the tiers of a log have, week by week, and what becomes of a pile of cases. Not thread-safe. */
public final class TellEffort {
    private static final int AHEAD = 4;

    private final Breakdown weeks;
    private final Instant end;
    private final CaseTally tally;
    private final Map<String, Long> open = new TreeMap<>();
    private Instant began = Instant.MAX;

    /**
     * What is supposed of the people who work.
     *
     * @param handling how long somebody works on a case at each tier
     * @param working how long one person works on cases in a week
     * @param people how many there are at each tier; of a tier that is not named, no backlog is told
     * @param goal how soon somebody shall take cases up, if that is asked
     */
    public record Supposed(
            ImmutableMap<TierId, Duration> handling,
            Duration working,
            ImmutableMap<TierId, Integer> people,
            Optional<Goal> goal) {}

    /**
     * How soon somebody shall take cases up.
     *
     * @param share the share of cases, more than 0 and less than 1
     * @param within how long they wait at most
     * @param open how long in a week cases come, evenly
     */
    public record Goal(double share, Duration within, Duration open) {}

    /** In weeks of the zone of a log, of a log that ends then. */
    public TellEffort(Breakdown weeks, Instant end) {
        this.weeks = weeks;
        this.end = end;
        this.tally = new CaseTally(weeks);
    }

    /** Weeks by tier. */
    public static Breakdown weeks(ZoneId zone) {
        return Breakdown.of(PeriodLength.WEEK, zone, Dimension.TIER);
    }

    /** Counts a case. */
    public void add(CaseTimeline timeline) {
        Instant registered = timeline.latest().registeredAt();
        began = registered.isBefore(began) ? registered : began;
        tally.add(CaseFacts.of(timeline));
        timeline.latest()
                .working()
                .ifPresent(station -> open.merge(station.tier().value(), 1L, Long::sum));
    }

    /**
     * Tells it: of the weeks that lie in the log with all of their days, on average.
     *
     * @throws UnusableInputException if there is none
     */
    public void print(Supposed supposed, PrintStream out) {
        ImmutableList<LocalDate> whole = whole();
        if (whole.isEmpty()) {
            throw new UnusableInputException(
                    ImmutableList.of("the log has no whole week: it tells of " + day(began) + " to " + day(end)));
        }
        Map<String, Double> came = came(tally.statistics(), whole);
        tell(out, whole, supposed);
        line(out, "%-14s %14s %10s %10s %10s", "tier", "came a week", "minutes", "people", "open now");
        came.forEach((tier, each) -> tier(out, tier, each, supposed));
        supposed.people().forEach((tier, many) -> tell(out, tier, backlog(supposed, came, tier, many)));
        supposed.goal().ifPresent(goal -> tell(out, goal, supposed, came));
    }

    private static void tell(PrintStream out, List<LocalDate> weeks, Supposed supposed) {
        line(
                out,
                "%,d whole weeks, %s to %s; a person works %.1f h of a week on cases",
                weeks.size(),
                weeks.get(0),
                weeks.get(weeks.size() - 1).plusDays(6),
                supposed.working().toMinutes() / 60.0);
    }

    private Backlog backlog(Supposed supposed, Map<String, Double> came, TierId tier, int many) {
        double each = came.getOrDefault(tier.value(), 0.0);
        Duration handling = supposed.handling().getOrDefault(tier, Duration.ZERO);
        return new Backlog(open(tier.value()), each, many, supposed.working(), handling);
    }

    private ImmutableList<LocalDate> whole() {
        LocalDate last = day(end);
        return began.isAfter(end)
                ? ImmutableList.of()
                : Stream.iterate(weeks.periodOf(began), week -> week.plusDays(7))
                        .takeWhile(week -> !week.plusDays(6).isAfter(last))
                        .filter(week -> !week.isBefore(day(began)))
                        .collect(ImmutableList.toImmutableList());
    }

    private LocalDate day(Instant at) {
        return at.atZone(weeks.zone()).toLocalDate();
    }

    /** What began is what ended and what is there more than before. */
    private static Map<String, Double> came(CaseStatistics statistics, ImmutableList<LocalDate> whole) {
        Map<String, Double> came = new TreeMap<>();
        statistics
                .cells()
                .forEach((cell, amount) -> cell.value(Dimension.TIER).ifPresent(tier -> {
                    if (whole.contains(cell.period())) {
                        came.merge(tier, (double) began(cell, amount) / whole.size(), Double::sum);
                    }
                }));
        return came;
    }

    private static long began(Cell cell, Amount amount) {
        return switch (cell.figure()) {
            case VISITED, ENTERED -> amount.count();
            case LEFT -> -amount.count();
            default -> 0;
        };
    }

    private long open(String tier) {
        return open.getOrDefault(tier, 0L);
    }

    private void tier(PrintStream out, String tier, double each, Supposed supposed) {
        Duration handled = supposed.handling().get(TierId.of(tier));
        String none = "-";
        line(
                out,
                "%-14s %14.1f %10s %10s %,10d",
                tier,
                each,
                handled == null ? none : decimal(handled.toSeconds() / 60.0),
                handled == null
                        ? none
                        : decimal(
                                each * handled.toSeconds() / supposed.working().toSeconds()),
                open(tier));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static void tell(PrintStream out, TierId tier, Backlog backlog) {
        line(
                out,
                "%s with %,.0f people does %.1f cases a week; if the weeks go on like this, after %d weeks %.0f lie"
                        + " there",
                tier,
                backlog.people(),
                backlog.capacity(),
                AHEAD,
                backlog.after(AHEAD).get(AHEAD - 1));
    }

    private static void tell(PrintStream out, Goal goal, Supposed supposed, Map<String, Double> came) {
        line(
                out,
                "people at work at a time, so that %.0f %% are taken up within %d min; supposed: cases come evenly in"
                        + " %.0f h of a week; Erlang C",
                100 * goal.share(),
                goal.within().toMinutes(),
                goal.open().toMinutes() / 60.0);
        supposed.handling().forEach((tier, handling) -> {
            double hourly =
                    came.getOrDefault(tier.value(), 0.0) * 3_600 / goal.open().toSeconds();
            line(
                    out,
                    "%-14s %.1f cases an hour, %d people",
                    tier,
                    hourly,
                    ErlangC.of(hourly, handling).people(goal.share(), goal.within()));
        });
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
