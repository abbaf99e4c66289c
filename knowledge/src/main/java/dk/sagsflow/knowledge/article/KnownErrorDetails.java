package dk.sagsflow.knowledge.article;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseNumber;
import java.util.Optional;

/**
 * What is known of an error. All texts are Markdown. Immutable.
 *
 * @param symptom what people notice
 * @param cause where it comes from, as far as that is known
 * @param workaround what helps until it is solved
 * @param solution what solves it for good
 * @param changeRequest the case that asks for the solution
 */
public record KnownErrorDetails(
        String symptom,
        Optional<String> cause,
        Optional<String> workaround,
        Optional<String> solution,
        Optional<CaseNumber> changeRequest) {
    /** Refuses null and texts that are too long. */
    public KnownErrorDetails {
        Bounds.text("symptom", symptom);
        requireNonNull(cause, "cause").ifPresent(text -> Bounds.text("cause", text));
        requireNonNull(workaround, "workaround").ifPresent(text -> Bounds.text("workaround", text));
        requireNonNull(solution, "solution").ifPresent(text -> Bounds.text("solution", text));
        requireNonNull(changeRequest, "changeRequest");
    }

    /** An error of which no more is known than what people notice. */
    public static KnownErrorDetails noticed(String symptom) {
        return new KnownErrorDetails(symptom, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with this cause. */
    public KnownErrorDetails causedBy(String text) {
        return new KnownErrorDetails(symptom, Optional.of(text), workaround, solution, changeRequest);
    }

    /** The same with this workaround. */
    public KnownErrorDetails workedAroundBy(String text) {
        return new KnownErrorDetails(symptom, cause, Optional.of(text), solution, changeRequest);
    }

    /** The same with this solution. */
    public KnownErrorDetails solvedBy(String text) {
        return new KnownErrorDetails(symptom, cause, workaround, Optional.of(text), changeRequest);
    }

    /** The same, which this case asks to have solved. */
    public KnownErrorDetails toBeSolvedBy(CaseNumber change) {
        return new KnownErrorDetails(symptom, cause, workaround, solution, Optional.of(change));
    }
}
