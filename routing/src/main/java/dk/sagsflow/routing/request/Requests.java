package dk.sagsflow.routing.request;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.RepeatedRequestException;
import dk.sagsflow.routing.step.Decision;
import dk.sagsflow.routing.step.StepDraft;
import dk.sagsflow.routing.step.Steps;
import java.util.List;
import java.util.Optional;

/** Carries out requests: those that have a key once, and gives to each repetition what the first time gave. */
public final class Requests {
    private final CaseRepository repository;
    private final Steps steps;
    private final Registrations registrations;
    private final Commands commands;
    private final Repetitions repetitions;

    /** Requests on the cases in this store. */
    public Requests(
            CaseRepository repository,
            Steps steps,
            Registrations registrations,
            Commands commands,
            Repetitions repetitions) {
        this.repository = requireNonNull(repository, "repository");
        this.steps = requireNonNull(steps, "steps");
        this.registrations = requireNonNull(registrations, "registrations");
        this.commands = requireNonNull(commands, "commands");
        this.repetitions = requireNonNull(repetitions, "repetitions");
    }

    /** Brings a case in, unless it came before: then no number is drawn for it again. */
    public Outcome<SupportCase> register(RegistrationRequest request) {
        Optional<StepDraft.Key> key = request.key().map(named -> new StepDraft.Key(named, Fingerprints.of(request)));
        return key.flatMap(named -> repetition(request.by(), named))
                .orElseGet(() -> take(request.by(), key, begun -> registrations.decide(begun, request)));
    }

    /** Carries out all of these in one step, or none of them; gives the case of the first. */
    public Outcome<SupportCase> submit(List<CaseRequest> together) {
        checkArgument(!together.isEmpty(), "no request to carry out; one or more is allowed");
        return take(
                together.get(0).by(),
                key(together).map(key -> new StepDraft.Key(key, Fingerprints.of(together))),
                begun -> commands.decide(begun, together));
    }

    /** What is answered to this if it is a repetition; empty if it is none. */
    public Optional<Outcome<SupportCase>> repetition(CaseRequest request) {
        return request.key()
                .flatMap(key ->
                        repetition(request.by(), new StepDraft.Key(key, Fingerprints.of(ImmutableList.of(request)))));
    }

    private Optional<Outcome<SupportCase>> repetition(ActorId by, StepDraft.Key key) {
        return repository.request(key.key()).map(before -> repetitions.again(before, key, by));
    }

    private static Optional<RequestKey> key(List<CaseRequest> together) {
        if (together.size() == 1) {
            return together.get(0).key();
        }
        ImmutableList<RequestKey> keys =
                together.stream().flatMap(request -> request.key().stream()).collect(ImmutableList.toImmutableList());
        checkArgument(keys.size() <= 1, "keys are %s; one of them stands for all that is asked for together", keys);
        return keys.stream().findFirst();
    }

    /** Carries out the command that is chosen for the case as it stands, and chosen again if others are faster. */
    public Outcome<SupportCase> submit(ActorId by, CaseNumber number, Commands.Choice choice) {
        return take(begun -> commands.decide(begun, by, number, choice));
    }

    private Outcome<SupportCase> take(ActorId by, Optional<StepDraft.Key> key, Decision request) {
        return key.isPresent() ? once(by, key.get(), request) : take(request);
    }

    private Outcome<SupportCase> take(Decision request) {
        return steps.take(request).map(StepDraft::after);
    }

    /**
     * What was refused may be asked for again. Nobody looks first whether it came before, since the step finds that out where it is stored;
     * of what is refused it is asked then, as it may be what the request itself has brought about.
     */
    private Outcome<SupportCase> once(ActorId by, StepDraft.Key key, Decision request) {
        try {
            Outcome<SupportCase> outcome = take(begun -> request.decide(begun).map(draft -> draft.withRequest(key)));
            return outcome.wasAccepted() ? outcome : repetition(by, key).orElse(outcome);
        } catch (RepeatedRequestException repeated) {
            return repetitions.again(repeated.before(), key, by);
        }
    }
}
