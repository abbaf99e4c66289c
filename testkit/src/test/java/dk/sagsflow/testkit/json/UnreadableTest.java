package dk.sagsflow.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.json.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event or a request that cannot be read says so without a word of what it holds, which may be a name, an address or a text
 * and would get into the logs of whoever reads it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadableTest {
    private static final String SECRET = "SECRET words";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CaseEventJson events = new CaseEventJson();
    private final RequestJson requests = new RequestJson();

    @Test
    void an_event_of_any_kind_that_is_spoilt_anywhere_is_refused_without_a_word_of_it() {
        List<String> said = new ArrayList<>();
        for (CaseEvent event : Samples.kinds(CaseEvent.class)) {
            spoilt(events.write(event)).forEach(json -> said.addAll(refusals(json, events::read)));
        }

        assertThat(said).hasSizeGreaterThan(1_000).noneMatch(words -> words.contains("SECRET"));
        assertThat(new TreeSet<>(said))
                .as("what is wrong and where is told")
                .anyMatch(words -> words.contains("it is no JSON at line 1, column"))
                .anyMatch(words -> words.contains("/header/occurredAt: Instant is expected"))
                .anyMatch(words -> words.contains("; allowed are "));
    }

    @Test
    void so_is_a_request() {
        List<String> said = new ArrayList<>();
        for (CaseCommand command : Samples.kinds(CaseCommand.class)) {
            spoilt(requests.write(command)).forEach(json -> said.addAll(refusals(json, requests::readCommand)));
        }
        spoilt(requests.write(Samples.of(Registration.class)))
                .forEach(json -> said.addAll(refusals(json, requests::readRegistration)));

        assertThat(said).hasSizeGreaterThan(300).noneMatch(words -> words.contains("SECRET"));
    }

    /** What this failure and its causes say; nothing if it can be read. */
    private static List<String> refusals(String json, Function<String, ?> reading) {
        List<String> said = new ArrayList<>();
        try {
            Object unused = reading.apply(json);
        } catch (RuntimeException refusal) {
            for (Throwable each = refusal; each != null; each = each.getCause()) {
                // The number of the case is told, and is no name of a person.
                said.add(each.toString().replace("of case " + SECRET, "of a case"));
            }
        }
        return said;
    }

    /** With a secret at each place where it does not belong and in each text; cut off; without a quotation mark. */
    private static Stream<String> spoilt(String json) {
        String secret = json.replace("\"red\"", '"' + SECRET + '"');
        List<String> all = new ArrayList<>();
        ObjectNode document = (ObjectNode) MAPPER.readTree(secret);
        paths(document, "").forEach(path -> wrong().forEach(value -> all.add(with(document, path, value))));
        all.add('"' + SECRET + '"');
        all.add(SECRET);
        IntStream.range(1, 20).forEach(part -> all.add(withSecret(secret.substring(0, secret.length() * part / 20))));
        return all.stream();
    }

    private static String withSecret(String cut) {
        return cut.replaceFirst("\"(?=[^\"]*$)", "") + SECRET;
    }

    private static List<JsonNode> wrong() {
        ArrayNode array = NODES.arrayNode().add(SECRET);
        ObjectNode object = NODES.objectNode().put(SECRET, SECRET);
        return List.of(NODES.stringNode(SECRET), NODES.numberNode(5), array, object, NODES.nullNode());
    }

    private static List<String> paths(JsonNode node, String path) {
        List<String> all = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                all.add(path + "/" + name);
                all.addAll(paths(object.get(name), path + "/" + name));
            }
        }
        return all;
    }

    private static String with(ObjectNode document, String path, JsonNode value) {
        ObjectNode copy = document.deepCopy();
        int last = path.lastIndexOf('/');
        ((ObjectNode) copy.at(path.substring(0, last))).set(path.substring(last + 1), value);
        return copy.toString();
    }
}
