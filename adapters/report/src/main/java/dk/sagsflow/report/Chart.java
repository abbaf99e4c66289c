package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.WaitingFor;
import java.time.Instant;
import java.util.Optional;

/** What is drawn of a table. Columns are counted from 0. The list of kinds may grow. */
public sealed interface Chart {
    /** Nothing: the table says it. */
    record None() implements Chart {}

    /** Each row a large figure. */
    record Tiles() implements Chart {}

    /** How bars of one row stand. */
    enum Layout {
        /** Upright, one beside the other. */
        BESIDE,
        /** Upright, one on the other. */
        STACKED,
        /** Lying, one under the other: for long names. */
        LYING
    }

    /**
     * A group of bars for each row.
     *
     * @param bars the columns drawn as bars
     * @param lines the columns drawn as lines
     */
    record Bars(Layout layout, ImmutableList<Integer> bars, ImmutableList<Integer> lines) implements Chart {}

    /**
     * A bar for each row, with a mark where its limit is.
     *
     * @param bars the columns drawn as bars
     * @param limit the column with the limit
     */
    record Limits(ImmutableList<Integer> bars, int limit) implements Chart {}

    /**
     * A field for each row and column but the first: the more, the darker; of shares, the less.
     *
     * @param rows how many rows are drawn, from the first on
     */
    record Heat(int rows) implements Chart {}

    /** Streams from the first column to the second, as broad as the third says; a word is an end. */
    record Flow() implements Chart {}

    /**
     * A case along time.
     *
     * @param from where it begins
     * @param to where it ends
     * @param lanes the tiers, from the customer on
     * @param visits who had it
     * @param holds when it waited
     * @param closed when the service was closed
     * @param marks what happened
     */
    record Way(
            Instant from,
            Instant to,
            ImmutableList<String> lanes,
            ImmutableList<Visit> visits,
            ImmutableList<Hold> holds,
            ImmutableList<Closed> closed,
            ImmutableList<Mark> marks)
            implements Chart {}

    /**
     * A group had the case.
     *
     * @param lane the lane, from 0
     * @param group the group
     * @param from from when on
     * @param to until when
     * @param late from when on it was past its limit
     * @param times how many times the limit was used up; 0 if there is none
     */
    record Visit(int lane, String group, Instant from, Instant to, Optional<Instant> late, double times) {}

    /**
     * The case waited.
     *
     * @param lane where it was then
     * @param waitingFor for what
     * @param from from when on
     * @param to until when
     */
    record Hold(int lane, WaitingFor waitingFor, Instant from, Instant to) {}

    /** The service was closed. */
    record Closed(Instant from, Instant to) {}

    /**
     * Something happened.
     *
     * @param lane where
     * @param at when
     * @param key the word for it
     * @param about what more is known of it, a threshold for instance; may be empty
     */
    record Mark(int lane, Instant at, String key, String about) {}
}
