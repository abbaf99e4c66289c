package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.library.OptionalLibrary;

/**
 * The JSON form of what is asked of a desk, both ways: commands ({@code {"command": "hand-over", "to": "bit", "reason":
 * "unknown"}}) and registrations; {@code requests.schema.json} beside this class says what is in them. What may be absent may
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
}
