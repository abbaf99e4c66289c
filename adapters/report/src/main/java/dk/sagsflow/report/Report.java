package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * Figures about cases and calls, ready to be looked at: in words and charts by {@link dk.sagsflow.report.page.ReportPage},
 * as JSON and CSV by its neighbours. docs/report.md tells of each part. Immutable.
 *
 * @param plan what it is of
 * @param from when the first case or call came in
 * @param cases how many cases there are
 * @param omissions what it goes without
 * @param sections its parts
 */
public record Report(ReportPlan plan, Instant from, long cases, Omissions omissions, ImmutableList<Section> sections) {
    /** Refuses null. */
    public Report {
        requireNonNull(plan, "plan");
        requireNonNull(from, "from");
        requireNonNull(omissions, "omissions");
        requireNonNull(sections, "sections");
    }
}
