package dk.sagsflow.examples.sagsflow.report;

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
import java.util.Optional;

/** The report of a log, made while it is read. Of cases it keeps the first answers, and only where calls are joined with them. Not thread-safe. */
public final class LogReport {
    private final ReportTally tally;
    private final LogSurvey survey;
    private final ReportPlan plan;
    private final Calls calls;
    private final JoinedCases joined = new JoinedCases();
    private final Breakdown periods;
    private final RowsLeftOut leftOut;
    private Optional<ReportedCalls.Counted> counted = Optional.empty();

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
        this.leftOut = new RowsLeftOut(this.periods);
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
        leftOut.add(row);
    }

    /** What was counted. */
    public Report report() throws IOException {
        counted = counted();
        Omissions omissions = leftOut.omissions(survey.rows(), survey.remarks());
        return counted.isPresent()
                ? tally.report(
                        omissions, counted.get().statistics(), counted.get().omissions())
                : tally.report(omissions);
    }

    /** The rows of cases that it goes without. */
    public LeftOut leftOut() {
        return leftOut.reasons();
    }

    /** The rows of calls that it goes without, once it is made. */
    public LeftOut callsLeftOut() {
        return counted.map(ReportedCalls.Counted::leftOut).orElseGet(LeftOut::new);
    }

    private Optional<ReportedCalls.Counted> counted() throws IOException {
        ReportedCalls.Asked asked = new ReportedCalls.Asked(periods, joined);
        if (calls instanceof Calls.Given given) {
            return Optional.of(given.calls().counted(asked));
        }
        return calls instanceof Calls.Bundled ? Optional.of(ReportedCalls.bundled(asked)) : Optional.empty();
    }
}
