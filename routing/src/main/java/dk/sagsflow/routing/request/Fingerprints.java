package dk.sagsflow.routing.request;

import com.google.common.hash.Hashing;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RequestKey;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.routing.step.StepDraft;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells requests from each other. */
public final class Fingerprints {
    private Fingerprints() {}

    /** The key of a registration. */
    public static StepDraft.Key of(RequestKey key, ActorId by, Registration registration) {
        return new StepDraft.Key(
                key,
                fingerprint(
                        "register",
                        by,
                        registration.customer(),
                        registration.subject(),
                        registration.description(),
                        registration.kind(),
                        registration.system(),
                        registration.group(),
                        new TreeMap<>(registration.attributes().entrySet().stream()
                                .collect(Collectors.toMap(
                                        field -> field.getKey().value(), field -> field.getValue())))));
    }

    /** The key of a command. */
    public static StepDraft.Key of(RequestKey key, ActorId by, CaseNumber number, CaseCommand command) {
        return new StepDraft.Key(key, fingerprint("submit", by, number, command));
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
