package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.library.MissingLibraryException;
import dk.sagsflow.core.library.OptionalLibrary;

/**
 * The JSON form of events: a public contract. Every event carries {@code "format"}, now {@value #FORMAT}; what a release
 * wrote, each later release reads. An event of a newer release is refused with a clear error, never read in part:
 * dropping what is unknown would lose it at the next write. Needs Jackson 3 databind, which the host adds. Safe for
 * use by many threads.
 */
public final class CaseEventJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private final EventMapper mapper;

    /**
     * Reads and writes events; make one and keep it.
     *
     * @throws MissingLibraryException if Jackson is not there
     */
    public CaseEventJson() {
        OptionalLibrary.requireJson("events as JSON");
        mapper = new EventMapper();
    }

    /** The event as one line of JSON. */
    public String write(CaseEvent event) {
        return mapper.write(requireNonNull(event, "event"));
    }

    /**
     * The event that this JSON says.
     *
     * @throws UnreadableEventException if it is no event, or one of a newer release
     */
    public CaseEvent read(String json) {
        return mapper.read(requireNonNull(json, "json"));
    }
}
