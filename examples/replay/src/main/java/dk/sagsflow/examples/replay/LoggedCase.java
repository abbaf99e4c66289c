package dk.sagsflow.examples.replay;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * One case with its usable rows. Immutable.
 *
 * @param caseId the case as the log names it
 * @param rows at least one, in the order of the log, never going back in time
 */
record LoggedCase(String caseId, ImmutableList<LogRow> rows) {

    LoggedCase {
        checkArgument(!rows.isEmpty(), "case %s has no rows, at least one is needed", caseId);
    }
}
