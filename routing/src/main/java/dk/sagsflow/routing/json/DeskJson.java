package dk.sagsflow.routing.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.WorkItem;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.routing.triage.TriageDecision;
import java.util.Locale;

/**
 * The JSON form of what a desk answers, for pages and adapters; {@code desk.schema.json} beside this class says what is in
 * it. Loads and suggestions are read as well, since what suggests may be another program; work items and decisions hold what
 * is found from a case, and are written and not read. Needs Jackson 3 databind, which the host adds. Safe for use by many
 * threads.
 */
public final class DeskJson {
    private final DeskMapper mapper;

    /**
     * Writes and reads; make one and keep it.
     *
     * @throws dk.sagsflow.core.library.MissingLibraryException if Jackson is not there
     */
    public DeskJson() {
        OptionalLibrary.requireJson("answers of a desk as JSON");
        mapper = new DeskMapper();
    }

    /** A case on a list as one line of JSON. */
    public String write(WorkItem item) {
        return mapper.item(requireNonNull(item, "item")).toString();
    }

    /** A list of what a group has to do. */
    public String write(WorkList list) {
        return mapper.list(requireNonNull(list, "list")).toString();
    }

    /** What somebody can do with a case, command by command, and for the rest the refusal with its words in this language. */
    public String write(CaseOptions options, Locale language) {
        return mapper.options(requireNonNull(options, "options"), requireNonNull(language, "language"))
                .toString();
    }

    /** What a group has to do as one line of JSON. */
    public String write(GroupLoad load) {
        return mapper.load(requireNonNull(load, "load")).toString();
    }

    /** A suggestion as one line of JSON. */
    public String write(Suggestion suggestion) {
        return mapper.suggestion(requireNonNull(suggestion, "suggestion")).toString();
    }

    /** What triage proposes and why, rule by rule, and all of it in words of this language; nothing of the case's text. */
    public String write(TriageDecision decision, Locale language) {
        return mapper.decision(requireNonNull(decision, "decision"), requireNonNull(language, "language"))
                .toString();
    }

    /**
     * The load that this JSON says.
     *
     * @throws UnreadableAnswerException if it is none
     */
    public GroupLoad readLoad(String json) {
        return mapper.load(requireNonNull(json, "json"));
    }

    /**
     * The suggestion that this JSON says.
     *
     * @throws UnreadableAnswerException if it is none
     */
    public Suggestion readSuggestion(String json) {
        return mapper.suggestion(requireNonNull(json, "json"));
    }
}
