package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;

/**
 * A real case as a scenario: what people did, one after another, and what holds at the end of it. What the desk did by itself
 * is left to the desk that plays it, links, files and watchers are left out, and of texts and categories only what rules of the
 * model look for stays. The customer is one of the kind and the unit, also where the people of the model know better, so that a
 * scenario outlives whoever is forgotten; supporters keep their names. Needs Jackson 3 databind, which the host adds.
 */
public final class CaseScript {
    private CaseScript() {}

    /**
     * The scenario, as the JSON of a file.
     *
     * @param subject the model under which it is to be played
     * @param events all that happened to the case, in order
     * @throws IllegalArgumentException if they are not the events of a case
     */
    public static String json(SubjectModel subject, ImmutableList<CaseEvent> events) {
        return new HistoryAsScript(requireNonNull(subject, "subject"), requireNonNull(events, "events")).json();
    }
}
