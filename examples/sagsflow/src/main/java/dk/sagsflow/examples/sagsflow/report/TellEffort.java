package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseFacts;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.sla.statistics.Backlog;
import dk.sagsflow.sla.statistics.Effort;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much work the tiers of a log have, week by week, and what becomes of a pile of cases. Not thread-safe. */
public final class TellEffort {
    private static final int AHEAD = 4;

    private final Breakdown weeks;
    private final CaseTally tally;
    private final Map<String, Long> open = new TreeMap<>();

    /** In weeks of this zone. */
    public TellEffort(ZoneId zone) {
        this.weeks = Breakdown.of(PeriodLength.WEEK, zone, Dimension.TIER);
        this.tally = new CaseTally(weeks);
    }

    /** Counts a case. */
    public void add(CaseTimeline timeline) {
        tally.add(CaseFacts.of(timeline));
        timeline.latest()
                .working()
                .ifPresent(station -> open.merge(station.tier().value(), 1L, Long::sum));
    }

    /**
     * Tells it: of the whole weeks between the first and the last, on average.
     *
     * @param handling how long somebody works on a case at each tier
     * @param working how long one person works on cases in a week
     * @param people how many there are at each tier; of a tier that is not named, no backlog is told
     */
    public void print(
            ImmutableMap<TierId, Duration> handling,
            Duration working,
            ImmutableMap<TierId, Integer> people,
            PrintStream out) {
        var statistics = tally.statistics();
        List<LocalDate> whole = whole(new TreeSet<>(
                statistics.cells().keySet().stream().map(cell -> cell.period()).toList()));
        Map<TierId, Double> visits = new LinkedHashMap<>();
        for (LocalDate week : whole) {
            Effort.of(statistics, week, handling, working)
                    .visits()
                    .forEach(
                            (tier, count) -> visits.merge(TierId.of(tier), (double) count / whole.size(), Double::sum));
        }
        line(out, "%,d whole weeks; a person works %.1f h of a week on cases", whole.size(), hours(working));
        line(out, "%-14s %14s %10s %10s %10s", "tier", "cases a week", "minutes", "people", "open now");
        visits.forEach((tier, each) -> tier(out, tier, each, handling, working));
        people.forEach((tier, many) -> backlog(out, visits, handling, working, tier, many));
    }

    private static ImmutableList<LocalDate> whole(NavigableSet<LocalDate> weeks) {
        return weeks.size() > 2
                ? ImmutableList.copyOf(weeks.subSet(weeks.first(), false, weeks.last(), false))
                : ImmutableList.copyOf(weeks);
    }

    private void tier(
            PrintStream out, TierId tier, double each, ImmutableMap<TierId, Duration> handling, Duration working) {
        Duration handled = handling.get(tier);
        line(
                out,
                "%-14s %14.1f %10s %10s %,10d",
                tier,
                each,
                handled == null ? "-" : String.format(Locale.ROOT, "%.1f", handled.toSeconds() / 60.0),
                handled == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f", each * handled.toSeconds() / working.toSeconds()),
                open.getOrDefault(tier.value(), 0L));
    }

    private void backlog(
            PrintStream out,
            Map<TierId, Double> visits,
            ImmutableMap<TierId, Duration> handling,
            Duration working,
            TierId tier,
            int people) {
        Duration handled = handling.get(tier);
        if (handled != null) {
            Backlog backlog = new Backlog(
                    open.getOrDefault(tier.value(), 0L), visits.getOrDefault(tier, 0.0), people, working, handled);
            line(
                    out,
                    "%s with %,d people does %.1f cases a week; if the weeks go on like this, after %d weeks %.0f lie there",
                    tier,
                    people,
                    backlog.capacity(),
                    AHEAD,
                    backlog.after(AHEAD).get(AHEAD - 1));
        }
    }

    private static double hours(Duration working) {
        return working.toMinutes() / 60.0;
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
