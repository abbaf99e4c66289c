package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model without errors or warnings, and what becomes of it when a few words are exchanged. Immutable. */
record SmallModel(ImmutableMap<String, String> texts) {
    private static final String ORGANISATION = """
            {"format": 1, "name": "Small", "contactTier": "1st",
             "tiers": [
              {"id": "own", "name": "Superusers"}, {"id": "1st", "name": "Centre", "entrance": "centre"},
              {"id": "2nd", "name": "BIT", "entrance": "bit"}, {"id": "3rd", "name": "Others"}],
             "groups": [
              {"id": "own", "name": "Superusers", "tier": "own", "mail": "own@example.dk"},
              {"id": "centre", "name": "Centre", "tier": "1st", "lead": "head", "mail": "centre@example.dk"},
              {"id": "bit", "name": "BIT", "tier": "2nd", "lead": "bit-head", "mail": "bit@example.dk"},
              {"id": "kmd", "name": "KMD", "tier": "3rd", "kind": "SUPPLIER", "systems": ["amanda"], "lead": "kmd-head", "mail": "kmd@example.dk"},
              {"id": "ibm", "name": "IBM", "tier": "3rd", "kind": "SUPPLIER", "systems": ["jobnet"], "lead": "ibm-head", "mail": "ibm@example.dk"},
              {"id": "law", "name": "Law", "tier": "3rd", "kind": "BUSINESS_SPECIALISTS", "lead": "law-head", "mail": "law@example.dk"}],
             "systems": [{"id": "amanda", "name": "Amanda"}, {"id": "jobnet", "name": "Jobnet"}],
             "competences": [{"id": "basic", "name": "Basic", "kind": "BASIC_MODULE"}, {"id": "telephone", "name": "Telephone"}, {"id": "amanda", "name": "Amanda"}]}
            """;
    private static final String CALENDARS = """
            {"format": 1, "calendars": [
              {"id": "office", "zone": "Europe/Copenhagen", "week": [{"from": "MONDAY", "to": "FRIDAY", "hours": ["08:00-16:00"]}], "publicHolidays": ["DK"]}]}
            """;
    private static final String LIMIT = "\"thresholds\": [{\"at\": \"100%\", \"actions\": [\"notify working group\"]}]";
    private static final String AGREEMENTS = """
            {"format": 1, "agreements": [
              {"id": "customers", "name": "Customers", "kind": "SLA", "provider": {"tier": "1st"}, "consumer": {"customers": "EVERY"}, "targets": [
                {"id": "response", "measure": "FIRST_RESPONSE", "budget": "PT4H", "calendar": "office", LIMIT},
                {"id": "resolution", "measure": "RESOLUTION", "budget": "PT80H", "calendar": "office", "pausedBy": ["CUSTOMER", "SUPPLIER", "CHANGE", "OTHER", "DATE"], LIMIT}]},
              {"id": "own", "name": "Own", "kind": "OLA", "provider": {"tier": "own"}, "consumer": {"customers": "EVERY"}, "targets": [
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT8H", "calendar": "office", LIMIT}]},
              {"id": "centre", "name": "Centre", "kind": "OLA", "provider": {"tier": "1st"}, "consumer": {"tier": "own"}, "targets": [
                {"id": "acceptance", "measure": "ACCEPTANCE", "budget": "PT1H", "calendar": "office", LIMIT},
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT8H", "calendar": "office", "thresholds": [{"at": "75%", "actions": ["escalate functionally"]}, {"at": "100%", "actions": ["escalate to lead"]}]},
                {"id": "answer", "measure": "ANSWER", "budget": "PT72H", "calendar": "office", LIMIT}]},
              {"id": "bit", "name": "BIT", "kind": "OLA", "provider": {"tier": "2nd"}, "consumer": {"tier": "1st"}, "targets": [
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT16H", "calendar": "office", LIMIT},
                {"id": "answer", "measure": "ANSWER", "budget": "PT60H", "calendar": "office", LIMIT}]},
              {"id": "kmd", "name": "KMD", "kind": "UNDERPINNING_CONTRACT", "provider": {"group": "kmd"}, "consumer": {"tier": "2nd"}, "targets": [
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT40H", "calendar": "office", LIMIT},
                {"id": "answer", "measure": "ANSWER", "budget": "PT40H", "calendar": "office", LIMIT}]},
              {"id": "ibm", "name": "IBM", "kind": "UNDERPINNING_CONTRACT", "provider": {"group": "ibm"}, "consumer": {"tier": "2nd"}, "targets": [
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT40H", "calendar": "office", LIMIT},
                {"id": "answer", "measure": "ANSWER", "budget": "PT40H", "calendar": "office", LIMIT}]},
              {"id": "law", "name": "Law", "kind": "OLA", "provider": {"group": "law"}, "consumer": {"tier": "1st"}, "targets": [
                {"id": "residence", "measure": "RESIDENCE", "budget": "PT24H", "calendar": "office", LIMIT},
                {"id": "answer", "measure": "ANSWER", "budget": "PT40H", "calendar": "office", LIMIT}]}
            ]}
            """.replace("LIMIT", LIMIT);
    private static final String ROUTING = """
            {"format": 1, "rules": [
              {"name": "business", "when": {"tier": "1st", "cause": "BUSINESS"}, "to": "law"},
              {"name": "unplaced", "when": {"tier": "1st", "cause": ["UNKNOWN", "SYSTEM"]}, "to": "bit"},
              {"name": "amanda", "when": {"tier": "2nd", "system": "amanda"}, "to": "kmd"},
              {"name": "jobnet", "when": {"tier": "2nd", "system": "jobnet"}, "to": "ibm"},
              {"name": "superusers", "when": {"tier": "own"}, "to": "centre"}
            ]}
            """;

    private static final String PEOPLE = """
            {"format": 1, "actors": [
              {"id": "anna", "name": "Anna", "groups": ["own"], "customer": "anna", "competences": [{"id": "basic", "certified": "2007-03-01", "due": "2009-03-01"}]},
              {"id": "head", "name": "Hanne", "groups": ["centre"], "mail": "hanne@example.dk"},
              {"id": "karen", "name": "Karen", "groups": ["centre"], "competences": ["telephone"]},
              {"id": "bit-head", "name": "Birthe", "groups": ["bit"], "mail": "birthe@example.dk"},
              {"id": "kmd-head", "name": "Kaj", "groups": ["kmd"], "mail": "kaj@example.dk"},
              {"id": "ibm-head", "name": "Ida", "groups": ["ibm"], "mail": "ida@example.dk"},
              {"id": "law-head", "name": "Lars", "groups": ["law"], "mail": "lars@example.dk"}],
             "customers": [
              {"id": "anna", "name": "Anna", "kind": "SUPERUSER", "unit": "aarhus"},
              {"id": "carl", "name": "Carl", "kind": "OTHER", "unit": "aarhus"}]}
            """;

    static SmallModel sound() {
        return new SmallModel(ImmutableMap.of(
                "organisation.json", ORGANISATION,
                "calendars.json", CALENDARS,
                "agreements.json", AGREEMENTS,
                "routing.json", ROUTING,
                "people.json", PEOPLE));
    }

    /** The same with the first of these words exchanged for others. */
    SmallModel with(String file, String words, String others) {
        String text = text(file);
        assertThat(text).as(file).contains(words);
        int at = text.indexOf(words);
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(file, text.substring(0, at) + others + text.substring(at + words.length()));
        return new SmallModel(ImmutableMap.copyOf(changed));
    }

    SmallModel organisation(String words, String others) {
        return with("organisation.json", words, others);
    }

    SmallModel calendars(String words, String others) {
        return with("calendars.json", words, others);
    }

    SmallModel agreements(String words, String others) {
        return with("agreements.json", words, others);
    }

    SmallModel routing(String words, String others) {
        return with("routing.json", words, others);
    }

    SmallModel people(String words, String others) {
        return with("people.json", words, others);
    }

    /** The same with one assignment rule for the centre, and what else stands beside it. */
    SmallModel assignment(String members) {
        return routing("\"rules\"", "\"assignments\": [{\"group\": \"centre\", " + members + "}], \"rules\"");
    }

    /** The same with one more triage rule before the others. */
    SmallModel rule(String when, String to) {
        return routing("[\n", "[\n {\"name\": \"first\", \"when\": {" + when + "}, \"to\": \"" + to + "\"},\n");
    }

    /** The same with these ways of handing over declared. */
    SmallModel ways(String... ways) {
        return routing("\"rules\": [\n", "\"handOvers\": [" + String.join(", ", ways) + "],\n \"rules\": [\n");
    }

    /** The same with one more agreement before the others. */
    SmallModel agreement(String members) {
        return agreements("[\n", "[\n {\"id\": \"more\", \"name\": \"More\", " + members + "},\n");
    }

    /** The same with one more target at the end of an agreement with customers. */
    SmallModel customerTarget(String members) {
        return agreements(
                "\"targets\": [\n",
                "\"targets\": [\n {\"id\": \"more\", \"calendar\": \"office\", " + members + "},\n");
    }

    /** The same with other thresholds of the first response, of four hours. */
    SmallModel thresholds(String thresholds) {
        return agreements(LIMIT, "\"thresholds\": [" + thresholds + "]");
    }

    /** The same with one more calendar. */
    SmallModel calendar(String members) {
        return calendars("[\n", "[\n {\"id\": \"more\", " + members + "},\n");
    }

    /** The same with follow-up rules: each named in order, counting on office hours unless it says otherwise. */
    SmallModel followUps(String... rules) {
        StringBuilder all = new StringBuilder();
        for (String rule : rules) {
            String calendar = rule.contains("\"calendar\"") ? "" : "\"calendar\": \"office\", ";
            all.append(all.length() == 0 ? "" : ",")
                    .append("\n {\"name\": \"follow-up ")
                    .append(all.length())
                    .append("\", ")
                    .append(calendar)
                    .append(rule)
                    .append("}");
        }
        return routing("{\"format\": 1,", "{\"format\": 1, \"followUps\": [" + all + "],");
    }

    private String text(String file) {
        String text = texts.get(file);
        assertThat(text).as(file).isNotNull();
        return text == null ? "" : text;
    }

    ModelVerification verification(LocalDate from) {
        ModelFolder folder = folder();
        PeopleFile people = PeopleFile.read(
                "small/people.json", text("people.json"), folder.model().organisation());
        return ModelVerification.of(folder, from, people);
    }

    ModelFolder folder() {
        return ModelFolder.read("small/", this::text);
    }
}
