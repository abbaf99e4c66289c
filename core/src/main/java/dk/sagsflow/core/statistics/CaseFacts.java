package dk.sagsflow.core.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.timeline.CaseTimeline;

/**
 * What of a case counts, in the order in which it occurred: a pure function of its history, so that every figure can say
 * which cases it is made of. What still goes on, a visit or a wait that has not ended, does not count yet.
 */
public final class CaseFacts {
    private CaseFacts() {}

    /** The facts of the case that went through this. */
    public static ImmutableList<Fact> of(CaseTimeline timeline) {
        return new FactWalk(requireNonNull(timeline, "timeline")).facts();
    }
}
