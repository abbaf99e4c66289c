package dk.sagsflow.report;

import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.clock.Attribution;
import dk.sagsflow.sla.clock.Explanation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which tiers used the time of the clocks that stopped past their limits. Not thread-safe. */
final class UsedTime {
    private final ReportPlan plan;
    private final Map<String, Used> tiers = new LinkedHashMap<>();

    private static final class Used {
        private long clocks;
        private Duration time = Duration.ZERO;
    }

    UsedTime(ReportPlan plan) {
        this.plan = plan;
        plan.tiers().keySet().forEach(tier -> tiers.put(tier, new Used()));
    }

    void add(Iterable<Explanation> explanations) {
        for (Explanation explanation : explanations) {
            boolean stoppedLate = explanation.reading().exceeded()
                    && explanation.reading().ended().isPresent()
                    && ClockCounts.tellable(
                            plan, explanation.reading().selected().target());
            if (stoppedLate) {
                Attribution.of(explanation).usedBy().forEach(this::add);
            }
        }
    }

    private void add(TierId tier, Duration time) {
        Used used = tiers.computeIfAbsent(tier.value(), unknown -> new Used());
        used.clocks++;
        used.time = used.time.plus(time);
    }

    Section section() {
        Duration all = tiers.values().stream().map(used -> used.time).reduce(Duration.ZERO, Duration::plus);
        Table.Rows rows = Table.under("tier", "clocks-late", "used", "share");
        tiers.forEach((tier, used) -> {
            if (used.clocks > 0) {
                rows.row(
                        new Shown.Name(plan.tiers().getOrDefault(tier, tier)),
                        new Shown.Count(used.clocks),
                        new Shown.Service(used.time),
                        Shown.share(used.time.toSeconds(), all.toSeconds()));
            }
        });
        return Section.of("used", new Chart.None(), rows.table());
    }
}
