package dk.sagsflow.sla.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.ServiceMoment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published vectors, run on our own calendars. */
class ConformanceTest {
    private static final Path VECTORS = Path.of("conformance/calendars.json");

    @TestFactory
    Stream<DynamicTest> calendars() throws IOException {
        ObjectNode file = (ObjectNode) JsonMapper.builder().build().readTree(Files.readString(VECTORS));
        JsonNode vectors = file.remove("vectors");
        Problems problems = new Problems();
        ImmutableMap<String, ServiceCalendar> calendars = problems.unlessAny(
                JsonDocument.read("calendars.json", file.toString(), problems).flatMap(CalendarsJson::read));
        return vectors.valueStream()
                .map(vector -> DynamicTest.dynamicTest(
                        text(vector, "calendar") + ": " + text(vector, "because"), () -> run(calendars, vector)));
    }

    @Test
    void the_file_fits_its_schema() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("conformance/calendars.schema.json")))
                        .validate(Files.readString(VECTORS), InputFormat.JSON))
                .isEmpty();
    }

    private static void run(ImmutableMap<String, ServiceCalendar> calendars, JsonNode vector) {
        ServiceCalendar calendar = calendars.get(text(vector, "calendar"));
        assertThat(calendar).isNotNull();
        String expected = text(vector, "expected");
        switch (text(vector, "what")) {
            case "openTime" ->
                assertThat(calendar.openTime(time(vector, "from"), time(vector, "to")))
                        .isEqualTo(Duration.parse(expected));
            case "due" ->
                assertThat(due(calendar, time(vector, "start"), text(vector, "budget"))
                                .instant())
                        .contains(OffsetDateTime.parse(expected).toInstant());
            case "dueBefore" ->
                assertThat(calendar.dueBefore(time(vector, "end"), Duration.parse(text(vector, "budget")))
                                .instant())
                        .contains(OffsetDateTime.parse(expected).toInstant());
            default -> throw new AssertionError("unknown question " + vector);
        }
    }

    private static ServiceMoment due(ServiceCalendar calendar, Instant start, String budget) {
        return budget.contains("working")
                ? calendar.due(start, ((Budget.InWorkingDays) AgreementsJson.budget(budget)).limit())
                : calendar.due(start, Duration.parse(budget));
    }

    private static Instant time(JsonNode vector, String field) {
        return OffsetDateTime.parse(text(vector, field)).toInstant();
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).stringValue();
    }
}
