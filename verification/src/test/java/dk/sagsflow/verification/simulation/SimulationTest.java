package dk.sagsflow.verification.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.sagsflow.core.attribute.AttributeDefinition;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.load.Arrivals;
import dk.sagsflow.verification.load.CaseMix;
import dk.sagsflow.verification.load.GroupWork;
import dk.sagsflow.verification.load.SimulatedLoad;
import dk.sagsflow.verification.load.SimulatedLoadJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulationTest {
    private static final Path AMS = Path.of("../examples/models/ams");
    private static final ModelFolder FOLDER = ModelFolder.read(AMS);
    private static final SupportModel MODEL = FOLDER.model();
    private static final SimulatedLoad STANDARD = SimulatedLoad.standard(MODEL);
    private static final SimulatedLoad QUIET = STANDARD.withCasesPerWeek(100);
    private static final LocalDate MONDAY = LocalDate.of(2007, 9, 3);
    private static final GroupId CENTRE = GroupId.of("support-centre");
    private static final GroupId BIT = GroupId.of("bit");
    private static final GroupId SPECIALISTS = GroupId.of("business-specialists");

    @Test
    void the_same_seed_gives_the_same_report_and_another_one_another() {
        Simulation simulation = Simulation.of(MODEL);

        SimulationReport report = simulation.run(MONDAY, 1, 7);

        assertThat(simulation.run(MONDAY, 1, 7)).isEqualTo(report);
        assertThat(simulation.run(MONDAY, 1, 8)).isNotEqualTo(report);
    }

    @Test
    void so_many_cases_come_in_as_the_load_says() {
        SimulationReport report = run(STANDARD.withCasesPerWeek(200), 2);

        assertThat(report.registered()).isBetween(340L, 460L);
        assertThat(report.simulated()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void cases_end_when_they_are_given_the_time() {
        SimulationReport report = Simulation.builder(MODEL)
                .withRunOut(Duration.ofDays(90))
                .build()
                .run(MONDAY, 1, 7);

        assertThat(report.answered()).isEqualTo(report.registered()).isPositive();
        assertThat(report.unanswered()).isEmpty();
        assertThat(report.refusals()).isEmpty();
        assertThat(report.simulated()).isLessThan(Duration.ofDays(90));
    }

    @Test
    void triage_leads_business_questions_straight_to_the_specialists() {
        SimulatedLoad business = QUIET.withMix(only(CaseField.CAUSE, "BUSINESS"));

        SimulationReport report = run(business, 1);

        assertThat(report.group(SPECIALISTS).arrivals()).isPositive();
        assertThat(report.group(BIT).arrivals()).isZero();
        assertThat(report.group(CENTRE).returns())
                .isEqualTo(report.group(SPECIALISTS).answers());
    }

    @Test
    void what_a_tier_answers_by_itself_does_not_go_on() {
        GroupWork all = work(TierId.of("superusers")).withAnswered(Optional.of(1.0));
        SimulationReport report = run(
                QUIET.withGroup(GroupId.of("superusers"), all).withMix(only(CaseField.CUSTOMER_KIND, "SUPERUSER")), 1);

        assertThat(report.group(GroupId.of("superusers")).answers()).isPositive();
        assertThat(report.group(CENTRE).arrivals()).isZero();
    }

    @Test
    void people_work_in_the_hours_of_their_group_alone() {
        Workload centre = run(STANDARD, 2).group(CENTRE);

        assertThat(centre.busy().at(DayOfWeek.MONDAY, 9)).isPositive();
        assertThat(centre.busyShare(DayOfWeek.MONDAY, 9))
                .hasValueSatisfying(share -> assertThat(share).isBetween(0.02, 1.0));
        assertThat(centre.busyShare(DayOfWeek.SUNDAY, 9)).isEmpty();
        assertThat(centre.staffed().at(DayOfWeek.FRIDAY, 15)).isEqualTo(Duration.ofHours(2));
        for (int hour = 0; hour < Arrivals.HOURS; hour++) {
            assertThat(centre.busy().seconds().get(hour))
                    .isLessThanOrEqualTo(centre.staffed().seconds().get(hour));
        }
    }

    @Test
    void too_few_people_let_queues_grow_and_limits_be_exceeded() {
        SimulationReport many = run(STANDARD.withCasesPerWeek(150).withGroup(CENTRE, centre(8)), 1);
        SimulationReport few = run(STANDARD.withCasesPerWeek(150).withGroup(CENTRE, centre(1)), 1);

        assertThat(few.group(CENTRE).longestQueue())
                .isGreaterThan(many.group(CENTRE).longestQueue());
        assertThat(few.evaluation().tally("customers", "first-response").exceeded())
                .isGreaterThan(
                        many.evaluation().tally("customers", "first-response").exceeded());
        assertThat(few.unanswered().get(Waiting.IN_QUEUE))
                .isNotNull()
                .satisfies(waiting -> assertThat(waiting.examples()).hasSize(SimulationReport.EXAMPLES));
    }

    @Test
    void where_nobody_works_limits_escalate_cases_to_the_next_tier() {
        SimulationReport report = run(STANDARD.withCasesPerWeek(50).withGroup(CENTRE, centre(0)), 2);

        assertThat(report.group(CENTRE).takenAway()).isPositive();
        assertThat(report.escalations().values().stream()
                        .mapToLong(EscalationTally::handedOver)
                        .sum())
                .isEqualTo(report.groups().values().stream()
                        .mapToLong(Workload::takenAway)
                        .sum());
        assertThat(report.group(BIT).answers()).isPositive();
        assertThat(report.unanswered()).containsKey(Waiting.NOBODY_THERE);
    }

    @Test
    void a_customer_who_never_replies_has_no_answer() {
        SimulatedLoad silent =
                QUIET.withGroup(CENTRE, centre(4).withWaitsForCustomer(1)).withCustomerReply(Duration.ofDays(10_000));

        SimulationReport report = run(silent.withMix(only(CaseField.CUSTOMER_KIND, "CITIZEN")), 1);

        assertThat(report.unanswered()).containsKey(Waiting.FOR_CUSTOMER);
        assertThat(report.answered()).isZero();
    }

    @Test
    void what_the_desk_refuses_is_told_and_keeps_customers_waiting() {
        SupportModel noTriage = MODEL.withRouting(Routing.byHand());
        SimulatedLoad unplaced =
                QUIET.withMix(only(CaseField.CAUSE, "UNKNOWN").with(CaseField.KIND, ImmutableMap.of("INCIDENT", 1.0)));

        SimulationReport report = Simulation.builder(noTriage)
                .withLoad(unplaced.withEntrances(ImmutableMap.of(CENTRE, 1.0)))
                .build()
                .run(MONDAY, 1, 7);

        assertThat(report.refusals().keySet())
                .allSatisfy(refusal -> assertThat(refusal).startsWith("answer at support-centre: "))
                .isNotEmpty();
        assertThat(report.group(BIT).arrivals())
                .as("people hand over what they may not answer")
                .isPositive();
    }

    @Test
    void cases_that_are_given_back_come_again_and_are_answered() {
        SimulationReport report =
                toTheEnd(STANDARD.withGroup(BIT, work(TierId.of("2nd")).withGivesBack(1)));

        assertThat(report.group(BIT).givenBack()).isPositive();
        assertThat(report.answered()).isEqualTo(report.registered()).isPositive();
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void cases_that_are_reopened_are_answered_once_more() {
        SimulationReport content = toTheEnd(STANDARD);
        SimulationReport report = toTheEnd(STANDARD.withReopened(1));

        assertThat(report.answered()).isEqualTo(report.registered()).isPositive();
        assertThat(report.refusals()).isEmpty();
        assertThat(report.group(CENTRE).arrivals())
                .isGreaterThan(content.group(CENTRE).arrivals());
    }

    @Test
    void words_and_shares_of_giving_back_and_reopening_are_read() {
        Problems problems = new Problems();

        SimulatedLoad load = problems.unlessAny(read("""
                {"format": 1, "reopened": 0.05, "words": {"log on": 0.2}, "work": [{"tier": "2nd", "givesBack": 0.1}]}
                """, problems));

        assertThat(load)
                .isEqualTo(STANDARD.withReopened(0.05)
                        .withWords(ImmutableMap.of("log on", 0.2))
                        .withTiers(load.tiers()));
        assertThat(requireNonNull(load.tiers().get(TierId.of("2nd"))).givesBack())
                .isEqualTo(0.1);
    }

    @Test
    void fields_are_filled_in_with_values_of_their_type_alone() {
        SupportModel model = MODEL.withOrganisation(MODEL.organisation()
                .withAttributes(field("severity", AttributeType.CHOICE), field("vip", AttributeType.YES_NO)));
        Problems good = new Problems();
        Problems bad = new Problems();

        SimulatedLoad load = good.unlessAny(read("""
                {"format": 1, "attributes": {"severity": {"A": 0.2, "B": 0.3}, "vip": {"true": 0.1}}}
                """, model, good));
        Optional<SimulatedLoad> refused = read("""
                {"format": 1, "attributes": {"severity": {"C": 0.2}, "vip": {"perhaps": 0.1}, "colour": {"red": 1}}}
                """, model, bad);

        assertThat(load.attributes())
                .isEqualTo(ImmutableMap.of(
                        AttributeId.of("severity"),
                        ImmutableMap.of(new AttributeValue.Choice("A"), 0.2, new AttributeValue.Choice("B"), 0.3),
                        AttributeId.of("vip"),
                        ImmutableMap.of(new AttributeValue.YesNo(true), 0.1)));
        assertThat(bad.list())
                .extracting(Problem::describe)
                .anyMatch(problem -> problem.contains("/attributes/severity/C") && problem.contains("with [A, B]"))
                .anyMatch(problem -> problem.contains("/attributes/vip") && problem.contains("neither true nor false"))
                .anyMatch(problem -> problem.contains("/attributes/colour: unknown"));
        assertThatThrownBy(() -> bad.unlessAny(refused)).isInstanceOf(InvalidDocumentException.class);
    }

    private static AttributeDefinition field(String id, AttributeType type) {
        AttributeDefinition.Builder field =
                AttributeDefinition.builder().id(AttributeId.of(id)).name(id).type(type);
        return type == AttributeType.CHOICE ? field.addChoices("A", "B").build() : field.build();
    }

    @Test
    void people_who_are_known_do_the_work_and_customers_who_are_known_ask() {
        Customer carl = Customer.of("carl", "Carl", CustomerKind.CITIZEN);
        Actor karen = Actor.supporter("karen", "Karen", CENTRE.value());
        CaseRepository repository = CaseRepository.inMemory();

        var unused = Simulation.builder(MODEL)
                .withLoad(STANDARD.withMix(only(CaseField.CUSTOMER_KIND, "CITIZEN")))
                .withPeople(List.of(karen), List.of(carl))
                .build()
                .run(MONDAY, 1, 7, repository);

        var cases = repository.query(CaseQuery.builder().pageSize(1000).build()).cases();
        assertThat(cases).isNotEmpty().allSatisfy(one -> {
            assertThat(one.customer()).isEqualTo(CustomerId.of("carl"));
            assertThat(repository.history(one.number()).stream()
                            .filter(CaseEvent.Accepted.class::isInstance)
                            .filter(event -> ((CaseEvent.Accepted) event)
                                    .station()
                                    .group()
                                    .equals(CENTRE))
                            .map(CaseEvent::actor))
                    .allMatch(karen.id()::equals);
        });
    }

    @Test
    void it_tells_how_far_it_has_come() {
        List<Instant> reached = new ArrayList<>();
        var unused = Simulation.builder(MODEL)
                .withSweepEvery(Duration.ofHours(6))
                .withProgress(reached::add)
                .build()
                .run(MONDAY, 1, 7);

        assertThat(reached).isSorted().hasSize(7 * 4 + 1);
        assertThat(reached.get(0)).isEqualTo("2007-09-02T22:00:00Z");
    }

    @Test
    void a_load_that_does_not_fit_the_model_is_refused() {
        SimulationBuilder builder = Simulation.builder(MODEL);

        assertThatThrownBy(() -> builder.withLoad(STANDARD.withTiers(ImmutableMap.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing says how superusers works, nor how its tier does");
        assertThatThrownBy(() -> builder.withLoad(STANDARD.withGroup(GroupId.of("bat"), centre(1))))
                .hasMessage("load of group bat, which there is not");
        assertThatThrownBy(() -> centre(1).withWaitsForCustomer(1.5))
                .hasMessage("share waiting for the customer of 1.5; from 0 to 1");
        assertThatThrownBy(() -> STANDARD.mix().with(CaseField.KIND, ImmutableMap.of("ERROR", 1.0)))
                .hasMessageStartingWith("[ERROR] is no kind; allowed are [INCIDENT");
    }

    @Test
    void the_load_of_the_reference_organisation_is_read() throws IOException {
        Problems problems = new Problems();

        SimulatedLoad load = problems.unlessAny(read(Files.readString(AMS.resolve("load.json")), problems));

        assertThat(load.arrivals().casesPerWeek()).isCloseTo(385, offset(1e-6));
        assertThat(load.mix().values(CaseField.SYSTEM)).containsEntry("amanda", 5.0);
        assertThat(load.tiers().get(TierId.of("superusers")))
                .isEqualTo(GroupWork.of(20, Duration.ofMinutes(30)).withAnswered(Optional.of(0.3)));
        assertThat(load.groups().get(SPECIALISTS))
                .isEqualTo(GroupWork.of(4, Duration.ofHours(3))
                        .withHours(Optional.of(requireNonNull(FOLDER.calendars().get("office")))));
        assertThat(load.customerReply()).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void what_a_load_does_not_say_is_standard() {
        Problems problems = new Problems();

        assertThat(problems.unlessAny(read("{\"format\": 1}", problems))).isEqualTo(STANDARD);
    }

    @Test
    void everything_that_is_wrong_with_a_load_is_told() {
        Problems problems = new Problems();

        assertThat(read("""
                        {"format": 1, "casesPerWeek": "many", "speed": 2,
                         "arrivals": [{"from": "MONDAY", "hours": "08:30-10:00", "cases": 3}],
                         "mix": {"system": {"windows": 1}, "kind": {"ERROR": 1}},
                         "entrances": {"bat": 1},
                         "work": [{"tier": "4th"}, {"group": "bit", "staff": -1, "hours": "night", "effort": "1 h"}]}
                        """, problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/casesPerWeek",
                        "/speed",
                        "/arrivals/0/hours",
                        "/mix/system/windows",
                        "/mix/kind",
                        "/entrances/bat",
                        "/work/0/tier",
                        "/work/1/staff",
                        "/work/1/hours",
                        "/work/1/effort");
    }

    @Test
    void the_schema_fits_the_load_of_the_reference_organisation() throws IOException {
        String schema = Resources.toString(
                requireNonNull(SimulatedLoad.class.getResource("load.schema.json")), StandardCharsets.UTF_8);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(Files.readString(AMS.resolve("load.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void arrivals_follow_the_hours_of_the_week() {
        List<Double> perHour = new ArrayList<>(Collections.nCopies(Arrivals.HOURS, 0.0));
        perHour.set(9, 30.0);
        Arrivals mondaysAtNine = new Arrivals(ZoneId.of("Europe/Copenhagen"), ImmutableList.copyOf(perHour));
        Dice dice = new Dice(1);

        Instant at = Instant.parse("2007-09-01T00:00:00Z");
        for (int i = 0; i < 200; i++) {
            at = Newcomers.nextArrival(mondaysAtNine, at, dice);
            assertThat(at.atZone(mondaysAtNine.zone()).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(at.atZone(mondaysAtNine.zone()).getHour()).isEqualTo(9);
        }
        assertThat(at).isBetween("2007-10-01T00:00:00Z", "2007-11-15T00:00:00Z");
    }

    private static Optional<SimulatedLoad> read(String text, Problems problems) {
        return read(text, MODEL, problems);
    }

    private static Optional<SimulatedLoad> read(String text, SupportModel model, Problems problems) {
        return JsonDocument.read("load.json", text, problems)
                .flatMap(root -> SimulatedLoadJson.read(root, model, FOLDER.calendars()));
    }

    private static SimulationReport toTheEnd(SimulatedLoad load) {
        return Simulation.builder(MODEL)
                .withLoad(load)
                .withRunOut(Duration.ofDays(120))
                .build()
                .run(MONDAY, 1, 7);
    }

    private static SimulationReport run(SimulatedLoad load, int weeks) {
        return Simulation.builder(MODEL).withLoad(load).build().run(MONDAY, weeks, 7);
    }

    private static CaseMix only(CaseField field, String value) {
        return STANDARD.mix().with(field, ImmutableMap.of(value, 1.0));
    }

    private static GroupWork work(TierId tier) {
        return requireNonNull(STANDARD.tiers().get(tier));
    }

    private static GroupWork centre(int staff) {
        return work(TierId.of("1st")).withStaff(staff);
    }
}
