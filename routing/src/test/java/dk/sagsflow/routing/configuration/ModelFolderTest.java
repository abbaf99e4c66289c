package dk.sagsflow.routing.configuration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.OpeningHours;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import dk.sagsflow.sla.json.AgreementsJson;
import dk.sagsflow.sla.json.CalendarsJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ModelFolderTest {
    private static final Path AMS = Path.of("../examples/models/ams");

    @Test
    @Tag("R16")
    void the_reference_model_has_an_agreement_between_every_two_neighbouring_tiers() {
        ModelFolder folder = ModelFolder.read(AMS);

        assertThat(folder.model().agreements().all())
                .extracting(agreement -> agreement.consumer().describe() + " < "
                        + agreement.provider().describe())
                .contains(
                        "every customer < tier 1st",
                        "tier superusers < tier 1st",
                        "tier 1st < tier 2nd",
                        "tier 2nd < group kmd");
        assertThat(folder.model().agreements().ties(folder.model().organisation()))
                .isEmpty();
        assertThat(folder.version()).contains("2007-08");
        assertThat(folder.contentHash()).hasSize(64);
    }

    @Test
    @Tag("R18")
    void the_reference_model_has_a_contract_with_every_supplier() {
        SupportModel model = ModelFolder.read(AMS).model();

        assertThat(model.agreements().all().stream()
                        .filter(agreement -> agreement.kind() == AgreementKind.UNDERPINNING_CONTRACT)
                        .map(Agreement::provider))
                .containsExactlyInAnyOrderElementsOf(model.organisation().groups().stream()
                        .filter(group -> group.kind() == GroupKind.SUPPLIER)
                        .map(SupportGroup::id)
                        .<Party>map(Party.OfGroup::new)
                        .toList());
    }

    @Test
    void builders_give_the_same_objects() {
        ModelFolder folder = ModelFolder.read(AMS);
        ServiceCalendar office = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, "08:00", "16:00")
                .open(DayOfWeek.FRIDAY, "08:00", "15:30")
                .publicHolidays("DK")
                .holiday(6, 5)
                .holiday(12, 24)
                .holiday(12, 31)
                .build();
        ServiceCalendar suppliers = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
                .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
                .publicHolidays("DK")
                .hours(LocalDate.of(2007, 12, 27), OpeningHours.of("10:00", "14:00"))
                .hours(LocalDate.of(2007, 12, 28), OpeningHours.of("10:00", "14:00"))
                .build();

        assertThat(folder.calendars()).containsEntry("office", office).containsEntry("suppliers", suppliers);
        Target answer = target(folder.model(), "business-specialists", "answer");
        assertThat(answer.budget()).isEqualTo(new Budget.InWorkingDays(new WorkingDays(10, Duration.ofHours(2))));
        assertThat(target(folder.model(), "kmd", "residence-urgent").appliesTo())
                .isEqualTo(Condition.is(CaseField.PRIORITY, "P1", "P2"));
        assertThat(target(folder.model(), "kmd", "residence-urgent").calendar())
                .isEqualTo(folder.calendars().get("operations"));
    }

    @Test
    @Tag("R31")
    void builders_give_the_same_assignment_rules() throws IOException {
        Map<String, String> texts = texts();
        texts.merge("routing.json", "", (text, none) -> text.replace("\"assignments\": [", """
                "assignments": [
                    {"group": "kmd", "by": "ROUND_ROBIN", "capacity": 3, "capacities": {"kim": 0}, "retry": "PT1H",
                     "competences": [{"needs": "amanda-support"}], "duty": [{"member": "kim", "calendar": "operations"}]},
                """));
        ModelFolder folder = read(texts);

        assertThat(folder.model().routing().handOverLimit()).contains(6);
        assertThat(folder.model().routing().assignments().get(0))
                .isEqualTo(AssignmentRule.builder()
                        .group(GroupId.of("kmd"))
                        .method(AssignmentMethod.ROUND_ROBIN)
                        .capacity(3)
                        .putCapacity(ActorId.of("kim"), 0)
                        .retry(Duration.ofHours(1))
                        .addCompetence(new CompetenceRule(Condition.always(), CompetenceId.of("amanda-support")))
                        .addDuty(new DutyShift(
                                ActorId.of("kim"),
                                requireNonNull(folder.calendars().get("operations"))))
                        .build());
        assertThat(folder.model().routing().assignment(GroupId.of("bit")).orElseThrow())
                .isEqualTo(AssignmentRule.builder()
                        .group(GroupId.of("bit"))
                        .method(AssignmentMethod.LEAST_LOADED)
                        .capacity(25)
                        .putCapacity(ActorId.of("head-of-bit"), 5)
                        .addCompetences(
                                new CompetenceRule(
                                        Condition.is(CaseField.SYSTEM, "amanda"), CompetenceId.of("amanda-support")),
                                new CompetenceRule(
                                        Condition.is(CaseField.SYSTEM, "jobnet"), CompetenceId.of("jobnet-support")),
                                new CompetenceRule(
                                        Condition.is(CaseField.SYSTEM, "arbejdsmarkedsportalen"),
                                        CompetenceId.of("portal-support")))
                        .build());
    }

    @Test
    void what_groups_are_told_that_have_said_nothing_is_read_and_other_kinds_are_refused() throws IOException {
        Map<String, String> texts = texts();
        texts.merge("routing.json", "", (text, none) -> text.replace("\"assignments\": [", """
                "groupNotices": {"CASE_ARRIVED": "AT_ONCE", "CASE_ASSIGNED": "IN_DIGEST"}, "assignments": ["""));

        assertThat(read(texts).model().routing().groupNotices())
                .isEqualTo(Map.of(
                        Notification.Kind.CASE_ARRIVED, Subscriptions.Wish.AT_ONCE,
                        Notification.Kind.CASE_ASSIGNED, Subscriptions.Wish.IN_DIGEST));

        texts.put("routing.json", """
                {"format": 1, "rules": [], "groupNotices": {"CASE_ARRIVED": "SOON", "ESCALATED": "AT_ONCE"}}
                """);
        assertThat(problems(texts))
                .anyMatch(problem -> problem.contains("/groupNotices/CASE_ARRIVED: \"SOON\" is not one of"))
                .anyMatch(problem -> problem.contains("ESCALATED"));
    }

    @Test
    void what_is_wrong_with_assignment_rules_is_told_with_its_place() throws IOException {
        Map<String, String> texts = texts();
        texts.put("routing.json", """
                {"format": 1, "rules": [], "handOverLimit": 0, "assignments": [
                  {"group": "bitt", "by": "TURNS", "capacity": -1, "capacities": {"bo ": 1, "ib": "two"}, "retry": "soon"},
                  {"group": "bit", "by": "PULL", "duty": [{"member": " ", "calendar": "nights"}],
                   "competences": [{"when": {"colour": "red"}, "needs": "cooking"}], "fair": true},
                  {"group": "bit", "by": "ROUND_ROBIN", "retry": "PT0S"}]}
                """);

        assertThat(problems(texts).stream().map(problem -> problem.replaceFirst("[^/]*/[^/]*json:\\d+:\\d+: ", "")))
                .anyMatch(problem -> problem.startsWith("/handOverLimit: 0 is not a whole number from 1"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/group: \"bitt\" is not one of the groups"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/by: \"TURNS\" is not one of the values PULL"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/capacity: -1 is not a whole number from 0"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/capacities/bo : \"bo \" is not an actor id"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/capacities/ib: \"two\" is not a whole number"))
                .anyMatch(problem -> problem.startsWith("/assignments/0/retry: \"soon\" is not an ISO 8601 duration"))
                .anyMatch(problem -> problem.startsWith("/assignments/1/duty/0/member: \" \" is not an actor id"))
                .anyMatch(problem ->
                        problem.startsWith("/assignments/1/duty/0/calendar: \"nights\" is not one of the calendars"))
                .anyMatch(problem -> problem.startsWith("/assignments/1/competences/0/when/colour: unknown"))
                .anyMatch(problem ->
                        problem.startsWith("/assignments/1/competences/0/needs: \"cooking\" is not one of the comp"))
                .anyMatch(problem -> problem.startsWith("/assignments/1/fair: unknown; allowed are group, by"))
                .anyMatch(problem -> problem.startsWith("/assignments/2: retry is after PT0S"));
    }

    @Test
    void people_beside_a_model_are_no_part_of_it() throws IOException {
        ModelFolder folder = ModelFolder.read(AMS);

        assertThat(folder.texts()).doesNotContainKey(PeopleFile.NAME);
        assertThat(PeopleFile.beside(AMS, folder.model().organisation()))
                .hasValueSatisfying(file -> assertThat(file.people().units())
                        .containsExactly(UnitId.of("jobcentre-aarhus"), UnitId.of("jobcentre-odense")));
        assertThat(PeopleFile.beside(AMS.resolve("nowhere"), folder.model().organisation()))
                .isEmpty();
    }

    @Test
    void a_letter_changes_the_hash() throws IOException {
        Map<String, String> texts = texts();
        String before = read(texts).contentHash();
        texts.merge("routing.json", " ", String::concat);

        assertThat(read(texts).contentHash()).isNotEqualTo(before);
        assertThat(before).isEqualTo(ModelFolder.read(AMS).contentHash());
    }

    @Test
    void every_problem_of_every_file_is_reported_at_once() throws IOException {
        Map<String, String> texts = texts();
        texts.put("calendars.json", """
                {"format": 1, "calendars": [
                  {"id": "office", "zone": "Mars/Base", "week": [{"from": "MONDAY", "hours": ["08:00-08:00"]}]},
                  {"id": "never", "zone": "UTC", "week": [], "publicHolidays": ["XX"]},
                  {"id": "both", "union": ["office", "nights"]}
                ]}
                """);
        texts.put("routing.json", """
                {"format": 1, "rules": [{"name": "a", "when": {"priority": "P9", "colour": "red"}, "to": "bitt"}]}
                """);

        List<String> problems = problems(texts);

        assertThat(problems)
                .anyMatch(problem ->
                        problem.startsWith("ams/calendars.json:2:28: /calendars/0/zone: \"Mars/Base\" is not"))
                .anyMatch(
                        problem -> problem.contains("/calendars/0/week/0/hours/0: opening hours 08:00-08:00 are empty"))
                .anyMatch(problem -> problem.contains("/calendars/1/publicHolidays/0: there are no public holidays of"))
                .anyMatch(problem -> problem.contains("/calendars/2/union/1: \"nights\" is not one of the calendars"))
                .anyMatch(problem -> problem.contains("/rules/0/when/priority: \"P9\" is not one of the values P1"))
                .anyMatch(problem -> problem.contains("/rules/0/when/colour: unknown; allowed are kind, system"))
                .anyMatch(problem -> problem.contains("/rules/0/to: \"bitt\" is not one of the groups"));
    }

    @Test
    void what_is_wrong_in_one_file_does_not_hide_what_is_wrong_in_the_others() throws IOException {
        for (String wrong : List.of("\"kind\": \"SUPLIER\"", "\"kind\": ! \"SUPPLIER\"")) {
            Map<String, String> texts = texts();
            texts.merge("organisation.json", wrong, (text, part) -> text.replaceFirst("\"kind\": \"SUPPLIER\"", part));
            texts.merge("calendars.json", "", (text, none) -> text.replaceFirst("08:00-16:00", "8:00-16:00"));
            texts.merge("agreements.json", "", (text, none) -> text.replaceFirst("PT80H", "80 hours"));
            texts.merge("routing.json", "", (text, none) -> text.replaceFirst("\"handOverLimit\": 6", "\"limit\": 6"));

            assertThat(problems(texts))
                    .hasSize(4)
                    .anyMatch(problem -> problem.startsWith("ams/organisation.json"))
                    .anyMatch(problem -> problem.contains("\"8:00\" is no time of day")
                            && problem.endsWith("two of the minute are one: \"08:00\""))
                    .anyMatch(problem -> problem.contains("/budget: \"80 hours\" is not a positive"))
                    .anyMatch(problem -> problem.contains("/limit: unknown"));
        }
    }

    @Test
    void names_of_a_wrong_organisation_are_held_against_those_that_it_gives() throws IOException {
        Map<String, String> texts = texts();
        texts.merge("organisation.json", "", (text, none) -> text.replaceFirst("\"SUPPLIER\"", "\"SUPLIER\""));
        texts.merge("routing.json", "", (text, none) -> text.replaceFirst("\"to\": \"bit\"", "\"to\": \"bat\""));

        assertThat(problems(texts))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("SUPLIER"))
                .anyMatch(problem -> problem.contains("\"bat\" is not one of the groups"));
    }

    @Test
    void what_is_made_of_a_wrong_calendar_is_not_wrong_itself() throws IOException {
        Map<String, String> texts = texts();
        texts.put("calendars.json", """
                {"format": 1, "calendars": [
                  {"id": "office", "zone": "Mars/Base", "week": [{"from": "MONDAY", "hours": ["08:00-16:00"]}]},
                  {"id": "suppliers", "union": ["office"]}, {"id": "superusers", "union": ["office"]},
                  {"id": "operations", "minus": ["suppliers", "office"]}]}
                """);

        assertThat(problems(texts)).singleElement().asString().contains("/calendars/0/zone: \"Mars/Base\" is not");
    }

    @Test
    @Tag("R15")
    void an_entrance_of_another_tier_has_a_line_of_its_own() throws IOException {
        Map<String, String> texts = texts();
        texts.merge(
                "organisation.json",
                "\"entrance\": \"kmd\"",
                (text, wrong) -> text.replace("\"entrance\": \"bit\"", wrong));

        assertThat(problems(texts))
                .singleElement()
                .asString()
                .contains(
                        "/tiers/2/entrance: kmd works at tier 3rd; the entrance of 2nd is one of its own groups, bit");
    }

    @Test
    @Tag("R18")
    void suppliers_with_one_contract_are_bound_as_if_it_were_written_for_each() throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        Map<String, String> texts = texts();
        JsonNode written = mapper.readTree(texts.get("agreements.json"));
        ArrayNode each = mapper.createArrayNode();
        for (JsonNode agreement : written.path("agreements")) {
            if (agreement.path("providers").isMissingNode()) {
                each.add(agreement);
            }
            for (JsonNode provider : agreement.path("providers")) {
                ObjectNode one = (ObjectNode) agreement.deepCopy();
                one.remove("providers");
                each.add(one.setAll((ObjectNode) provider));
            }
        }
        assertThat(each.size()).isEqualTo(written.path("agreements").size() + 3);
        texts.put(
                "agreements.json",
                mapper.createObjectNode()
                        .put("format", 1)
                        .set("agreements", each)
                        .toString());

        assertThat(read(texts).model()).isEqualTo(ModelFolder.read(AMS).model());
    }

    @Test
    void an_agreement_may_have_a_priority_matrix_of_its_own() throws IOException {
        Map<String, String> texts = texts();
        texts.merge("agreements.json", "\"kind\": \"SLA\",", (text, kind) -> text.replaceFirst(kind, """
                "kind": "SLA", "priorities": {
                  "MAJOR": {"LOW": "P1", "MEDIUM": "P1", "HIGH": "P1"}, "HIGH": {"LOW": "P3", "MEDIUM": "P2", "HIGH": "P1"},
                  "MEDIUM": {"LOW": "P4", "MEDIUM": "P3", "HIGH": "P2"}, "LOW": {"LOW": "P5", "MEDIUM": "P4", "HIGH": "P3"}},
                """));

        assertThat(read(texts).model().agreements().all().get(0).priorityMatrix())
                .contains(PriorityMatrix.standard());
        assertThat(read(texts()).model().agreements().all().get(0).priorityMatrix())
                .isEmpty();
        assertThat(schemaProblems("agreements.json", requireNonNull(texts.get("agreements.json"))))
                .isEmpty();
    }

    @Test
    void a_target_may_name_what_starts_stops_and_pauses_its_clock() throws IOException {
        Map<String, String> texts = texts();
        texts.merge(
                "agreements.json", "\"measure\": \"RESOLUTION\",", (text, measure) -> text.replaceFirst(measure, """
                "measure": "RESOLUTION", "startedBy": ["accepted", "assigned"], "stoppedBy": ["workaround-provided"],
                "pausedBetween": [{"from": ["converted-to-change"], "until": ["resumed", "note-added"]}],
                """));

        assertThat(target(read(texts).model(), "customers", "resolution").span())
                .isEqualTo(Span.builder()
                        .addStartedBy(EventKind.ASSIGNED, EventKind.ACCEPTED)
                        .addStoppedBy(EventKind.WORKAROUND_PROVIDED)
                        .addPausedBetween(new Span.Break(
                                ImmutableSet.of(EventKind.CONVERTED_TO_CHANGE),
                                ImmutableSet.of(EventKind.RESUMED, EventKind.NOTE_ADDED)))
                        .build());
        assertThat(target(read(texts()).model(), "customers", "resolution").span())
                .isEqualTo(Span.whole());
        assertThat(schemaProblems("agreements.json", requireNonNull(texts.get("agreements.json"))))
                .isEmpty();
    }

    @Test
    void a_wrong_span_is_refused_with_its_place() throws IOException {
        Map<String, String> texts = texts();
        texts.merge(
                "agreements.json", "\"measure\": \"RESOLUTION\",", (text, measure) -> text.replaceFirst(measure, """
                "measure": "RESOLUTION", "startedBy": ["acepted"], "pausedBetween": [
                  {"from": ["resumed"], "until": ["resumed"]}, {"from": ["accepted"], "to": ["resumed"]}],
                """));

        assertThat(problems(texts))
                .anyMatch(problem -> problem.contains("/startedBy/0: \"acepted\" is not one of the kinds of event"))
                .anyMatch(
                        problem -> problem.contains("/pausedBetween/0: ") && problem.contains("the same kind of event"))
                .anyMatch(problem -> problem.contains("/pausedBetween/1/to: unknown; allowed are from, until"));
        assertThat(schemaProblems("agreements.json", requireNonNull(texts.get("agreements.json"))))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_matrix_of_an_agreement_leaves_no_pair_without_priority() throws IOException {
        Map<String, String> texts = texts();
        texts.merge("agreements.json", "\"kind\": \"SLA\",", (text, kind) -> text.replaceFirst(kind, """
                "kind": "SLA", "priorities": {
                  "HIGH": {"LOW": "P3", "MEDIUM": "P2", "HIGH": "P9"},
                  "MEDIUM": {"LOW": "P4", "MEDIUM": "P3"}, "LOW": {"LOW": "P5", "MEDIUM": "P4", "HIGH": "P3"}},
                """));

        assertThat(problems(texts))
                .anyMatch(problem -> problem.contains("/agreements/0/priorities/HIGH/HIGH: \"P9\" is not one of"))
                .anyMatch(problem -> problem.contains("/agreements/0/priorities/MEDIUM/HIGH: "))
                .anyMatch(problem -> problem.contains("/agreements/0/priorities/MAJOR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            'PT80H'                   | '0 hours'       | /budget: "0 hours" is not a positive ISO 8601 duration
            'PT80H'                   | 'PT0S'          | /budget: "PT0S" is not a positive ISO 8601 duration
            '"office", "pausedBy"'    | '"offic", "pausedBy"' | /calendar: "offic" is not one of the calendars office
            '"tier": "superusers"'    | '"tier": "0th"' | "0th" is not one of the tiers superusers, 1st, 2nd, 3rd
            '"at": "50%"'             | '"at": "50"'    | /at: "50" is not a share as 75%
            '"escalate functionally"' | '"panic"'       | "panic" is not one of the actions
            '{"notify": "bit"}'       | '{"notify": "bat"}' | "bat" is not one of the groups
            '"kind": "SLA"'           | '"kind": "XLA"' | "XLA" is not one of the values SLA, OLA
            '"id": "bit"'             | '"id": "kmd"'   | there is an agreement "kmd" already
            """)
    void a_wrong_agreement_is_refused_with_its_place(String good, String bad, String words) throws IOException {
        Map<String, String> texts = texts();
        texts.merge("agreements.json", bad, (text, unused) -> text.replace(good, bad));

        assertThat(problems(texts))
                .anyMatch(problem -> problem.startsWith("ams/agreements.json:") && problem.contains(words));
    }

    @Test
    void triage_asks_for_attributes_words_and_calendars() throws IOException {
        ModelFolder folder = read(withSeverity("""
                {"format": 1,
                 "rules": [
                  {"name": "urgent", "when": {"attribute": {"severity": ["A", "B"], "seats": 10.0, "vip": true}, "mentions": "log ind"},
                   "while": {"calendar": "office", "open": false}, "to": "bit"}],
                 "handOvers": [
                  {"name": "on", "from": {"tier": "1st"}, "to": {"tier": "2nd"}},
                  {"name": "law", "from": {"group": "support-centre"}, "to": {"group": "business-specialists"}, "when": {"mentions": ["lov", "paragraf"]}, "direct": true}]}
                """));

        Condition when = new Condition.All(ImmutableList.of(
                Condition.has(
                        AttributeId.of("severity"), new AttributeValue.Choice("A"), new AttributeValue.Choice("B")),
                Condition.has(AttributeId.of("seats"), new AttributeValue.Decimal(BigDecimal.TEN)),
                Condition.has(AttributeId.of("vip"), new AttributeValue.YesNo(true)),
                Condition.mentions("log ind")));
        ServiceCalendar office = requireNonNull(folder.calendars().get("office"));
        assertThat(folder.model().routing())
                .isEqualTo(Routing.builder()
                        .triage(new Triage(ImmutableList.of(new TriageRule("urgent", when, GroupId.of("bit"))
                                .during(new CalendarState("office", office, false)))))
                        .handOvers(new HandOverGraph(ImmutableList.of(
                                HandOverWay.of("on", HandOverEnd.tier("1st"), HandOverEnd.tier("2nd")),
                                HandOverWay.of(
                                                "law",
                                                HandOverEnd.group("support-centre"),
                                                HandOverEnd.group("business-specialists"))
                                        .when(Condition.mentions("lov", "paragraf"))
                                        .directly())))
                        .build());
    }

    @Test
    void what_routing_names_wrongly_is_told_with_its_place() throws IOException {
        assertThat(problems(withSeverity("""
                {"format": 1,
                 "rules": [
                  {"name": "a", "when": {"attribute": {"severity": "D", "colour": "red", "seats": "ten", "vip": 1, "since": "yesterday"}}, "to": "bit"},
                  {"name": "b", "when": {"mentions": ["?!", "kode", "Kode"]}, "while": {"calendar": "night"}, "to": "bit"},
                  {"name": "c", "when": {"mentions": []}, "to": "bit"},
                  {"name": "d", "when": {"attribute": {}}, "to": "bit"}],
                 "handOvers": [
                  {"name": "e", "from": {"tier": "4th"}, "to": {"tier": "2nd", "group": "bit"}, "direct": "yes"},
                  {"name": "e", "from": {}, "to": {"group": "bat"}}]}
                """)))
                .anyMatch(problem ->
                        problem.endsWith("/rules/0/when/attribute/severity: \"D\" is not one of the choices A, B"))
                .anyMatch(problem -> problem.contains(
                        "/rules/0/when/attribute/colour: unknown attribute; allowed are severity, seats, vip, since"))
                .anyMatch(problem -> problem.endsWith("/rules/0/when/attribute/seats: \"ten\" is not a number"))
                .anyMatch(problem -> problem.endsWith("/rules/0/when/attribute/vip: 1 is not true or false"))
                .anyMatch(problem -> problem.endsWith(
                        "/rules/0/when/attribute/since: \"yesterday\" is not a date as" + " 2007-08-01"))
                .anyMatch(problem -> problem.endsWith(
                        "/rules/1/when/mentions/0: \"?!\" is not a word or phrase with a letter or a digit"))
                .anyMatch(problem -> problem.contains("/rules/1/while/calendar: \"night\" is not one of the calendars"))
                .anyMatch(problem -> problem.endsWith("/rules/1/while/open: missing; true or false is required"))
                .anyMatch(problem -> problem.contains("/rules/2/when/mentions: empty"))
                .anyMatch(problem -> problem.contains("/rules/3/when/attribute: empty"))
                .anyMatch(problem -> problem.contains("/handOvers/0/from/tier: \"4th\" is not one of the tiers"))
                .anyMatch(problem -> problem.contains("/handOvers/0/to: names a tier and a group"))
                .anyMatch(problem -> problem.contains("/handOvers/0/direct: \"yes\" is not true or false"))
                .anyMatch(problem -> problem.contains("/handOvers/1/name: there is a way \"e\" already"))
                .anyMatch(problem -> problem.contains("/handOvers/1/to/group: \"bat\" is not one of the groups"));
    }

    @Test
    void agreements_do_not_ask_for_what_may_be_erased() throws IOException {
        Map<String, String> texts = withSeverity("{\"format\": 1, \"rules\": []}");
        texts.merge(
                "agreements.json",
                "",
                (text, unused) -> text.replaceFirst(
                        "\"budget\"",
                        "\"appliesTo\": {\"mentions\": \"kode\", \"attribute\": {\"note\": \"x\"}}, \"budget\""));

        assertThat(problems(texts))
                .anyMatch(problem -> problem.contains("/appliesTo/mentions: the text of a case may be erased"))
                .anyMatch(problem -> problem.contains("/appliesTo/attribute/note: attribute note may be erased"));
    }

    @Test
    void and_neither_do_models_that_are_built_in_code() throws IOException {
        SupportModel model =
                read(withSeverity("{\"format\": 1, \"rules\": []}")).model();
        Target target = target(model, "kmd", "residence-urgent");
        Target personal = target.withAppliesTo(Condition.has(AttributeId.of("note"), new AttributeValue.Text("x")));
        Agreement agreement = model.agreements().all().get(0).withTargets(personal);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        target.withAppliesTo(Condition.mentions("kode").negate().or(Condition.always())))
                .withMessageContaining("asks for words in the text, which may be erased");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.withAgreements(Agreements.of(ImmutableList.of(agreement))))
                .withMessageContaining("asks for attribute note, which is personal");
    }

    /** The reference model with fields of its own, and this routing. */
    private static Map<String, String> withSeverity(String routing) throws IOException {
        Map<String, String> texts = texts();
        texts.merge("organisation.json", "", (text, unused) -> text.replaceFirst("\"attributes\": \\[\n", """
                "attributes": [
                    {"id": "severity", "name": "Severity", "type": "CHOICE", "choices": ["A", "B"]},
                    {"id": "seats", "name": "Seats", "type": "NUMBER"},
                    {"id": "vip", "name": "Important", "type": "YES_NO"},
                    {"id": "since", "name": "Since", "type": "DATE"},
                    {"id": "note", "name": "Note", "type": "TEXT"},
                """));
        texts.put("routing.json", routing);
        return texts;
    }

    @Test
    void a_missing_file_is_named_with_those_that_are_needed() throws IOException {
        Map<String, String> texts = texts();
        texts.remove("routing.json");

        assertThat(problems(texts))
                .containsExactly("ams/routing.json:1:1: no such file; a model has organisation.json, calendars.json,"
                        + " agreements.json and routing.json");
    }

    @ParameterizedTest
    @CsvSource({"calendars.json", "agreements.json", "routing.json"})
    void the_schemas_fit_the_reference_model(String file) throws IOException {
        assertThat(schemaProblems(file, Files.readString(AMS.resolve(file)))).isEmpty();
    }

    private static List<Error> schemaProblems(String file, String text) throws IOException {
        Class<?> beside = ImmutableMap.<String, Class<?>>of(
                        "calendars.json", CalendarsJson.class,
                        "agreements.json", AgreementsJson.class,
                        "routing.json", ModelFolder.class)
                .get(file);
        String schema = Resources.toString(
                requireNonNull(requireNonNull(beside).getResource(file.replace(".json", ".schema.json"))),
                StandardCharsets.UTF_8);

        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(text, InputFormat.JSON);
    }

    private static Target target(SupportModel model, String agreement, String target) {
        return model.agreements().all().stream()
                .filter(each -> each.id().equals(agreement))
                .flatMap(each -> each.targets().stream())
                .filter(each -> each.id().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(Map<String, String> texts) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(texts)).problems().stream()
                .map(Problem::describe)
                .toList();
    }

    private static ModelFolder read(Map<String, String> texts) {
        return ModelFolder.read("ams/", file -> {
            String text = texts.get(file);
            if (text == null) {
                throw new NoSuchFileException(file);
            }
            return text;
        });
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : List.of("organisation.json", "calendars.json", "agreements.json", "routing.json")) {
            texts.put(file, Files.readString(AMS.resolve(file)));
        }
        return texts;
    }
}
