package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.evaluation.WhatIf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What a draft of the agreements changes for the cases of a log, counted while the log is read; of cases ten examples are kept. Not thread-safe. */
final class Difference {
    private static final int EXAMPLES = 10;

    /** What comes later is not told apart, so that a column in which people write what they like is no matter. */
    private static final int MOST_KEYS = 1_000;

    private static final ImmutableMap<String, Function<WhatIf.Change, String>> VIEWS = ImmutableMap.of(
            "tier", WhatIf.Change::tier,
            "agreement", WhatIf.Change::agreement,
            "category", WhatIf.Change::category);

    private final WhatIf whatIf;
    private final Map<String, Map<String, Map<WhatIf.Kind, Long>>> views = new LinkedHashMap<>();
    private final Map<WhatIf.Kind, Long> kinds = new EnumMap<>(WhatIf.Kind.class);
    private final List<Example> examples = new ArrayList<>();
    private long touched;
    private long cases;

    /** A clock whose breach is new or gone. */
    private record Example(
            CaseNumber number, WhatIf.Kind kind, String agreement, String target, String before, String after) {}

    Difference(Clocks inForce, Clocks draft) {
        this.whatIf = new WhatIf(inForce, draft);
        VIEWS.keySet().forEach(view -> views.put(view, new TreeMap<>()));
    }

    void add(CaseHistory history, Instant asOf) {
        cases++;
        ImmutableList<WhatIf.Change> changes = whatIf.compare(history, asOf);
        touched += changes.isEmpty() ? 0 : 1;
        for (WhatIf.Change change : changes) {
            kinds.merge(change.kind(), 1L, Long::sum);
            VIEWS.forEach((view, key) ->
                    count(views.computeIfAbsent(view, unused -> new TreeMap<>()), key.apply(change), change.kind()));
            boolean breach = change.kind() == WhatIf.Kind.NEW_BREACH || change.kind() == WhatIf.Kind.REMOVED_BREACH;
            if (breach && examples.size() < EXAMPLES) {
                examples.add(example(change));
            }
        }
    }

    private static void count(Map<String, Map<WhatIf.Kind, Long>> rows, String key, WhatIf.Kind kind) {
        String told = rows.containsKey(key) || rows.size() < MOST_KEYS ? key : "others";
        rows.computeIfAbsent(told, unused -> new EnumMap<>(WhatIf.Kind.class)).merge(kind, 1L, Long::sum);
    }

    private static Example example(WhatIf.Change change) {
        return new Example(
                change.number(),
                change.kind(),
                change.agreement(),
                change.reading().selected().target().id(),
                change.before().map(Difference::used).orElse("not measured"),
                change.after().map(Difference::used).orElse("not measured"));
    }

    private static String used(ClockReading reading) {
        return Durations.inHours(reading.consumed()) + " used, "
                + (reading.remaining().isNegative()
                        ? Durations.inHours(reading.remaining().negated()) + " too many"
                        : Durations.inHours(reading.remaining()) + " left");
    }

    ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add(String.format(Locale.ROOT, "%,d cases, %,d of them differ", cases, touched));
        lines.add("");
        lines.add(row("clocks", WhatIf.Kind.values()));
        lines.add(counts("all", kinds));
        views.forEach((view, rows) -> {
            lines.add("").add("by " + view);
            rows.forEach((key, counted) -> lines.add(counts(key, counted)));
        });
        if (!examples.isEmpty()) {
            lines.add("").add("the first breaches that are new or gone, in the order of the log");
            examples.forEach(example -> lines.add(line(example)));
        }
        return lines.build();
    }

    private static String line(Example example) {
        return "  " + example.number() + ", " + words(example.kind()) + ", " + example.agreement() + " "
                + example.target() + ": " + example.before() + "; draft: " + example.after();
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("cases", cases);
        report.put("casesThatDiffer", touched);
        report.put("clocks", kinds);
        views.forEach(
                (view, rows) -> report.put("by" + Character.toUpperCase(view.charAt(0)) + view.substring(1), rows));
        report.put("examples", examples.stream().map(Difference::members).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private static ImmutableMap<String, String> members(Example example) {
        return ImmutableMap.of(
                "case", example.number().value(),
                "kind", example.kind().name(),
                "agreement", example.agreement(),
                "target", example.target(),
                "before", example.before(),
                "after", example.after());
    }

    private static String row(String name, WhatIf.Kind... columns) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        for (WhatIf.Kind column : columns) {
            row.append(String.format(Locale.ROOT, "%20s", words(column)));
        }
        return row.toString();
    }

    private static String counts(String name, Map<WhatIf.Kind, Long> counted) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        for (WhatIf.Kind kind : WhatIf.Kind.values()) {
            row.append(String.format(Locale.ROOT, "%,20d", counted.getOrDefault(kind, 0L)));
        }
        return row.toString();
    }

    private static String words(WhatIf.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
