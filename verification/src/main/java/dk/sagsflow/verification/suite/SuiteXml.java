package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dk.sagsflow.verification.scenario.ScenarioResult;
import java.time.Duration;
import java.util.Locale;

/** Writes what came of a suite as the XML of JUnit. */
final class SuiteXml {
    private SuiteXml() {}

    static String of(SuiteReport report) {
        ImmutableListMultimap<String, ScenarioResult> byFile =
                Multimaps.index(report.results(), result -> result.spot().file());
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(xml, report.results(), report.took());
        byFile.asMap().forEach((file, results) -> suite(xml, file, ImmutableList.copyOf(results)));
        return xml.append("</testsuites>\n").toString();
    }

    private static void counts(StringBuilder xml, ImmutableList<ScenarioResult> results, Duration took) {
        long failed = results.stream().filter(result -> !result.holds()).count();
        attribute(xml, "tests", Integer.toString(results.size()));
        attribute(xml, "failures", Long.toString(failed));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", "0");
        attribute(xml, "time", String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9));
        xml.append(">\n");
    }

    private static void suite(StringBuilder xml, String file, ImmutableList<ScenarioResult> results) {
        xml.append("  <testsuite");
        attribute(xml, "name", file);
        counts(xml, results, Duration.ZERO);
        results.forEach(result -> test(xml, file, result));
        xml.append("  </testsuite>\n");
    }

    private static void test(StringBuilder xml, String file, ScenarioResult result) {
        xml.append("    <testcase");
        attribute(xml, "classname", file);
        attribute(xml, "name", result.name());
        if (result.holds()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        result.mismatches().forEach(mismatch -> {
            xml.append("      <failure");
            attribute(xml, "message", mismatch.what());
            xml.append('>').append(escaped(String.join("\n", mismatch.lines()))).append("</failure>\n");
        });
        xml.append("    </testcase>\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** Without the characters that no XML can hold. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(holdable(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean holdable(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }
}
