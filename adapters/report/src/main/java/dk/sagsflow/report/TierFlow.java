package dk.sagsflow.report;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.timeline.CaseTimeline.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ways of cases from tier to tier, until their first answer. Not thread-safe. */
final class TierFlow {
    private static final int LONGEST = 6;

    private final ReportPlan plan;
    private final Map<Stream, Long> streams = new TreeMap<>(
            Comparator.comparingInt(Stream::step).thenComparing(Stream::from).thenComparing(Stream::to));

    /**
     * A part of the way.
     *
     * @param step how many tiers had the case until then
     * @param from the tier that it leaves
     * @param to the tier that it comes to, or how it ends
     */
    private record Stream(int step, String from, String to) {}

    TierFlow(ReportPlan plan) {
        this.plan = plan;
    }

    void add(List<Stretch> stretches) {
        List<String> way = new ArrayList<>();
        String end = "open";
        for (Stretch stretch : stretches) {
            Optional<Station> working = stretch.state().working();
            if (working.isEmpty()) {
                end = over(stretch.state());
                break;
            }
            String tier = working.get().tier().value();
            if (way.isEmpty() || !way.get(way.size() - 1).equals(tier)) {
                way.add(tier);
            }
        }
        count(way, end);
    }

    private static String over(SupportCase state) {
        return state.answeredBy().isPresent() ? "answered" : "ended";
    }

    private void count(List<String> way, String end) {
        for (int step = 0; step < Math.min(way.size(), LONGEST); step++) {
            boolean last = step == way.size() - 1;
            boolean cut = step == LONGEST - 1 && !last;
            String to = last ? "=" + end : cut ? "=further" : way.get(step + 1);
            streams.merge(new Stream(step + 1, way.get(step), to), 1L, Long::sum);
        }
    }

    Section section() {
        Table.Rows rows = Table.under("from", "to", "cases", "step");
        streams.forEach((stream, count) -> rows.row(
                name(stream.from()),
                stream.to().startsWith("=")
                        ? new Shown.Word("end." + stream.to().substring(1))
                        : name(stream.to()),
                new Shown.Count(count),
                new Shown.Count(stream.step())));
        return Section.of("flow", new Chart.Flow(), rows.table());
    }

    private Shown name(String tier) {
        return new Shown.Name(plan.tiers().getOrDefault(tier, tier));
    }
}
