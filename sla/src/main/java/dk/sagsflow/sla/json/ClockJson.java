package dk.sagsflow.sla.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Explanation;
import java.util.Locale;

/**
 * The JSON form of what clocks show, for pages and adapters; {@code clocks.schema.json} beside this class says what is in it.
 * Agreement and target are named and not written out. Readings are written and not read: they are found from a history and its
 * agreements. Needs Jackson 3 databind, which the host adds. Safe for use by many threads.
 */
public final class ClockJson {
    private final ClockMapper mapper;

    /**
     * Writes readings; make one and keep it.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Jackson is not there
     */
    public ClockJson() {
        OptionalLibrary.requireJson("clocks as JSON");
        mapper = new ClockMapper();
    }

    /** What a clock shows, as one line of JSON. */
    public String write(ClockReading reading) {
        return mapper.reading(requireNonNull(reading, "reading")).toString();
    }

    /** What a clock shows and why: every step, and all of it in words of this language. */
    public String write(Explanation explanation, Locale language) {
        return mapper.explanation(requireNonNull(explanation, "explanation"), requireNonNull(language, "language"))
                .toString();
    }
}
