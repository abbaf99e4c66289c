package dk.sagsflow.verification.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something that is proved about a model. Immutable.
 *
 * @param code what kind of thing it is
 * @param place where in the model
 * @param message what is the matter, in words
 * @param counterexample a case that shows it; empty if it is about the model and no case
 */
public record Finding(FindingCode code, Place place, String message, Optional<Counterexample> counterexample) {
    /** Refuses null. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(message, "message");
        requireNonNull(counterexample, "counterexample");
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** What can be done about it, in words. */
    public String advice() {
        return code.advice();
    }

    /** All of it in one line, the place first. */
    public String describe() {
        return place.describe() + ": " + code.id() + " " + message
                + counterexample.map(shown -> " [" + shown.describe() + "]").orElse("");
    }

    /** The same at a place that is known better: by its line. */
    public Finding at(Place found) {
        return new Finding(code, found, message, counterexample);
    }
}
