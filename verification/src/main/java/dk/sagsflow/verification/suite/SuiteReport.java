package dk.sagsflow.verification.suite;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.verification.scenario.ScenarioResult;
import java.time.Duration;

/**
 * What came of a suite. Immutable.
 *
 * @param results one for each scenario, in the order of the files, and then one for each law
 * @param laws how many of these are laws
 * @param leftOut what was not played, and why not
 * @param took how long it took
 */
public record SuiteReport(
        ImmutableList<ScenarioResult> results, int laws, ImmutableList<String> leftOut, Duration took) {
    /** Refuses null. */
    public SuiteReport {
        requireNonNull(results, "results");
        requireNonNull(leftOut, "leftOut");
        requireNonNull(took, "took");
    }

    /** Those in which something is otherwise than expected. */
    public ImmutableList<ScenarioResult> failed() {
        return results.stream().filter(result -> !result.holds()).collect(ImmutableList.toImmutableList());
    }

    /** For people: what failed and why, line by line, and a sum. */
    public ImmutableList<String> lines() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (ScenarioResult result : failed()) {
            lines.add(result.spot().describe() + ": \"" + result.name() + "\" fails");
            result.mismatches().forEach(mismatch -> mismatch.lines().forEach(line -> lines.add("  " + line)));
        }
        leftOut.forEach(lines::add);
        return lines.add((results.size() - laws) + " scenarios, " + (laws == 0 ? "" : laws + " laws, ")
                        + failed().size() + " failed")
                .build();
    }

    /** For programs: one JSON object. */
    public String json() {
        return SuiteJson.of(this);
    }

    /** For build servers: the XML that JUnit is known for, with a suite for each file. */
    public String junit() {
        return SuiteXml.of(this);
    }
}
