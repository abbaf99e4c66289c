package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.Range;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.sla.calibration.Calibration;
import dk.sagsflow.sla.calibration.Contradiction;
import dk.sagsflow.sla.calibration.FittedClock;
import dk.sagsflow.sla.calibration.FittedLimit;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A calibration as text and as JSON. */
final class CalibrationReport {
    private static final int SHOWN = 10;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final String log;
    private final Calibrate.Counted counted;
    private final Calibration calibration;
    private final Optional<FittedClock> byType;

    /**
     * A report of a calibration.
     *
     * @param byType what would explain most if limits went by type; empty if they do, or types are not known
     */
    CalibrationReport(String log, Calibrate.Counted counted, Calibration calibration, Optional<FittedClock> byType) {
        this.byType = byType;
        this.log = log;
        this.counted = counted;
        this.calibration = calibration;
    }

    void print(PrintStream out) {
        line(out, "%s", log);
        if (counted.leftOut.rows() > 0) {
            counted.leftOut.lines(counted.survey.rows()).forEach(out::println);
        }
        counted.survey.remarks().forEach(remark -> line(out, "NOTE: %s", remark));
        String cases = "%,d cases: %,d met, %,d missed, %,d without a verdict; rows left out: %,d";
        long without = counted.cases - counted.met - counted.missed;
        line(out, cases, counted.cases, counted.met, counted.missed, without, counted.leftOut.rows());
        line(out, "");
        ranking(out);
        line(out, "");
        best(out, calibration.best());
    }

    private void best(PrintStream out, FittedClock best) {
        line(out, "%s", best.clock().describe());
        boolean types = best.limits().stream().anyMatch(limit -> limit.type().isPresent());
        line(out, "%-10s %8s %10s  %-26s %s", types ? "type" : "priority", "cases", "explained", "limit", "as good");
        best.limits().forEach(limit -> print(out, limit));
        line(out, "");
        List<Contradiction> contradictions = best.contradictions();
        line(out, "contradicting cases: %,d", contradictions.size());
        contradictions.stream().limit(SHOWN).forEach(one -> print(out, one));
    }

    private void ranking(PrintStream out) {
        String best = "clock, the best of " + calibration.ranking().size();
        line(out, "%10s %9s  %s", "explained", "", best);
        Map<FittedClock, Integer> told = told();
        told.forEach((fitted, alike) -> line(
                out,
                "%,10d %8.3f%%  %s%s",
                fitted.explained(),
                100 * fitted.accuracy(),
                fitted.clock().describe(),
                alike == 0 ? "" : String.format(Locale.ROOT, " (and %d that count every case alike)", alike)));
        byType.ifPresent(fitted -> line(
                out,
                "limits by type would explain %,d, %.3f%%: %s (--by type)",
                fitted.explained(),
                100 * fitted.accuracy(),
                fitted.clock().describe()));
    }

    /** The first ten that the verdicts can tell apart, each with how many count as it does. */
    private Map<FittedClock, Integer> told() {
        Map<FittedClock, Integer> told = new LinkedHashMap<>();
        for (FittedClock fitted : calibration.ranking()) {
            Optional<FittedClock> same = told.keySet().stream()
                    .filter(known -> known.explained() == fitted.explained() && known.countsAs(fitted))
                    .findFirst();
            if (same.isPresent()) {
                told.merge(same.get(), 1, Integer::sum);
            } else if (told.size() < SHOWN) {
                told.put(fitted, 0);
            }
        }
        return told;
    }

    private static void print(PrintStream out, FittedLimit limit) {
        line(
                out,
                "%-10s %,8d %,10d  %-26s %s",
                OneLine.of(
                        limit.type().or(() -> limit.priority().map(Enum::name)).orElse("none")),
                limit.cases(),
                limit.explained(),
                words(limit.kind()) + ", " + Durations.inHours(limit.suggested()),
                limit.equallyGood().stream().map(CalibrationReport::words).collect(Collectors.joining("; ")));
    }

    private static void print(PrintStream out, Contradiction one) {
        line(
                out,
                "  %-14s %-6s used %-14s %s",
                OneLine.of(one.number().value()),
                one.priority().map(Enum::name).orElse("none"),
                Durations.inHours(one.used()),
                one.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static String words(FittedLimit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Range<Duration> range) {
        String from = range.lowerEndpoint().equals(Duration.ofNanos(1))
                ? ""
                : "from " + Durations.inHours(range.lowerEndpoint());
        String to = range.hasUpperBound() ? "below " + Durations.inHours(range.upperEndpoint()) : "";
        return (from + " " + to).strip();
    }

    String json() {
        ObjectNode report = mapper.createObjectNode();
        report.put("format", 1)
                .put("log", log)
                .put("cases", counted.cases)
                .put("met", counted.met)
                .put("missed", counted.missed)
                .put("rowsLeftOut", counted.leftOut.rows());
        ArrayNode ranking = report.putArray("ranking");
        calibration.ranking().forEach(fitted -> add(ranking.addObject(), fitted));
        ArrayNode contradictions = report.putArray("contradictingTheBest");
        calibration.best().contradictions().forEach(one -> add(contradictions.addObject(), one));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private static void add(ObjectNode node, Contradiction one) {
        node.put("case", one.number().value());
        one.priority().ifPresent(priority -> node.put("priority", priority.name()));
        node.put("used", one.used().toString()).put("verdict", one.verdict().name());
    }

    private static void add(ObjectNode node, FittedClock fitted) {
        node.put("measure", fitted.clock().measure().name())
                .put("hours", fitted.clock().hours())
                .put("zone", fitted.clock().calendar().zone().getId());
        ArrayNode pausedBy = node.putArray("pausedBy");
        fitted.clock().pausedBy().forEach(reason -> pausedBy.add(reason.name()));
        node.put("explained", fitted.explained()).put("accuracy", fitted.accuracy());
        ArrayNode limits = node.putArray("limits");
        fitted.limits().forEach(limit -> add(limits.addObject(), limit));
    }

    private static void add(ObjectNode node, FittedLimit limit) {
        limit.priority().ifPresent(priority -> node.put("priority", priority.name()));
        limit.type().ifPresent(type -> node.put("type", type));
        node.put("kind", limit.kind().name())
                .put("suggested", limit.suggested().toString())
                .put("cases", limit.cases())
                .put("explained", limit.explained());
        ArrayNode ranges = node.putArray("equallyGood");
        for (Range<Duration> range : limit.equallyGood()) {
            ObjectNode ends =
                    ranges.addObject().put("from", range.lowerEndpoint().toString());
            if (range.hasUpperBound()) {
                ends.put("below", range.upperEndpoint().toString());
            }
        }
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
