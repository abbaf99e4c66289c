package dk.sagsflow.examples.sagsflow;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallStatistics;
import dk.sagsflow.examples.sagsflow.log.LogSurvey;
import dk.sagsflow.examples.sagsflow.report.LogPlan;
import dk.sagsflow.report.Omissions;
import dk.sagsflow.report.Report;
import dk.sagsflow.report.ReportTally;
import dk.sagsflow.report.page.ReportPage;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The report of a log, made while it is read. Not thread-safe. */
final class LogReport {
    private final ReportTally tally;
    private final LogSurvey survey;

    LogReport(LogPlan plan, LogSurvey survey) {
        this(plan, survey, PeriodLength.MONTH);
    }

    LogReport(LogPlan plan, LogSurvey survey, PeriodLength periods) {
        this.tally = new ReportTally(plan.until(survey.end().orElse(Instant.EPOCH), periods));
        this.survey = survey;
    }

    void add(CaseHistory history) {
        tally.add(history);
    }

    String html(LeftOut leftOut, Locale language) {
        return ReportPage.of(report(leftOut, Optional.empty()), language).html();
    }

    Report report(LeftOut leftOut, Optional<CallStatistics> calls) {
        Omissions omissions = omissions(leftOut);
        return calls.map(counted -> tally.report(omissions, counted)).orElseGet(() -> tally.report(omissions));
    }

    private Omissions omissions(LeftOut leftOut) {
        return new Omissions(
                leftOut.rows(),
                survey.rows(),
                leftOut.reasons().stream()
                        .map(reason -> new Omissions.Reason(
                                reason.rows(),
                                reason.first().line(),
                                LeftOut.shortened(reason.first().reason())))
                        .collect(ImmutableList.toImmutableList()),
                survey.remarks());
    }
}
