package dk.sagsflow.examples.sagsflow.log;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.sla.calibration.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One case with its usable rows. Immutable.
 *
 * @param caseId the case as the log names it
 * @param rows at least one, in the order of the log, never going back in time
 */
public record LoggedCase(String caseId, ImmutableList<LogRow> rows) {

    public LoggedCase {
        checkArgument(!rows.isEmpty(), "case %s has no rows, at least one is needed", caseId);
    }

    /** The first row. */
    public LogRow first() {
        return rows.get(0);
    }

    /** The last row. */
    public LogRow last() {
        return rows.get(rows.size() - 1);
    }

    /** When the case came in: when the log says so, though not after its first row, or else with its first row. */
    public Instant registeredAt() {
        return last().ofCase()
                .registered()
                .filter(registered -> registered.isBefore(first().at()))
                .orElse(first().at());
    }

    /** Whether the case met its agreement, when the log says so. */
    public Optional<Verdict> verdict() {
        return last().ofCase().verdict();
    }
}
