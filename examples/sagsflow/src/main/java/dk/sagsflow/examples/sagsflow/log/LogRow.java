package dk.sagsflow.examples.sagsflow.log;

import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.examples.sagsflow.log.mapping.LoggedImpact;
import dk.sagsflow.examples.sagsflow.log.mapping.RowState;
import dk.sagsflow.sla.calibration.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One usable row of a log. Immutable.
 *
 * @param line the line on which the row starts; the header is line 1
 * @param caseId the case as the log names it, never empty
 * @param at when it happened
 * @param group the support group that had the case, never empty
 * @param tier the id of the group's tier in the mapping
 * @param actor who did it; empty when the log does not say
 * @param state what the status of the row means
 * @param impact the impact, when the log gives it
 * @param priority the priority, when the log gives it
 * @param system the system or product concerned, when the log gives it
 * @param type of what type the case is, when the log says so
 * @param ofCase what the row says of the whole case
 */
public record LogRow(
        long line,
        String caseId,
        Instant at,
        String group,
        String tier,
        String actor,
        RowState state,
        Optional<LoggedImpact> impact,
        Optional<Priority> priority,
        Optional<String> system,
        Optional<String> type,
        OfCase ofCase) {
    /**
     * What a row says of the whole case, whenever that came to be known. Immutable.
     *
     * @param registered when the case came in, when the log says so
     * @param verdict whether it met its agreement, when the log says so
     * @param category its category, when the log says so
     * @param knownError the problem or known error that it goes back to, when the log says so
     */
    public record OfCase(
            Optional<Instant> registered,
            Optional<Verdict> verdict,
            Optional<String> category,
            Optional<String> knownError) {}
}
