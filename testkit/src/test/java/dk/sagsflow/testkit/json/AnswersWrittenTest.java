package dk.sagsflow.testkit.json;

import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.SUPPORT_CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.suggestion.Suggestion;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.CaseOption;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.GroupLoad;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.routing.desk.WorkItem;
import dk.sagsflow.routing.desk.WorkList;
import dk.sagsflow.routing.json.DeskJson;
import dk.sagsflow.routing.json.UnreadableAnswerException;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageDecision;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.ClockState;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.TraceStep;
import dk.sagsflow.sla.json.ClockJson;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.fixture.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a desk of the reference organisation answers, as JSON. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswersWrittenTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final SupportModel MODEL =
            ModelFolder.read(Path.of("../examples/models/ams")).model();
    private static final Schema CLOCKS = schema(ClockJson.class, "clocks.schema.json");
    private static final Schema DESK = schema(DeskJson.class, "desk.schema.json");

    private final SettableClock clock = SettableClock.at("2007-08-01T06:00:00Z");
    private final SupportDesk desk =
            SupportDesk.builder(MODEL, ReferenceOrganisation.people(), clock).build();
    private final ClockJson clocks = new ClockJson();
    private final DeskJson answers = new DeskJson();

    private static Schema schema(Class<?> beside, String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(beside.getResourceAsStream(file));
    }

    private CaseNumber registered() {
        CaseNumber number = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "I cannot log in"))
                .orElseThrow()
                .number();
        clock.advance(Duration.ofMinutes(10));
        return number;
    }

    @Test
    void a_clock_with_every_step_and_its_words() {
        CaseNumber number = registered();
        desk.submit(KAREN, number, new CaseCommand.Accept()).orElseThrow();
        clock.advance(Duration.ofDays(5));
        ImmutableList<Explanation> read = desk.clocks(KAREN, number).orElseThrow();

        assertThat(read).isNotEmpty().allSatisfy(explanation -> {
            String written = clocks.write(explanation, DANISH);
            JsonNode reading = MAPPER.readTree(written).path("reading");

            assertThat(CLOCKS.validate(written, InputFormat.JSON)).isEmpty();
            assertThat(CLOCKS.validate(clocks.write(explanation.reading()), InputFormat.JSON))
                    .isEmpty();
            assertThat(Duration.parse(reading.path("consumed").asString()))
                    .isEqualTo(explanation.reading().consumed());
            assertThat(MAPPER.readTree(written).path("steps").size())
                    .isEqualTo(explanation.steps().size());
            assertThat(MAPPER.readTree(written).path("words").size())
                    .isEqualTo(explanation.steps().size() + 1);
        });
    }

    @Test
    void a_clock_is_not_written_as_an_empty_object_by_a_plain_mapper() {
        ImmutableList<Explanation> read = desk.clocks(KAREN, registered()).orElseThrow();

        assertThatThrownBy(() -> MAPPER.writeValueAsString(read))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("use ClockJson");
    }

    @Test
    void every_state_and_every_step_that_a_clock_may_have() {
        CaseNumber number = registered();
        ClockReading reading = desk.clocks(KAREN, number).orElseThrow().get(0).reading();

        assertThat(Samples.kinds(ClockState.class)).allSatisfy(state -> {
            String written = clocks.write(reading.withState(state).withEnded(Instant.EPOCH));
            assertThat(CLOCKS.validate(written, InputFormat.JSON)).isEmpty();
            assertThat(MAPPER.readTree(written).propertyNames())
                    .containsAll(Types.members(ClockReading.class).keySet().stream()
                            .filter(name -> !name.equals("selected"))
                            .toList());
        });
        assertThat(CLOCKS.validate(
                        clocks.write(new Explanation(reading, Samples.kinds(TraceStep.class)), DANISH),
                        InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_work_list_and_an_overview() {
        CaseNumber number = registered();
        WorkList list = desk.workList(KAREN, SUPPORT_CENTRE, 10).orElseThrow();
        WorkItem item = list.items().get(0);

        String written = answers.write(item);

        assertThat(DESK.validate(written, InputFormat.JSON)).isEmpty();
        assertThat(MAPPER.readTree(written).path("case").path("number").asString())
                .isEqualTo(number.value());
        assertThat(MAPPER.readTree(written).propertyNames()).containsExactly("case", "dueFirst", "exceeded");
        String whole = answers.write(new WorkList(
                list.items(), ImmutableList.of(new UnreadableCase(number, UnreadableCase.Defect.HISTORY))));
        assertThat(DESK.validate(whole, InputFormat.JSON)).isEmpty();
        assertThat(MAPPER.readTree(whole).path("items").get(0)).isEqualTo(MAPPER.readTree(written));
        assertThat(MAPPER.readTree(whole).path("unreadable").toString())
                .isEqualTo("[{\"number\":\"" + number + "\",\"defect\":\"HISTORY\"}]");
        assertThat(desk.overview(KAREN).orElseThrow()).isNotEmpty().allSatisfy(load -> {
            assertThat(answers.readLoad(answers.write(load))).isEqualTo(load);
            assertThat(DESK.validate(answers.write(load), InputFormat.JSON)).isEmpty();
        });
    }

    @Test
    void what_can_be_done_with_a_case_and_why_not_the_rest() {
        CaseOptions options = desk.options(KAREN, registered()).orElseThrow();

        String written = answers.write(options, DANISH);

        assertThat(DESK.validate(written, InputFormat.JSON)).isEmpty();
        JsonNode all = MAPPER.readTree(written).path("options");
        assertThat(all).hasSize(options.all().size());
        assertThat(options.refused(CaseCommand.class)).isNotEmpty();
        for (int place = 0; place < options.all().size(); place++) {
            CaseOption option = options.all().get(place);
            JsonNode json = all.get(place);
            assertThat(json.path("refusal").isMissingNode()).isEqualTo(option.accepted());
            assertThat(new RequestJson().readCommand(json.path("example").toString()))
                    .isEqualTo(option.example());
        }
        CaseOption whole = Samples.of(CaseOption.class);
        CaseOptions sample = new CaseOptions(options.number(), 4, options.at(), ImmutableList.of(whole), true);
        assertThat(DESK.validate(answers.write(sample, DANISH), InputFormat.JSON))
                .isEmpty();
        assertThat(MAPPER.readTree(answers.write(sample, DANISH))
                        .path("options")
                        .get(0)
                        .propertyNames())
                .containsExactly("example", "refusal", "missing");
    }

    @Test
    void a_suggestion_and_a_load_with_everything_in_them() {
        Suggestion suggestion = Samples.of(Suggestion.class);
        GroupLoad load = Samples.of(GroupLoad.class);

        assertThat(answers.readSuggestion(answers.write(suggestion))).isEqualTo(suggestion);
        assertThat(DESK.validate(answers.write(suggestion), InputFormat.JSON)).isEmpty();
        assertThat(answers.readLoad(answers.write(load))).isEqualTo(load);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "no json",
                "{\"kind\": \"FAQ\", \"title\": \" \", \"why\": \"\", \"link\": \"a\", \"visibility\": \"INTERNAL\"}",
                "{\"kind\": \"FAQ\", \"title\": \"t\", \"why\": \"\", \"link\": \"a\", \"visibility\": \"INTERNAL\", \"x\": 1}"
            })
    void what_is_no_suggestion_is_refused(String text) {
        assertThatThrownBy(() -> answers.readSuggestion(text))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageStartingWith("suggestion cannot be read");
    }

    @Test
    void a_load_without_its_numbers_is_refused() {
        assertThatThrownBy(() -> answers.readLoad("{\"station\": {\"group\": \"bit\", \"tier\": \"2nd\"}}"))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void what_triage_proposes_and_why() {
        TriageDecision decision = desk.propose(KAREN, registered()).orElseThrow();

        JsonNode written = MAPPER.readTree(answers.write(decision, Locale.ENGLISH));

        assertThat(DESK.validate(written.toString(), InputFormat.JSON)).isEmpty();
        assertThat(written.path("group").asString())
                .isEqualTo(decision.group().orElseThrow().value());
        assertThat(written.path("reasons").size()).isEqualTo(decision.reasons().size());
        assertThat(written.toString()).doesNotContain("I cannot log in");
    }

    @Test
    void everything_that_a_rule_may_ask_for() {
        Condition asked = Condition.mentions("log in")
                .and(Condition.has(AttributeId.of("room"), new AttributeValue.Text("12"))
                        .negate());
        Triage triage = new Triage(ImmutableList.of(
                new TriageRule("closed", asked, SUPPORT_CENTRE)
                        .during(new CalendarState("never", ServiceCalendar.always(ZoneOffset.UTC), false)),
                new TriageRule("open", asked, SUPPORT_CENTRE)));
        TriageDecision decision =
                triage.decide(desk.view(KAREN, registered()).orElseThrow().whole(), clock.instant());

        JsonNode written = MAPPER.readTree(answers.write(decision, DANISH));

        assertThat(DESK.validate(written.toString(), InputFormat.JSON)).isEmpty();
        assertThat(written.findValuesAsString("observation")).contains("words", "attribute", "calendar");
    }

    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void the_cursor_of_a_page_leads_to_the_next_page_when_it_comes_back_from_json(CaseOrder order) {
        List<CaseNumber> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(registered());
        }
        List<CaseNumber> seen = new ArrayList<>();
        Optional<CaseCursor> next = Optional.empty();
        do {
            CaseViewPage page = desk.query(
                            KAREN,
                            CaseQuery.builder()
                                    .order(order)
                                    .pageSize(3)
                                    .after(next)
                                    .build())
                    .orElseThrow();
            page.cases().stream().map(CaseView::number).forEach(seen::add);
            JsonNode written = MAPPER.readTree(new ViewJson().write(page));
            next = written.path("next").asStringOpt().map(CaseCursor::of);
            assertThat(next).isEqualTo(page.next());
        } while (next.isPresent());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ImmutableSet.copyOf(all));
    }
}
