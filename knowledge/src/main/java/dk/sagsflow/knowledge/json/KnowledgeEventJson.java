package dk.sagsflow.knowledge.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.json.UnreadableEventException;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.knowledge.history.KnowledgeEvent;

/**
 * The JSON form of knowledge events: a public contract. Every event carries {@code "format"}, now {@value #FORMAT}, the
 * {@code "subject"} that it belongs to and its {@code "type"} among the kinds of that; what a release wrote, each later release
 * reads. An event of a newer release is refused, never read in part. Needs Jackson 3 databind, which the host adds. Safe for use
 * by many threads.
 */
public final class KnowledgeEventJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private final KnowledgeMapper mapper;

    /**
     * Reads and writes events; make one and keep it.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Jackson is not there
     */
    public KnowledgeEventJson() {
        OptionalLibrary.requireJson("knowledge events as JSON");
        mapper = new KnowledgeMapper();
    }

    /** The sealed kinds of event that can be written, by the name of their subject. */
    public static ImmutableMap<String, Class<? extends KnowledgeEvent>> subjects() {
        return KnowledgeSubjects.ALL;
    }

    /** The event as one line of JSON; what is absent is left out. */
    public String write(KnowledgeEvent event) {
        return mapper.write(requireNonNull(event, "event"));
    }

    /**
     * The event that this JSON says.
     *
     * @throws UnreadableEventException if it is no event, or one of a newer release
     */
    public KnowledgeEvent read(String json) {
        return mapper.read(requireNonNull(json, "json"));
    }
}
