package dk.sagsflow.sla.clock;

import dk.sagsflow.core.timeline.CaseTimeline;

/**
 * Something that is found out in one walk over the events of a case, and goes on from where it came when the case goes on. A
 * history remembers how far a walk came; who asks with an equal one gets that. Implementations are immutable and safe for
 * use by many threads.
 *
 * @param <S> what is known after some events; immutable to those who hold it
 */
public interface HistoryWalk<S> {
    /** What is known before any event. */
    S begin();

    /**
     * What is known after more events.
     *
     * @param before what was known, which stays as it is
     * @param timeline the whole case
     * @param from the place of the first of them among the {@linkplain CaseTimeline#events events as they occurred}
     * @param to the place of the first that is not among them
     */
    S onward(S before, CaseTimeline timeline, int from, int to);
}
