package dk.sagsflow.routing.desk;

import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.HandledRequest;
import dk.sagsflow.core.repository.RepeatedRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out requests that have a key once, and gives to each repetition what the first time gave. */
final class RequestsOnce {
    private final CaseRepository repository;
    private final Storing storing;

    RequestsOnce(CaseRepository repository, Storing storing) {
        this.repository = repository;
        this.storing = storing;
    }

    Outcome<SupportCase> once(
            RequestKey key, String fingerprint, Function<Consumer<PreparedStep>, Outcome<SupportCase>> request) {
        Optional<HandledRequest> before = repository.request(key);
        if (before.isPresent()) {
            return again(before.get(), fingerprint);
        }
        try {
            Outcome<SupportCase> outcome = request.apply(prepared -> storing.store(
                    prepared,
                    handled(key, fingerprint, prepared.changes().get(0).after())));
            // What is refused now may be what the same request, sent twice at once, has just brought about.
            return outcome.wasAccepted()
                    ? outcome
                    : repository
                            .request(key)
                            .map(meanwhile -> again(meanwhile, fingerprint))
                            .orElse(outcome);
        } catch (RepeatedRequestException repeated) {
            return again(repeated.before(), fingerprint);
        }
    }

    private Outcome<SupportCase> again(HandledRequest before, String fingerprint) {
        return before.fingerprint().equals(fingerprint)
                ? Outcome.accepted(
                        SupportCase.of(repository.history(before.number()).subList(0, (int) before.version())))
                : Outcome.refused(new Refusal.KeyOfAnotherRequest(before.key(), before.number()));
    }

    private static HandledRequest handled(RequestKey key, String fingerprint, SupportCase after) {
        return new HandledRequest(key, fingerprint, after.number(), after.version());
    }

    static String fingerprint(ActorId by, Registration registration) {
        return fingerprint(
                "register",
                by,
                registration.customer(),
                registration.subject(),
                registration.description(),
                registration.kind(),
                registration.system(),
                registration.group(),
                new TreeMap<>(registration.attributes().entrySet().stream()
                        .collect(Collectors.toMap(field -> field.getKey().value(), field -> field.getValue()))));
    }

    static String fingerprint(ActorId by, CaseNumber number, CaseCommand command) {
        return fingerprint("submit", by, number, command);
    }

    /** Each part with its length before it, so that no two requests have the same text. */
    private static String fingerprint(Object... parts) {
        String text = Stream.of(parts)
                .map(Object::toString)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
