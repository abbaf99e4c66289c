package org.example.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.Figure;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresOnSparkTest {
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));
    private static final Station BIT = new Station(GroupId.of("bit"), TierId.of("2nd"));
    private static final Breakdown BY_TIER =
            Breakdown.of(PeriodLength.MONTH, ZoneId.of("Europe/Copenhagen"), Dimension.TIER);

    private static EventHeader header(List<CaseEvent> before, int number, Instant at) {
        return EventHeader.of(
                CaseNumber.of("C-" + number), before.size() + 1, at, ActorId.of("karen"), Side.ORGANISATION);
    }

    private static List<CaseEvent> lived(int number, Random random) {
        List<CaseEvent> events = new ArrayList<>();
        Instant at = Instant.parse("2007-01-01T08:00:00Z").plusSeconds(random.nextInt(10_000_000));
        events.add(new CaseEvent.Registered(
                header(events, number, at),
                CENTRE,
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "help",
                "help, \"now\""));
        if (random.nextBoolean()) {
            at = at.plusSeconds(random.nextInt(100_000));
            events.add(new CaseEvent.HandedOver(header(events, number, at), CENTRE, BIT, ""));
            at = at.plusSeconds(random.nextInt(100_000));
            events.add(new CaseEvent.Answered(header(events, number, at), BIT, Optional.of(CENTRE), "so"));
        }
        at = at.plusSeconds(random.nextInt(100_000));
        events.add(new CaseEvent.Answered(header(events, number, at), CENTRE, Optional.empty(), "so"));
        if (random.nextBoolean()) {
            events.add(new CaseEvent.Closed(header(events, number, at.plusSeconds(60)), ClosingReason.CONFIRMED, ""));
        }
        return events;
    }

    /** Its Hadoop asks who runs it in a way that Java took away: from 24 on for good, on 23 unless a security manager is allowed. */
    @BeforeAll
    static void javaThatSparkRunsOn() {
        int java = Runtime.version().feature();
        if (java >= 23) {
            System.err.println("WARNING: Spark does not start on Java " + java + ", so nothing is tested on it");
        }
        assumeTrue(java < 23, "Spark does not start on Java " + java);
    }

    @Test
    void figures_on_spark_are_those_of_a_single_pass(@TempDir Path folder) throws IOException {
        Random random = new Random(2007);
        CaseEventJson json = new CaseEventJson();
        List<CaseTimeline> cases = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            List<CaseEvent> events = lived(number, random);
            cases.add(CaseTimeline.of(events));
            events.forEach(event ->
                    rows.add(RowFactory.create(event.caseNumber().value(), event.sequence(), json.write(event))));
        }
        Collections.shuffle(rows, random);
        StructType columns = new StructType()
                .add("case_number", DataTypes.StringType)
                .add("sequence", DataTypes.LongType)
                .add("event", DataTypes.StringType);
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .getOrCreate()) {
            Dataset<Row> inMemory = spark.createDataFrame(rows, columns).repartition(7);
            inMemory.write().parquet(folder.resolve("events").toString());
            inMemory.write().option("escape", "\"").csv(folder.resolve("csv").toString());

            CaseStatistics expected = CaseStatistics.of(BY_TIER, cases);
            assertThat(expected.of(Figure.VISITED).count()).isGreaterThan(500);
            ZoneId zone = ZoneId.of("Europe/Copenhagen");
            String path = folder.resolve("events").toString();
            // sample
            Dataset<Row> events = spark.read().parquet(path); // hdfs:///helpdesk/events, say
            CaseStatistics figures = FiguresOnSpark.of(events, Breakdown.of(PeriodLength.MONTH, zone, Dimension.TIER));
            // end
            assertThat(figures).isEqualTo(expected);
            assertThat(FiguresOnSpark.of(
                            spark.read()
                                    .schema(columns)
                                    .option("escape", "\"")
                                    .csv(folder.resolve("csv").toString()),
                            BY_TIER))
                    .isEqualTo(expected);
        }
    }
}
