package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.examples.sagsflow.log.JoinedCases;
import dk.sagsflow.examples.sagsflow.log.LeftOut;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.ReportPlan;
import dk.sagsflow.report.ReportTally;
import dk.sagsflow.sla.clock.CaseHistory;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The report of a log, made while it is read. Of cases it keeps the first answers, and only where calls are joined with them. Not thread-safe. */
public final class LogReport {
    private final ReportTally tally;
    private final LogSurvey survey;
    private final ReportPlan plan;
    private final Calls calls;
    private final JoinedCases joined = new JoinedCases();
    private final Map<LocalDate, Long> left = new TreeMap<>();
    private final Breakdown periods;
    private long callsLeft;

    /** Which calls stand beside the cases. */
    public sealed interface Calls {
        /** None. */
        record None() implements Calls {}

        /** Those that are bundled with the bundled log. */
        record Bundled() implements Calls {}

        /** Those of a file. */
        record Given(ReportedCalls calls) implements Calls {}
    }

    /** Of a log that was looked through. */
    public LogReport(LogPlan plan, LogSurvey survey, PeriodLength periods, Calls calls) {
        this.plan = plan.until(survey.end().orElse(Instant.EPOCH), periods, survey.categories());
        this.tally = new ReportTally(this.plan);
        this.periods = Breakdown.of(periods, this.plan.zone());
        this.survey = survey;
        this.calls = calls;
    }

    /** Counts a case. */
    public void add(CaseHistory history) {
        tally.add(history);
        if (!(calls instanceof Calls.None)) {
            joined.add(history.timeline());
        }
    }

    /** Counts a row that is left out, in the period of its time. */
    public void leaveOut(RejectedRow row) {
        row.at().ifPresent(at -> left.merge(periods.periodOf(at), 1L, Long::sum));
    }

    /** What was counted. */
    public Report report(LeftOut leftOut) throws IOException {
        List<String> remarks = new ArrayList<>(survey.remarks());
        Optional<ReportedCalls.Counted> counted = counted(remarks);
        callsLeft = counted.map(ReportedCalls.Counted::left).orElse(0L);
        Omissions omissions = omissions(leftOut, remarks);
        return counted.isPresent() ? tally.report(omissions, counted.get().statistics()) : tally.report(omissions);
    }

    /** How many rows of calls the report goes without. */
    public long callsLeft() {
        return callsLeft;
    }

    private Optional<ReportedCalls.Counted> counted(List<String> remarks) throws IOException {
        ReportedCalls.Asked asked = new ReportedCalls.Asked(plan.periods(), plan.zone(), joined, remarks::add);
        if (calls instanceof Calls.Given given) {
            return Optional.of(given.calls().counted(asked));
        }
        return calls instanceof Calls.Bundled ? Optional.of(ReportedCalls.bundled(asked)) : Optional.empty();
    }

    private Omissions omissions(LeftOut leftOut, List<String> remarks) {
        return new Omissions(
                leftOut.rows(),
                survey.rows(),
                leftOut.reasons().stream()
                        .map(reason -> new Omissions.Reason(
                                reason.rows(),
                                reason.first().line(),
                                LeftOut.shortened(reason.first().reason())))
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(remarks),
                ImmutableSortedMap.copyOf(left));
    }
}
