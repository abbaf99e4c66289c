package dk.sagsflow.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.json.AgreementsJson;
import dk.sagsflow.sla.json.CalendarsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published vectors of clocks, run on our own clocks. */
class ClockConformanceTest {
    private static final Path VECTORS = Path.of("conformance/clocks.json");

    private final JsonNode file;
    private final Agreements agreements;

    ClockConformanceTest() throws IOException {
        file = JsonMapper.builder().build().readTree(Files.readString(VECTORS));
        SupportOrganisation organisation = part(file.get("organisation"), OrganisationJson::read);
        ImmutableMap<String, ServiceCalendar> calendars = part(only("calendars"), CalendarsJson::read);
        agreements = part(only("agreements"), place -> AgreementsJson.read(place, organisation, calendars));
    }

    @TestFactory
    Stream<DynamicTest> readings() {
        return vectors("readings", this::reads);
    }

    @TestFactory
    Stream<DynamicTest> passings() {
        return vectors("passings", this::passes);
    }

    @Test
    void the_file_fits_its_schema() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("conformance/clocks.schema.json")))
                        .validate(Files.readString(VECTORS), InputFormat.JSON))
                .isEmpty();
    }

    private void reads(JsonNode vector) {
        Measure measure = Measure.valueOf(text(vector, "clock"));
        int nth = vector.path("nth").asInt(1);
        Optional<ClockReading> found = new Clocks(of(vector))
                .read(history(vector), time(vector, "at")).stream()
                        .filter(reading -> reading.measure() == measure)
                        .skip(nth - 1)
                        .findFirst();
        JsonNode expected = vector.get("expected");
        if (expected.isNull()) {
            assertThat(found).isEmpty();
            return;
        }
        ClockReading reading = found.orElseThrow();
        assertThat(state(reading)).isEqualTo(text(expected, "state"));
        assertThat(reading.consumed()).isEqualTo(Duration.parse(text(expected, "consumed")));
        assertThat(reading.remaining()).isEqualTo(Duration.parse(text(expected, "remaining")));
        assertThat(reading.due()).isEqualTo(moment(expected, "due"));
        if (expected.has("waitingFor")) {
            assertThat(reading.state())
                    .isEqualTo(new ClockState.Paused(WaitingFor.valueOf(text(expected, "waitingFor"))));
        }
        if (reading.state() instanceof ClockState.Exceeded exceeded) {
            assertThat(Optional.of(exceeded.since())).isEqualTo(reading.due());
        }
        if (expected.has("version")) {
            assertThat(reading.selected().agreement().version()).isEqualTo(text(expected, "version"));
        }
    }

    private void passes(JsonNode vector) {
        Tuple[] expected = vector.get("expected")
                .valueStream()
                .map(passing -> tuple(text(passing, "at"), time(passing, "dueAt")))
                .toArray(Tuple[]::new);

        assertThat(new EscalationPlan(new Clocks(of(vector))).until(history(vector), time(vector, "until")))
                .extracting(passing -> passing.threshold().at().describe(), ThresholdPassing::dueAt)
                .containsExactly(expected);
    }

    private Agreements of(JsonNode vector) {
        String id = text(vector, "agreement");
        Agreements named = Agreements.of(agreements.all().stream()
                .filter(agreement -> agreement.id().equals(id))
                .toList());
        assertThat(named.all()).isNotEmpty();
        return named;
    }

    private static CaseHistory history(JsonNode vector) {
        ImmutableList<JsonNode> events = vector.get("events").valueStream().collect(ImmutableList.toImmutableList());
        Story story = Story.registered(time(events.get(0), "at"));
        for (JsonNode event : events.subList(1, events.size())) {
            story = told(story, event);
        }
        return story.history();
    }

    private static Story told(Story story, JsonNode event) {
        Instant at = time(event, "at");
        return switch (text(event, "is")) {
            case "accepted" -> story.accepted(at);
            case "handed over" -> story.handedOver(at, text(event, "to").equals("bit") ? Story.BIT : Story.KMD);
            case "answered" -> story.answered(at);
            case "given back" -> story.givenBack(at);
            case "waits" -> story.waiting(at, WaitingFor.valueOf(text(event, "for")), moment(event, "until"));
            case "resumed" -> story.resumed(at);
            case "prioritised" ->
                story.prioritised(
                        at,
                        Impact.valueOf(event.path("impact").asString("HIGH")),
                        Urgency.valueOf(event.path("urgency").asString("HIGH")),
                        Priority.valueOf(text(event, "priority")));
            case "noted" -> story.noted(at, Visibility.INTERNAL);
            case "told" -> story.by(who(event)).noted(at, Visibility.CUSTOMER).by("karen");
            case "workaround" -> story.workaround(at);
            case "converted" -> story.convertedToChange(at);
            case "reopened" -> story.reopened(at);
            case "closed" -> story.closed(at);
            default -> throw new AssertionError("unknown event " + event);
        };
    }

    private static String who(JsonNode event) {
        return switch (event.path("by").asString("supporter")) {
            case "supporter" -> "karen";
            case "customer" -> "anna";
            case "program" -> "sagsflow";
            default -> throw new AssertionError("unknown person in " + event);
        };
    }

    private static String state(ClockReading reading) {
        return reading.state().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private Stream<DynamicTest> vectors(String name, Consumer<JsonNode> run) {
        return file.get(name)
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        text(vector, "agreement") + ": " + text(vector, "because"), () -> run.accept(vector)));
    }

    private JsonNode only(String member) {
        ObjectNode document = JsonMapper.builder().build().createObjectNode().put("format", 1);
        return document.set(member, file.get(member));
    }

    private static <T> T part(JsonNode node, Function<JsonPlace, Optional<T>> reader) {
        Problems problems = new Problems();
        return problems.unlessAny(
                JsonDocument.read("clocks.json", node.toString(), problems).flatMap(reader));
    }

    private static Instant time(JsonNode node, String field) {
        return OffsetDateTime.parse(text(node, field)).toInstant();
    }

    private static Optional<Instant> moment(JsonNode node, String field) {
        return node.has(field) ? Optional.of(time(node, field)) : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).stringValue();
    }
}
