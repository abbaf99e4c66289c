package dk.sagsflow.report.page;

import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.ReportPlan;
import dk.sagsflow.report.Section;
import dk.sagsflow.report.Shown;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as JSON: its tables by topic, a row an object. Lengths are ISO-8601, shares from 0 to 1, times in UTC; what is not
 * known is null. docs/report.md names the topics and columns.
 */
public final class ReportJson {
    /** The format that this release writes. */
    public static final int FORMAT = 1;

    private ReportJson() {}

    /** The report as text. */
    public static String write(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ReportPlan plan = report.plan();
        root.put("format", FORMAT);
        root.put("title", plan.title());
        root.put("from", report.from().toString());
        root.put("to", plan.end().toString());
        root.put("zone", plan.zone().getId());
        root.put("periods", plan.periods().name());
        root.put("cases", report.cases());
        leftOut(report.omissions(), root.putObject("leftOut"));
        leftOut(report.callOmissions(), root.putObject("callsLeftOut"));
        ArrayNode sections = root.putArray("sections");
        report.sections().forEach(section -> section(section, sections.addObject()));
        return root.toPrettyString() + "\n";
    }

    private static void leftOut(Omissions omissions, ObjectNode node) {
        node.put("rows", omissions.left()).put("of", omissions.all());
        ArrayNode reasons = node.putArray("reasons");
        omissions
                .reasons()
                .forEach(reason -> reasons.addObject()
                        .put("rows", reason.rows())
                        .put("firstLine", reason.line())
                        .put("reason", reason.reason()));
        ArrayNode remarks = node.putArray("remarks");
        omissions.remarks().forEach(remarks::add);
    }

    private static void section(Section section, ObjectNode node) {
        node.put("topic", section.topic());
        if (!section.about().isEmpty()) {
            node.put("about", section.about());
        }
        ArrayNode rows = node.putArray("rows");
        section.table().rows().forEach(row -> {
            ObjectNode values = rows.addObject();
            for (int column = 0; column < row.size(); column++) {
                put(values, key(section.table().columns().get(column).title()), row.get(column));
            }
        });
    }

    /** ReportWords by their keys, so that JSON is the same in every language. */
    private static String key(Shown title) {
        return title instanceof Shown.Word word
                ? word.key().substring(word.key().indexOf('.') + 1)
                : plain(title).orElse("");
    }

    private static void put(ObjectNode values, String key, Shown shown) {
        if (shown instanceof Shown.Count count) {
            values.put(key, count.count());
        } else if (shown instanceof Shown.Rate rate) {
            values.put(key, rate.rate());
        } else if (shown instanceof Shown.Share share) {
            values.put(key, share.share());
        } else {
            values.put(key, plain(shown).orElse(null));
        }
    }

    private static Optional<String> plain(Shown shown) {
        if (shown instanceof Shown.Length length) {
            return Optional.of(length.length().toString());
        } else if (shown instanceof Shown.Service service) {
            return Optional.of(service.length().toString());
        } else if (shown instanceof Shown.UpTo upTo) {
            return Optional.of("<=" + upTo.length());
        } else if (shown instanceof Shown.Beyond beyond) {
            return Optional.of(">" + beyond.length());
        } else if (shown instanceof Shown.Period period) {
            return Optional.of(period.start().toString());
        } else if (shown instanceof Shown.Moment moment) {
            return Optional.of(moment.at().toString());
        }
        return named(shown);
    }

    private static Optional<String> named(Shown shown) {
        if (shown instanceof Shown.Hour hour) {
            return Optional.of(String.format(Locale.ROOT, "%02d", hour.hour()));
        } else if (shown instanceof Shown.Name name) {
            return Optional.of(name.name());
        } else if (shown instanceof Shown.Word word) {
            return Optional.of(word.key());
        } else if (shown instanceof Shown.WorkingDays days) {
            return Optional.of(days.days() + " working days" + (days.buffer().isZero() ? "" : " + " + days.buffer()));
        }
        return Optional.empty();
    }
}
