package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.library.OptionalLibrary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of figures, to store what was counted and to go on from it, and to put parts together that other processes
 * counted: {@code {"format": 1, "length": "MONTH", "zone": "Europe/Copenhagen", "by": [...], "cells": [...]}}. What a
 * release wrote, each later release reads. Needs Jackson 3 databind, which the host adds. Safe for use by many threads.
 */
public final class StatisticsJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private StatisticsJson() {}

    /** The figures as one line of JSON that reads back as equal ones. */
    public static String write(CaseStatistics statistics) {
        OptionalLibrary.requireJson("figures as JSON");
        Breakdown breakdown = statistics.breakdown();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("length", breakdown.length().name());
        root.put("zone", breakdown.zone().getId());
        ArrayNode by = root.putArray("by");
        breakdown.by().forEach(dimension -> by.add(dimension.name()));
        if (!breakdown.categories().isEmpty()) {
            ArrayNode categories = root.putArray("categories");
            breakdown.categories().forEach(categories::add);
        }
        ArrayNode cells = root.putArray("cells");
        statistics.cells().forEach((cell, amount) -> write(cell, amount, cells.addObject()));
        return root.toString();
    }

    private static void write(Cell cell, Amount amount, ObjectNode node) {
        node.put("figure", cell.figure().name());
        node.put("period", cell.period().toString());
        ObjectNode values = node.putObject("values");
        cell.values().forEach((dimension, value) -> values.put(dimension.name(), value));
        node.put("count", amount.count());
        if (amount.lengths().count() > 0) {
            node.put("seconds", amount.lengths().total().toSeconds());
            ObjectNode lengths = node.putObject("lengths");
            amount.lengths().counts().forEach((seconds, count) -> lengths.put(seconds.toString(), count));
        }
    }

    /**
     * The figures that this JSON says.
     *
     * @param name what the text is called in problems
     * @throws InvalidDocumentException with all that is wrong, if it is no such JSON, or one of a newer release
     */
    public static CaseStatistics read(String name, String json) {
        Problems problems = new Problems();
        Optional<CaseStatistics> read = JsonDocument.read(
                        requireNonNull(name, "name"), requireNonNull(json, "json"), problems)
                .filter(root -> root.readable(FORMAT))
                .flatMap(StatisticsJson::statistics);
        return problems.unlessAny(read);
    }

    private static Optional<CaseStatistics> statistics(JsonPlace root) {
        root.allowOnly("format", "length", "zone", "by", "categories", "cells");
        Optional<PeriodLength> length = root.at("length").constant(PeriodLength.class);
        Optional<ZoneId> zone = root.at("zone").parsed("a time zone such as Europe/Copenhagen", ZoneId::of);
        ImmutableSet<Dimension> by = ImmutableSet.copyOf(
                root.at("by").all("an array of dimensions", dimension -> dimension.constant(Dimension.class)));
        ImmutableSet<String> categories = ImmutableSet.copyOf(
                root.at("categories").all("an array of categories", category -> category.anyText("a category")));
        Map<Cell, Amount> cells = new HashMap<>();
        for (JsonPlace cell : root.at("cells").elements("an array of cells")) {
            cell.allowOnly("figure", "period", "values", "count", "seconds", "lengths");
            Optional<Cell> where = cell(cell, by);
            Optional<Amount> amount = amount(cell);
            if (where.isPresent() && amount.isPresent() && cells.put(where.get(), amount.get()) != null) {
                cell.report("there is such a cell already");
            }
        }
        return root.made(() -> new CaseStatistics(
                new Breakdown(length.orElseThrow(), zone.orElseThrow(), by, categories), ImmutableMap.copyOf(cells)));
    }

    private static Optional<Cell> cell(JsonPlace place, ImmutableSet<Dimension> by) {
        Optional<Figure> figure = place.at("figure").constant(Figure.class);
        Optional<LocalDate> period = place.at("period").parsed("a date such as 2007-08-01", LocalDate::parse);
        JsonPlace values = place.at("values");
        values.allowOnly(by.stream().map(Enum::name).toArray(String[]::new));
        ImmutableMap.Builder<Dimension, String> read = ImmutableMap.builder();
        for (Dimension dimension : by) {
            values.at(dimension.name())
                    .ifPresent(value -> value.anyText("a text"))
                    .ifPresent(value -> read.put(dimension, value));
        }
        return figure.isPresent() && period.isPresent()
                ? Optional.of(new Cell(figure.get(), period.get(), Maps.immutableEnumMap(read.build())))
                : Optional.empty();
    }

    private static Optional<Amount> amount(JsonPlace place) {
        Optional<Long> count = whole(place.at("count"));
        JsonPlace lengths = place.at("lengths");
        if (!lengths.present()) {
            return count.map(many -> new Amount(many, Lengths.none()));
        }
        Optional<Long> seconds = whole(place.at("seconds"));
        Map<Long, Long> counts = new HashMap<>();
        for (String length : lengths.keys()) {
            lengths.at(length)
                    .made(() -> Long.valueOf(length))
                    .ifPresent(took -> whole(lengths.at(length)).ifPresent(many -> counts.put(took, many)));
        }
        return count.isPresent() && seconds.isPresent()
                ? lengths.made(() -> new Amount(count.get(), Lengths.of(counts, seconds.get())))
                : Optional.empty();
    }

    private static Optional<Long> whole(JsonPlace place) {
        return place.number("a whole number").flatMap(number -> place.made(number::longValueExact));
    }
}
