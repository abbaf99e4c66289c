package dk.sagsflow.routing.request;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.routing.step.Decision;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.util.Optional;

/** Carries out requests: those that have a key once, and gives to each repetition what the first time gave. */
public final class Requests {
    private final CaseRepository repository;
    private final Steps steps;

    /** Requests on the cases in this store. */
    public Requests(CaseRepository repository, Steps steps) {
        this.repository = requireNonNull(repository, "repository");
        this.steps = requireNonNull(steps, "steps");
    }

    /** Carries out a request however often it is asked for. */
    public Outcome<SupportCase> take(Decision request) {
        return steps.take(request).map(StepDraft::after);
    }

    /** Carries out a request once. What was refused may be asked for again. */
    public Outcome<SupportCase> once(StepDraft.Key key, Decision request) {
        Optional<HandledRequest> before = repository.request(key.key());
        if (before.isPresent()) {
            return again(before.get(), key);
        }
        try {
            Outcome<SupportCase> outcome = take(begun -> request.decide(begun).map(draft -> draft.askedForAs(key)));
            // What is refused now may be what the same request, sent twice at once, has just brought about.
            return outcome.wasAccepted()
                    ? outcome
                    : repository
                            .request(key.key())
                            .map(meanwhile -> again(meanwhile, key))
                            .orElse(outcome);
        } catch (RepeatedRequestException repeated) {
            return again(repeated.before(), key);
        }
    }

    private Outcome<SupportCase> again(HandledRequest before, StepDraft.Key key) {
        return before.fingerprint()
                        .map(HandledRequest.Fingerprint::digest)
                        .filter(not(key.fingerprint()::equals))
                        .isEmpty()
                ? Outcome.accepted(
                        SupportCase.of(repository.history(before.number()).subList(0, (int) before.version())))
                : Outcome.refused(new Refusal.KeyOfAnotherRequest(before.key(), before.number()));
    }
}
