package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.library.OptionalLibrary;

/**
 * The JSON form of what is asked of a desk, both ways: commands ({@code {"command": "hand-over", "to": "bit", "reason":
 * "unknown"}}), registrations, and both with who asks, when and how it came about, the version meant and the key ({@code
 * {"by": "karen", "number": "C-1", "command": {"command": "accept"}}}); {@code requests.schema.json} beside this class says what is in them. What may be absent may
 * be left out; members that are unknown are refused. Needs Jackson 3 databind, which the host adds. Safe for use by many
 * threads.
 */
public final class RequestJson {
    private final RequestMapper mapper;

    /**
     * Reads and writes requests; make one and keep it.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Jackson is not there
     */
    public RequestJson() {
        OptionalLibrary.requireJson("requests as JSON");
        mapper = new RequestMapper();
    }

    /** The command as one line of JSON. */
    public String write(CaseCommand command) {
        return mapper.command(requireNonNull(command, "command")).toString();
    }

    /**
     * The command that this JSON says.
     *
     * @throws UnreadableRequestException if it is none
     */
    public CaseCommand readCommand(String json) {
        return mapper.command(requireNonNull(json, "json"));
    }

    /** The registration as one line of JSON. */
    public String write(Registration registration) {
        return mapper.registration(requireNonNull(registration, "registration")).toString();
    }

    /**
     * The registration that this JSON says.
     *
     * @throws UnreadableRequestException if it is none
     */
    public Registration readRegistration(String json) {
        return mapper.registration(requireNonNull(json, "json"));
    }

    /** A command with all that goes with it as one line of JSON. */
    public String write(CaseRequest request) {
        return mapper.request(requireNonNull(request, "request")).toString();
    }

    /**
     * The command with all that goes with it that this JSON says. Whoever asks is who the JSON says it is: a host that takes it
     * from outside puts there whom it has recognised.
     *
     * @throws UnreadableRequestException if it is none
     */
    public CaseRequest readCaseRequest(String json) {
        return mapper.caseRequest(requireNonNull(json, "json"));
    }

    /** A registration with all that goes with it as one line of JSON. */
    public String write(RegistrationRequest request) {
        return mapper.request(requireNonNull(request, "request")).toString();
    }

    /**
     * The registration with all that goes with it that this JSON says. Whoever asks is who the JSON says it is: a host that
     * takes it from outside puts there whom it has recognised.
     *
     * @throws UnreadableRequestException if it is none
     */
    public RegistrationRequest readRegistrationRequest(String json) {
        return mapper.registrationRequest(requireNonNull(json, "json"));
    }
}
