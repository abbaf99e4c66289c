package org.example.spark;

import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** The figures of a log that lies in many files, counted where they lie and put together. */
public final class FiguresOnSpark {
    private FiguresOnSpark() {}

    /** An event on its way to the others of its case. */
    private record Logged(long sequence, String json) implements Serializable {}

    /**
     * The figures of these events.
     *
     * @param events a row for each event, with columns {@code case_number}, {@code sequence} and {@code event}, its JSON
     */
    public static CaseStatistics of(Dataset<Row> events, Breakdown breakdown) {
        JavaRDD<List<String>> histories = events.select("case_number", "sequence", "event")
                .javaRDD()
                .mapToPair(row -> new Tuple2<>(row.getString(0), new Logged(row.getLong(1), row.getString(2))))
                .groupByKey()
                .values()
                .map(FiguresOnSpark::inOrder);
        return histories
                .treeAggregate(new CountedCases(breakdown), CountedCases::add, CountedCases::plus)
                .statistics();
    }

    private static List<String> inOrder(Iterable<Logged> events) {
        List<Logged> sorted = new ArrayList<>();
        events.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(Logged::sequence));
        return new ArrayList<>(sorted.stream().map(Logged::json).toList());
    }
}
