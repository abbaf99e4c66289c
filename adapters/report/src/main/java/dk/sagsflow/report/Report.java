package dk.sagsflow.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;

/**
 * Figures about cases and calls, ready to be looked at: in words and charts by {@link dk.sagsflow.report.page.ReportPage},
 * as JSON and CSV by its neighbours. docs/report.md tells of each part. Immutable.
 *
 * @param plan what it is of
 * @param from when the first case came in
 * @param cases how many cases there are
 * @param omissions what the figures of cases go without
 * @param callOmissions what the figures of calls go without
 * @param sections its parts
 */
public record Report(
        ReportPlan plan,
        Instant from,
        long cases,
        Omissions omissions,
        Omissions callOmissions,
        ImmutableList<Section> sections) {
    private static final ImmutableSet<String> OF_CALLS =
            ImmutableSet.of("calls", "call-waiting", "call-periods", "calls-omitted");

    /** Refuses null. */
    public Report {
        requireNonNull(plan, "plan");
        requireNonNull(from, "from");
        requireNonNull(omissions, "omissions");
        requireNonNull(callOmissions, "callOmissions");
        requireNonNull(sections, "sections");
    }

    /** What the figures of one of its parts go without. */
    public Omissions omissionsOf(Section section) {
        return OF_CALLS.contains(section.topic()) ? callOmissions : omissions;
    }
}
