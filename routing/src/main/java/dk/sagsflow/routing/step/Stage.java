package dk.sagsflow.routing.step;

/** What follows from what is in a step already. Called again from the beginning if others were faster, so it changes nothing. */
@FunctionalInterface
public interface Stage {
    /** The draft with what follows from it. */
    StepDraft apply(StepDraft draft);
}
