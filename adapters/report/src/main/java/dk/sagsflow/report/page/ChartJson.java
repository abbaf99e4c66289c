package dk.sagsflow.report.page;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.privacy.SingleLine;
import dk.sagsflow.report.Chart;
import dk.sagsflow.report.Section;
import dk.sagsflow.report.Shown;
import dk.sagsflow.report.TableColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the script of the page draws: numbers and words, no colours and no sizes. */
final class ChartJson {
    private final ReportWords words;
    private final Section section;
    private final ObjectNode chart = JsonNodeFactory.instance.objectNode();

    private ChartJson(ReportWords words, Section section) {
        this.words = words;
        this.section = section;
    }

    /** The chart of a section; empty if there is nothing to draw. */
    static Optional<ObjectNode> of(ReportWords words, Section section, String id) {
        ChartJson json = new ChartJson(words, section);
        json.chart.put("id", id);
        return json.drawn() ? Optional.of(json.chart) : Optional.empty();
    }

    private boolean drawn() {
        if (section.chart() instanceof Chart.Bars bars) {
            return bars(bars);
        } else if (section.chart() instanceof Chart.Limits limits) {
            return limits(limits);
        } else if (section.chart() instanceof Chart.Heat heat) {
            return heat(section.table().rows().subList(0, heat.rows()));
        } else if (section.chart() instanceof Chart.Flow) {
            return flow();
        } else if (section.chart() instanceof Chart.Way course) {
            return course(course);
        }
        return false;
    }

    private boolean bars(Chart.Bars bars) {
        chart.put("kind", "bars");
        chart.put("lying", bars.layout() == Chart.Layout.LYING);
        chart.put("stacked", bars.layout() == Chart.Layout.STACKED);
        labels(chart.putArray("labels"));
        ArrayNode series = chart.putArray("series");
        bars.bars().forEach(column -> series(series.addObject().put("type", "bar"), column));
        bars.lines().forEach(column -> series(series.addObject().put("type", "line"), column));
        return true;
    }

    private boolean limits(Chart.Limits limits) {
        chart.put("kind", "limits");
        labels(chart.putArray("labels"));
        ArrayNode series = chart.putArray("series");
        limits.bars().forEach(column -> series(series.addObject().put("type", "bar"), column));
        series(chart.putObject("limit"), limits.limit());
        return true;
    }

    private void labels(ArrayNode labels) {
        section.table().rows().forEach(row -> labels.add(words.of(row.get(0))));
    }

    private void series(ObjectNode series, int column) {
        series.put("name", words.of(section.table().columns().get(column).title()));
        ArrayNode data = series.putArray("data");
        ArrayNode said = series.putArray("said");
        String unit = "count";
        for (List<Shown> row : section.table().rows()) {
            Shown shown = row.get(column);
            unit = shown instanceof Shown.Unknown ? unit : unit(shown);
            data.add(number(shown).orElse(null));
            said.add(words.of(shown));
        }
        series.put("unit", unit);
    }

    private static String unit(Shown shown) {
        return shown instanceof Shown.Length
                ? "length"
                : shown instanceof Shown.Service ? "service" : shown instanceof Shown.Share ? "share" : "count";
    }

    private static Optional<Double> number(Shown shown) {
        if (shown instanceof Shown.Count count) {
            return Optional.of((double) count.count());
        } else if (shown instanceof Shown.Rate rate) {
            return Optional.of(rate.rate());
        } else if (shown instanceof Shown.Share share) {
            return Optional.of(share.share());
        } else if (shown instanceof Shown.Length length) {
            return Optional.of((double) length.length().toSeconds());
        } else if (shown instanceof Shown.Service service) {
            return Optional.of((double) service.length().toSeconds());
        }
        return Optional.empty();
    }

    private boolean heat(List<ImmutableList<Shown>> rows) {
        chart.put("kind", "heat");
        ArrayNode labels = chart.putArray("labels");
        rows.forEach(row -> labels.add(words.of(row.get(0))));
        ArrayNode across = chart.putArray("across");
        ImmutableList<TableColumn> columns = section.table().columns();
        columns.subList(1, columns.size()).forEach(column -> across.add(words.of(column.title())));
        ArrayNode cells = chart.putArray("cells");
        boolean shares = false;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 1; column < columns.size(); column++) {
                Shown shown = rows.get(row).get(column);
                shares |= shown instanceof Shown.Share;
                cell(cells, column - 1, row, shown);
            }
        }
        chart.put("shares", shares);
        return true;
    }

    private void cell(ArrayNode cells, int column, int row, Shown shown) {
        number(shown)
                .ifPresent(value ->
                        cells.addArray().add(column).add(row).add(value).add(words.of(shown)));
    }

    /** Cases may come back, and the picture has no circles: a tier stands once for each step. */
    private boolean flow() {
        chart.put("kind", "flow");
        ArrayNode links = chart.putArray("links");
        for (List<Shown> row : section.table().rows()) {
            Shown.Count step = (Shown.Count) row.get(3);
            Shown.Count cases = (Shown.Count) row.get(2);
            boolean ends = row.get(1) instanceof Shown.Word;
            ObjectNode link = links.addObject();
            link.put("from", step.count() + "|" + words.of(row.get(0)));
            link.put("to", (ends ? "0" : Long.toString(step.count() + 1)) + "|" + words.of(row.get(1)));
            link.put("ends", ends);
            link.put("value", cases.count());
            link.put("said", words.of(cases));
        }
        return true;
    }

    private boolean course(Chart.Way course) {
        chart.put("kind", "course");
        time(chart, "from", course.from());
        time(chart, "to", course.to());
        ArrayNode lanes = chart.putArray("lanes");
        course.lanes().forEach(lane -> lanes.add(SingleLine.of(lane)));
        ArrayNode visits = chart.putArray("visits");
        course.visits().forEach(visit -> visit(visits.addObject(), visit));
        ArrayNode holds = chart.putArray("holds");
        course.holds().forEach(hold -> hold(holds.addObject(), hold));
        ArrayNode closed = chart.putArray("closed");
        course.closed()
                .forEach(shut -> closed.addArray().add(local(shut.from())).add(local(shut.to())));
        ArrayNode marks = chart.putArray("marks");
        course.marks().forEach(mark -> mark(marks.addObject(), mark));
        return true;
    }

    private void visit(ObjectNode node, Chart.Visit visit) {
        node.put("lane", visit.lane())
                .put("group", SingleLine.of(visit.group()))
                .put("times", visit.times());
        time(node, "from", visit.from());
        time(node, "to", visit.to());
        visit.late().ifPresent(late -> time(node, "late", late));
        node.put("said", words.of("stay", words.at(visit.from()), words.at(visit.to())));
    }

    private void hold(ObjectNode node, Chart.Hold hold) {
        node.put("lane", hold.lane());
        time(node, "from", hold.from());
        time(node, "to", hold.to());
        node.put("said", words.of("waits-for", words.of("WaitingFor." + hold.waitingFor())));
    }

    private void mark(ObjectNode node, Chart.Mark mark) {
        node.put("lane", mark.lane()).put("key", mark.key());
        time(node, "at", mark.at());
        String about = mark.about().isEmpty() ? "" : " " + SingleLine.of(mark.about());
        node.put("said", words.of("mark." + mark.key()) + about + ", " + words.at(mark.at()));
    }

    private void time(ObjectNode node, String name, Instant at) {
        node.put(name, local(at));
    }

    private long local(Instant at) {
        return words.wallClock(at);
    }
}
