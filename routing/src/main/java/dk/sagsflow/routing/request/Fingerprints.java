package dk.sagsflow.routing.request;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.repository.HandledRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What tells requests from each other: who asks, for what. Not how they came or which version they were meant for, which may
 * differ when one is sent again. It says of which form it is, so that a later form can tell what it cannot compare.
 */
final class Fingerprints {
    private static final int FORM = 1;

    private Fingerprints() {}

    static HandledRequest.Fingerprint of(RegistrationRequest request) {
        return hashed(form(request));
    }

    static HandledRequest.Fingerprint of(List<CaseRequest> together) {
        return hashed(form(together));
    }

    static String form(RegistrationRequest request) {
        return "register" + CanonicalForm.of(ImmutableList.of(request.by(), request.registration()));
    }

    static String form(List<CaseRequest> together) {
        return together.stream()
                .map(request -> "submit"
                        + CanonicalForm.of(ImmutableList.of(request.by(), request.number(), request.command())))
                .collect(Collectors.joining());
    }

    private static HandledRequest.Fingerprint hashed(String form) {
        return new HandledRequest.Fingerprint(
                FORM, Hashing.sha256().hashString(form, StandardCharsets.UTF_8).toString());
    }
}
