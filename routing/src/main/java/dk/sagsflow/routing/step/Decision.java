package dk.sagsflow.routing.step;

import dk.sagsflow.core.command.Outcome;

/** What begins a step: reads what it is about and decides. Called again if others were faster, so it changes nothing. */
@FunctionalInterface
public interface Decision {
    /** The draft with what was decided, or why nothing was. */
    Outcome<StepDraft> decide(StepDraft begun);
}
