package dk.sagsflow.routing.listening;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.log.LoggedStep;

/**
 * Follows what is stored, by whatever desk, under the name of a subscription: statistics, a search index, a bridge to another
 * helpdesk. Handed every step, in the order of the log, at least once: what was handled when a process ended, or failed half
 * way, is handed again. One that throws is handed the same again later, less and less often, one step at a time; a step that
 * fails once too often is parked, with its reason, and those after it go on. Of the nodes that share a name one at a time is
 * handed something, on the thread that calls {@code follow} of its desk, or one of the built-in scheduler; it has to return
 * within the time that a claim holds, or another node is handed the same. It may ask the desk and command it.
 */
@FunctionalInterface
public interface StepHandler {
    /** Handles these steps, at least one, all of them or in the end none, or throws. */
    void handle(ImmutableList<LoggedStep> steps);
}
