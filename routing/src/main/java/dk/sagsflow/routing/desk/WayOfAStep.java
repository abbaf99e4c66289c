package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.routing.step.Stage;

/**
 * The way of every step, as a list. It begins with what is decided, by {@code request} for people and programs and by {@code
 * sweep} for what has come due; then each of these adds what follows from what is in the draft so far; then {@code step}
 * stores the draft. A new consequence is a new stage here and a class in the package of its subject.
 */
final class WayOfAStep {
    private WayOfAStep() {}

    static ImmutableList<Stage> of(Consequences follow) {
        return ImmutableList.of(
                // what follows for the case
                follow.retractions()::withRetractions,
                follow.guard()::withWordToLead,
                follow.arrivals()::withArrival,
                follow.erasure()::withoutPersonalData,
                // what is ahead of each case, and when a sweep looks at it next
                follow.agendas()::withAgendas,
                // who is told
                follow.notices()::withNotices,
                follow.withdrawn()::withoutCopies,
                follow.messages()::withMessages);
    }
}
