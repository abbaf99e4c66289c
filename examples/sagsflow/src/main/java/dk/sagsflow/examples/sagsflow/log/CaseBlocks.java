package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.file.RawRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers the rows of each case, which stand next to each other. A row that cannot be placed is rejected, and the block
 * around it goes on. Not thread-safe.
 */
final class CaseBlocks {
    /** Many more than any case has, and an end to it if a column holds something else than cases. */
    private static final int MOST_ROWS = 200_000;

    private final RowReader reader;
    private final Consumer<LoggedCase> cases;
    private final Consumer<RejectedRow> rejected;
    private final List<RawRow> block = new ArrayList<>();
    private String current = "";

    CaseBlocks(RowReader reader, Consumer<LoggedCase> cases, Consumer<RejectedRow> rejected) {
        this.reader = reader;
        this.cases = cases;
        this.rejected = rejected;
    }

    void add(RawRow row) {
        try {
            add(row, reader.caseId(row));
        } catch (RejectedRowException unusable) {
            rejected.accept(reader.rejected(row, unusable.reason()));
        }
    }

    private void add(RawRow row, String caseId) {
        if (!caseId.equals(current)) {
            end();
            current = caseId;
        }
        if (block.size() < MOST_ROWS) {
            block.add(row);
        } else {
            String reason = "case " + OneLine.quoted(caseId) + " has more than " + MOST_ROWS + " rows";
            rejected.accept(reader.rejected(row, reason));
        }
    }

    /** Hands out the last case. */
    void end() {
        List<RawRow> once = withoutRepeats();
        ImmutableList<LogRow> rows = reader.oneRowEach() ? ofOneRow(once) : ofSteps(once);
        block.clear();
        if (!rows.isEmpty()) {
            cases.accept(new LoggedCase(current, rows));
        }
    }

    private ImmutableList<LogRow> ofSteps(List<RawRow> once) {
        ImmutableList.Builder<LogRow> usable = ImmutableList.builder();
        for (Cells cells : reader.cells(once)) {
            try {
                usable.add(reader.row(cells, current));
            } catch (RejectedRowException unfit) {
                rejected.accept(new RejectedRow(cells.line(), unfit.reason(), RowReader.told(cells.at())));
            }
        }
        return usable.build();
    }

    private ImmutableList<LogRow> moments(RawRow whole) throws RejectedRowException {
        ImmutableList.Builder<LogRow> rows = ImmutableList.builder();
        for (Cells cells : reader.cells(ImmutableList.of(whole))) {
            rows.add(reader.row(cells, current));
        }
        return rows.build();
    }

    private void rejectFurther(List<RawRow> once, RawRow first) {
        for (RawRow further : once.subList(1, once.size())) {
            String reason = "case " + OneLine.quoted(current) + " has its row already, line " + first.line();
            rejected.accept(reader.rejected(further, reason));
        }
    }

    /** A row of which one moment is wrong tells no case. */
    private ImmutableList<LogRow> ofOneRow(List<RawRow> once) {
        if (once.isEmpty()) {
            return ImmutableList.of();
        }
        RawRow first = once.get(0);
        rejectFurther(once, first);
        try {
            return reader.beginningFirst(moments(first));
        } catch (RejectedRowException unfit) {
            rejected.accept(reader.rejected(first, unfit.reason()));
            return ImmutableList.of();
        }
    }

    /** Two rows that say the same in every column are one that came twice. */
    private List<RawRow> withoutRepeats() {
        if (block.size() < 2) {
            return block;
        }
        Map<List<String>, Long> lines = new HashMap<>();
        List<RawRow> once = new ArrayList<>(block.size());
        for (RawRow row : block) {
            Long before = lines.putIfAbsent(row.fields(), row.line());
            if (before == null) {
                once.add(row);
            } else {
                rejected.accept(reader.rejected(row, "says in every column the same as line " + before));
            }
        }
        return once;
    }
}
