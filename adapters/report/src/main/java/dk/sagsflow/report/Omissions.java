package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;

/**
 * What the figures go without, to be said before them. Immutable.
 *
 * @param left how many rows were left out
 * @param all how many rows there are
 * @param reasons why, what is most often first
 * @param remarks what else somebody should know who reads the figures
 */
public record Omissions(long left, long all, ImmutableList<Reason> reasons, ImmutableList<String> remarks) {
    /**
     * Why rows were left out.
     *
     * @param rows how many
     * @param line the line of the first
     * @param reason why
     */
    public record Reason(long rows, long line, String reason) {}

    /** Nothing was left out. */
    public static Omissions none() {
        return new Omissions(0, 0, ImmutableList.of(), ImmutableList.of());
    }
}
