package dk.sagsflow.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Circumstances;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.command.RegistrationRequest;
import dk.sagsflow.core.command.Remark;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.UnreadableRequestException;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.core.view.CustomerCase;
import dk.sagsflow.core.view.CustomerEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Values with everything filled in are written whole, fit their schema, and are read as they were written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EverythingWrittenTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schema VIEWS = schema(ViewJson.class, "views.schema.json");
    private static final Schema REQUESTS = schema(RequestJson.class, "requests.schema.json");

    private final ViewJson views = new ViewJson();
    private final RequestJson requests = new RequestJson();

    private static Schema schema(Class<?> beside, String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(beside.getResourceAsStream(file));
    }

    static Stream<CaseFile> files() {
        return Stream.of(
                new CaseFile.ForOperator(
                        Samples.of(SupportCase.class), Samples.kinds(CaseEvent.class), Samples.kinds(CaseEvent.class)),
                new CaseFile.ForCustomer(
                        Samples.of(CustomerCase.class), ImmutableList.of(Samples.of(CustomerEvent.class))));
    }

    static List<Refusal> refusals() {
        return Samples.kinds(Refusal.class);
    }

    static Stream<CaseRequest> caseRequests() {
        return Samples.kinds(CaseCommand.class).stream()
                .map(command -> Samples.of(CaseRequest.class).withCommand(command));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_case_with_all_that_an_audience_sees_of_it(CaseFile file) {
        String written = views.write(file);

        assertThat(VIEWS.validate(written, InputFormat.JSON)).isEmpty();
        Set<String> shown = file instanceof CaseFile.ForOperator
                ? Types.members(SupportCase.class).keySet()
                : Types.members(CustomerCase.class).keySet();
        assertThat(MAPPER.readTree(written).propertyNames())
                .containsExactlyInAnyOrderElementsOf(ImmutableSet.<String>builder()
                        .add("audience", "events")
                        .addAll(file instanceof CaseFile.ForOperator ? Set.of("merged") : Set.of())
                        .addAll(shown.stream()
                                .filter(name ->
                                        !Documents.INSIDE.contains(name) || file instanceof CaseFile.ForCustomer)
                                .toList())
                        .build());
    }

    @Test
    void what_a_customer_is_told() {
        CaseFile file = new CaseFile.ForCustomer(
                Samples.of(CustomerCase.class), ImmutableList.of(Samples.of(CustomerEvent.class)));

        assertThat(MAPPER.readTree(views.write(file)).path("events").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Types.members(CustomerEvent.class).keySet());
    }

    @Test
    void a_page_whose_cursor_is_read_back() {
        CaseCursor next = CaseCursor.of("cursor");
        CaseView view = new CaseView.ForCustomer(Samples.of(CustomerCase.class));
        UnreadableCase unreadable = Samples.of(UnreadableCase.class);

        String written =
                views.write(new CaseViewPage(ImmutableList.of(view), ImmutableList.of(unreadable), Optional.of(next)));

        assertThat(VIEWS.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(CaseCursor.of(MAPPER.readTree(written).path("next").asString()))
                .isEqualTo(next);
        assertThat(MAPPER.readTree(written)
                        .path("unreadable")
                        .get(0)
                        .path("number")
                        .asString())
                .isEqualTo(unreadable.number().value());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_with_its_words(Refusal refusal) {
        String written = views.write(refusal, Locale.ENGLISH);

        assertThat(VIEWS.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(MAPPER.readTree(written).propertyNames())
                .contains("refusal", "words")
                .containsAll(Types.members(refusal.getClass()).keySet());
    }

    @Test
    void a_remark_with_its_words() {
        assertThat(Samples.kinds(Remark.class)).allSatisfy(remark -> {
            String written = views.write(remark, Locale.forLanguageTag("da"));

            assertThat(VIEWS.validate(written, InputFormat.JSON)).isEmpty();
            assertThat(written).contains("går bagud");
        });
    }

    @ParameterizedTest
    @MethodSource("caseRequests")
    void a_request_on_a_case(CaseRequest request) {
        String written = requests.write(request);

        assertThat(requests.readCaseRequest(written)).isEqualTo(request);
        assertThat(REQUESTS.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(MAPPER.readTree(written).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Types.members(CaseRequest.class).keySet());
        assertThat(MAPPER.readTree(written).path("circumstances").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Types.members(Circumstances.class).keySet());
    }

    @Test
    void a_request_for_a_registration() {
        RegistrationRequest request = Samples.of(RegistrationRequest.class);
        String written = requests.write(request);

        assertThat(requests.readRegistrationRequest(written)).isEqualTo(request);
        assertThat(REQUESTS.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(MAPPER.readTree(written).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Types.members(RegistrationRequest.class).keySet());
        assertThat(MAPPER.readTree(written).path("registration").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Types.members(Registration.class).keySet());
    }

    @Test
    void a_request_with_the_required_parts_alone() {
        CaseRequest least = CaseRequest.of(ActorId.of("karen"), CaseNumber.of("C-1"), new CaseCommand.Accept());
        RegistrationRequest fresh = RegistrationRequest.of(ActorId.of("karen"), Registration.of("anna", "help"));

        assertThat(requests.write(least))
                .isEqualTo("{\"by\":\"karen\",\"number\":\"C-1\",\"command\":{\"command\":\"accept\"}}");
        assertThat(requests.readCaseRequest(requests.write(least))).isEqualTo(least);
        assertThat(requests.readRegistrationRequest(requests.write(fresh))).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"by\": \"karen\", \"number\": \"C-1\"}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"fly\"}}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"accept\"}, \"colour\": \"red\"}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"accept\"}, \"expectedVersion\": 0}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"accept\"}, \"circumstances\": 5}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"accept\"},"
                        + " \"circumstances\": {\"relays\": \"PROGRAM\"}}",
                "{\"by\": \"karen\", \"number\": \"C-1\", \"command\": {\"command\": \"accept\"}, \"key\": \" \"}"
            })
    void what_is_no_request_is_refused_in_words(String text) {
        Assertions.assertThatThrownBy(() -> requests.readCaseRequest(text))
                .isInstanceOf(UnreadableRequestException.class)
                .hasMessageMatching("(request|circumstances) .+");
    }
}
