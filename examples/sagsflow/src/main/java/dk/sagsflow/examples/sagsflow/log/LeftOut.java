package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The rows that a replay goes without, by reason. Keeps the first row of each reason alone. Not thread-safe. */
public final class LeftOut {
    private static final int MOST_REASONS = 1_000;
    private static final int LONGEST = 160;
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|\\d+");

    private final Map<String, Reason> reasons = new LinkedHashMap<>();
    private long rows;

    /** None yet. */
    public LeftOut() {}

    /**
     * Why rows are left out.
     *
     * @param rows how many
     * @param first the first of them
     */
    public record Reason(long rows, RejectedRow first) {
        Reason plus(RejectedRow row) {
            return new Reason(rows + 1, row.line() < first.line() ? row : first);
        }
    }

    public void add(RejectedRow row) {
        rows++;
        String kind = VALUE.matcher(row.reason()).replaceAll("…");
        Reason known = reasons.get(kind);
        if (known != null) {
            reasons.put(kind, known.plus(row));
        } else if (reasons.size() < MOST_REASONS) {
            reasons.put(kind, new Reason(1, row));
        }
    }

    /** How many there are. */
    public long rows() {
        return rows;
    }

    /** Why, what is most often first. */
    public ImmutableList<Reason> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Reason::rows)
                        .reversed()
                        .thenComparing(reason -> reason.first().line()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * In words, the share first.
     *
     * @param all how many rows the log has
     */
    public List<String> lines(long all) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        if (rows == 0) {
            return lines.add("rows left out: 0").build();
        }
        lines.add(String.format(
                Locale.ROOT,
                "ROWS LEFT OUT: %,d of %,d (%.1f %%); the figures are of the rest",
                rows,
                all,
                100.0 * rows / Math.max(1, all)));
        reasons().forEach(reason -> lines.add(line(reason)));
        return lines.build();
    }

    private static String line(Reason reason) {
        return String.format(
                Locale.ROOT,
                "  %,10d, the first on line %d: %s",
                reason.rows(),
                reason.first().line(),
                shortened(reason.first().reason()));
    }

    public static String shortened(String why) {
        return why.length() > LONGEST ? why.substring(0, LONGEST) + "..." : why;
    }
}
