package org.example.spark;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.CaseTally;
import dk.sagsflow.core.statistics.StatisticsJson;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a partition has counted so far; between machines it goes as the JSON of its figures. Not thread-safe. */
public final class CountedCases implements Externalizable {
    private static final CaseEventJson JSON = new CaseEventJson();

    private CaseTally tally;

    /** For Java's serialization alone. */
    public CountedCases() {}

    /** Nothing counted yet. */
    public CountedCases(Breakdown breakdown) {
        tally = new CaseTally(breakdown);
    }

    /** Counts a case: a line of JSON for each of its events, in the order in which they were recorded. */
    public CountedCases add(Iterable<String> history) {
        List<CaseEvent> events = new ArrayList<>();
        history.forEach(line -> events.add(JSON.read(line)));
        tally.add(CaseTimeline.of(events));
        return this;
    }

    /** These and those of another partition, which has other cases. */
    public CountedCases plus(CountedCases more) {
        tally = new CaseTally(statistics().plus(more.statistics()));
        return this;
    }

    /** What is counted so far. */
    public CaseStatistics statistics() {
        return tally.statistics();
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        byte[] json = StatisticsJson.write(statistics()).getBytes(StandardCharsets.UTF_8);
        out.writeInt(json.length);
        out.write(json);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        tally = new CaseTally(StatisticsJson.read("figures of a partition", new String(json, StandardCharsets.UTF_8)));
    }
}
