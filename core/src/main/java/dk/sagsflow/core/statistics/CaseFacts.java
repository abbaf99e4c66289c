package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.timeline.CaseTimeline;
import java.util.function.Predicate;

/**
 * What of a case counts, in the order in which it occurred: a pure function of its history, so that every figure can say
 * which cases it is made of. What still goes on, a visit or a wait that has not ended, does not count yet.
 */
public final class CaseFacts {
    private CaseFacts() {}

    /** What a case is, as far as it is known: the dimensions that hold for all of its facts. */
    public static ImmutableMap<Dimension, String> described(SupportCase supportCase) {
        return FactWalk.what(requireNonNull(supportCase, "supportCase"));
    }

    /**
     * The cases that figures are made of, in the order in which they are given.
     *
     * @param breakdown how the figures are broken down
     * @param counted the cells that are asked about
     * @param cases all cases that were counted
     */
    public static ImmutableSet<CaseNumber> behind(
            Breakdown breakdown, Predicate<Cell> counted, Iterable<CaseTimeline> cases) {
        ImmutableSet.Builder<CaseNumber> behind = ImmutableSet.builder();
        for (CaseTimeline timeline : cases) {
            if (of(timeline).stream().map(breakdown::cellOf).anyMatch(counted)) {
                behind.add(timeline.latest().number());
            }
        }
        return behind.build();
    }

    /** The facts of the case that went through this. */
    public static ImmutableList<Fact> of(CaseTimeline timeline) {
        return new FactWalk(requireNonNull(timeline, "timeline")).facts();
    }
}
