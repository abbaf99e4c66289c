package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers the rows of each case, which stand next to each other. Only another new case ends a block: a row that cannot
 * be used, or one of an earlier case, is rejected and the block goes on. Not thread-safe.
 */
final class CaseBlocks {

    private final RowReader reader;
    private final Consumer<LoggedCase> cases;
    private final Consumer<RejectedRow> rejected;
    private final Set<String> seen = new HashSet<>();
    private final List<LogRow> rows = new ArrayList<>();
    private String current = "";

    CaseBlocks(RowReader reader, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected) {
        this.reader = reader;
        this.cases = cases;
        this.rejected = rejected;
    }

    void add(CsvRecord row) {
        String caseId;
        try {
            caseId = reader.caseId(row);
        } catch (RejectedRowException unusable) {
            reject(row, unusable.reason());
            return;
        }
        if (!caseId.equals(current)) {
            if (!seen.add(caseId)) {
                reject(
                        row,
                        "case " + OneLine.quoted(caseId) + " comes back after other cases; its rows must be together");
                return;
            }
            end();
            current = caseId;
        }
        addToBlock(row);
    }

    /** Hands out the last case. */
    void end() {
        if (!rows.isEmpty()) {
            LoggedCase ended = new LoggedCase(current, ImmutableList.copyOf(rows));
            rows.clear();
            cases.accept(ended);
        }
    }

    private void addToBlock(CsvRecord row) {
        try {
            rows.add(reader.row(row, current, rows.isEmpty() ? null : rows.get(rows.size() - 1)));
        } catch (RejectedRowException unusable) {
            reject(row, unusable.reason());
        }
    }

    private void reject(CsvRecord row, String reason) {
        rejected.accept(new RejectedRow(row.getStartingLineNumber(), reason));
    }
}
