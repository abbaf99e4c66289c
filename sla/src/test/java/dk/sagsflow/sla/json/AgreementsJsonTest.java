package dk.sagsflow.sla.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON form of agreements says what a builder says, and everything that is wrong is told with its place. */
class AgreementsJsonTest {
    private static final ServiceCalendar ALWAYS = ServiceCalendar.always(ZoneId.of("Europe/Copenhagen"));
    private static final SupportOrganisation ORGANISATION = SupportOrganisation.builder()
            .name("Support")
            .addTiers(Tier.of("1st", "Support centre"), Tier.of("2nd", "BIT"))
            .contactTier(TierId.of("1st"))
            .addGroups(SupportGroup.of("centre", "Support centre", "1st"), SupportGroup.of("bit", "BIT", "2nd"))
            .build();
    private static final String WHOLE = """
            {"$schema": "agreements.schema.json", "format": 1, "agreements": [
              {"id": "citizens", "name": "Citizens", "kind": "SLA", "provider": {"tier": "1st"},
               "consumer": {"customers": "CITIZEN"}, "version": "2", "validFrom": "2007-08-01T00:00:00+02:00",
               "onChange": "PRO_RATA", "onReopening": "NEW_CYCLE",
               "priorities": {
                 "MAJOR": {"LOW": "P1", "MEDIUM": "P1", "HIGH": "P1"}, "HIGH": {"LOW": "P3", "MEDIUM": "P2", "HIGH": "P1"},
                 "MEDIUM": {"LOW": "P4", "MEDIUM": "P3", "HIGH": "P2"}, "LOW": {"LOW": "P5", "MEDIUM": "P4", "HIGH": "P3"}},
               "targets": [
                 {"id": "resolution", "measure": "RESOLUTION", "appliesTo": {"priority": "P1"}, "budget": "PT8H",
                  "calendar": "always", "pausedBy": ["CUSTOMER", "DATE"], "startedBy": ["accepted"],
                  "stoppedBy": ["workaround-provided"],
                  "pausedBetween": [{"from": ["converted-to-change"], "until": ["resumed"]}],
                  "thresholds": [
                    {"at": "75%", "actions": ["notify working group", {"notify": "bit"}], "heldToOpeningHours": true},
                    {"at": "-PT30M", "actions": ["escalate functionally"]},
                    {"at": "+PT2H", "actions": ["escalate to lead", {"escalateTo": "head"}], "heldToOpeningHours": false}]},
                 {"id": "days", "measure": "CLOSURE", "budget": "2 working days + PT2H", "calendar": "always"},
                 {"id": "day", "measure": "FIRST_RESPONSE", "budget": "1 working day", "calendar": "always"}]},
              {"id": "every", "name": "Everybody", "kind": "OLA", "provider": {"group": "bit"},
               "consumer": {"customers": "EVERY"}, "targets": []},
              {"id": "tiers", "name": "Tiers", "kind": "UNDERPINNING_CONTRACT", "provider": {"tier": "2nd"},
               "consumer": {"tier": "1st"}, "targets": []}
            ]}
            """;

    private static final String RESIDENCE =
            "{\"id\": \"r\", \"measure\": \"RESIDENCE\", \"budget\": \"PT8H\", \"calendar\": \"always\"}";

    @Test
    void what_is_read_is_what_a_builder_makes() {
        Agreement citizens = Agreement.builder()
                .id("citizens")
                .name("Citizens")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.Customers(CustomerKind.CITIZEN))
                .version("2")
                .validFrom(Instant.parse("2007-07-31T22:00:00Z"))
                .onChange(ChangePolicy.PRO_RATA)
                .onReopening(ReopeningPolicy.NEW_CYCLE)
                .priorityMatrix(PriorityMatrix.standard())
                .addTargets(
                        resolution(),
                        target("days", Measure.CLOSURE, new WorkingDays(2, Duration.ofHours(2))),
                        target("day", Measure.FIRST_RESPONSE, WorkingDays.of(1)))
                .build();
        Agreement every = Agreement.builder()
                .id("every")
                .name("Everybody")
                .kind(AgreementKind.OLA)
                .provider(new Party.OfGroup(GroupId.of("bit")))
                .consumer(new Party.EveryCustomer())
                .build();
        Agreement tiers = Agreement.builder()
                .id("tiers")
                .name("Tiers")
                .kind(AgreementKind.UNDERPINNING_CONTRACT)
                .provider(new Party.OfTier(TierId.of("2nd")))
                .consumer(new Party.OfTier(TierId.of("1st")))
                .build();

        assertThat(read(WHOLE)).isEqualTo(Agreements.of(List.of(citizens, every, tiers)));
    }

    @Test
    void the_example_of_the_page_on_agreements_says_what_the_page_says() throws IOException {
        String page = Files.readString(Path.of("../docs/AGREEMENTS.md"));
        String example =
                page.substring(page.indexOf("```json\n") + 8, page.indexOf("```\n", page.indexOf("```json\n") + 8));
        Agreement citizens = read(example).all().get(0);

        assertThat(citizens.priorityMatrix()).isPresent();
        assertThat(citizens.targets())
                .extracting(target -> target.span().describe())
                .containsExactly(
                        "stopped-by-accepted",
                        "stopped-by-workaround-provided",
                        "started-by-accepted+paused-from-converted-to-change-until-resumed");
    }

    @Test
    void what_several_providers_promise_alike_is_written_once() {
        String apart = """
                {"format": 1, "agreements": [
                  {"id": "a", "name": "A", "kind": "OLA", "provider": {"group": "bit"}, "consumer": {"tier": "1st"}, "targets": [T]},
                  {"id": "b", "name": "B", "kind": "OLA", "provider": {"tier": "2nd"}, "consumer": {"tier": "1st"}, "targets": [T]}]}
                """.replace("T", RESIDENCE);
        String once = """
                {"format": 1, "agreements": [
                  {"kind": "OLA", "consumer": {"tier": "1st"}, "targets": [T], "providers": [
                    {"id": "a", "name": "A", "provider": {"group": "bit"}}, {"id": "b", "name": "B", "provider": {"tier": "2nd"}}]}]}
                """.replace("T", RESIDENCE);

        assertThat(read(once)).isEqualTo(read(apart));
        assertThat(read(once).all()).extracting(Agreement::id).containsExactly("a", "b");
    }

    @Test
    void what_is_wrong_with_a_promise_of_several_is_told_once() {
        String wrong = """
                {"format": 1, "agreements": [
                  {"id": "c", "kind": "OLA", "consumer": {"tier": "1st"}, "targets": [T], "providers": [
                    {"id": "a", "name": "A", "provider": {"group": "bit"}},
                    {"id": "b", "provider": {"tier": "2nd"}, "x": 1}]},
                  {"kind": "OLA", "consumer": {"tier": "1st"}, "targets": [], "providers": []}]}
                """.replace("T", RESIDENCE.replace("PT8H", "8 hours"));

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::pointer)
                                .containsExactlyInAnyOrder(
                                        "/agreements/0/id",
                                        "/agreements/0/targets/0/budget",
                                        "/agreements/0/providers/1/name",
                                        "/agreements/0/providers/1/x",
                                        "/agreements/1/providers"));
    }

    private static Target resolution() {
        return Target.builder()
                .id("resolution")
                .measure(Measure.RESOLUTION)
                .appliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                .budget(Budget.of(Duration.ofHours(8)))
                .calendar(ALWAYS)
                .addPausedBy(WaitingFor.CUSTOMER, WaitingFor.DATE)
                .span(Span.builder()
                        .addStartedBy(EventKind.ACCEPTED)
                        .addStoppedBy(EventKind.WORKAROUND_PROVIDED)
                        .addPausedBetween(new Span.Break(
                                ImmutableSet.of(EventKind.CONVERTED_TO_CHANGE), ImmutableSet.of(EventKind.RESUMED)))
                        .build())
                .addThresholds(
                        Threshold.at(
                                        75,
                                        new ThresholdAction.NotifyWorkingGroup(),
                                        new ThresholdAction.NotifyGroup(GroupId.of("bit")))
                                .held(),
                        Threshold.offset(Duration.ofMinutes(-30), new ThresholdAction.EscalateFunctionally()),
                        Threshold.offset(
                                Duration.ofHours(2),
                                new ThresholdAction.EscalateToLead(),
                                new ThresholdAction.EscalateTo(ActorId.of("head"))))
                .build();
    }

    private static Target target(String id, Measure measure, WorkingDays days) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(new Budget.InWorkingDays(days))
                .calendar(ALWAYS)
                .build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            '"format": 1'                   | '"format": 2'                  | /format
            '"format": 1,'                  | '"format": 1, "colour": "red",' | /colour: unknown
            '"id": "citizens", '            | ''                             | /agreements/0/id
            '"name": "Citizens", '          | '"name": " ", '                | /agreements/0/name
            '"kind": "SLA", '               | ''                             | /agreements/0/kind
            '"kind": "SLA"'                 | '"kind": "SLA", "colour": 1'   | /agreements/0/colour: unknown
            '{"tier": "1st"}'               | '{"tier": "3rd"}'              | /agreements/0/provider/tier: "3rd" is not one of the tiers
            '{"tier": "1st"}'               | '{"tier": "1st", "a": 1}'      | /agreements/0/provider/a: unknown
            '{"group": "bit"}'              | '{"group": "bat"}'             | /agreements/1/provider/group: "bat" is not one of the groups
            '{"tier": "1st"}'               | '{"customers": "EVERY"}'       | only a tier or a group promises
            '"CITIZEN"'                     | '"DUCK"'                       | /agreements/0/consumer/customers: "DUCK" is not one of
            '"version": "2"'                | '"version": 2'                 | /agreements/0/version
            '"2007-08-01T00:00:00+02:00"'   | '"2007-08-01"'                 | /agreements/0/validFrom: "2007-08-01" is not a time with offset
            '"PRO_RATA"'                    | '"PRORATA"'                    | /agreements/0/onChange
            '"NEW_CYCLE"'                   | '"CYCLE"'                      | /agreements/0/onReopening
            '"id": "tiers"'                 | '"id": "every"'                | /agreements/2/id: there is an agreement "every" already
            '"id": "tiers"'                 | '"id": "every", "validFrom": "2009-01-01T00:00:00Z"' | /agreements/2/version: there is a version
            '"id": "days"'                  | '"id": "resolution"'           | /agreements/0/targets/1/id: there is a target "resolution" already
            '"id": "resolution", '          | ''                             | /agreements/0/targets/0/id
            '"measure": "RESOLUTION", '     | ''                             | /agreements/0/targets/0/measure
            '"measure": "RESOLUTION"'       | '"measure": "RESOLUTION", "x": 1' | /agreements/0/targets/0/x: unknown
            '{"priority": "P1"}'            | '{"priority": "P7"}'           | /agreements/0/targets/0/appliesTo/priority
            '"PT8H"'                        | '"8 hours"'                    | /agreements/0/targets/0/budget: "8 hours" is not a positive
            '"PT8H"'                        | '"-PT8H"'                      | /agreements/0/targets/0/budget
            '"PT8H"'                        | '"P106751991167300D"'          | /agreements/0/targets/0/budget: budget is PT2562047788015200H; at most PT2400000H
            '"2 working days + PT2H"'       | '"2 working days + PT99999H"'   | buffer after the last working day is PT99999H; at most PT87840H
            '"2 working days + PT2H"'       | '"99999 working days"'         | working days are 99999, not 0 to 10000
            '"+PT2H"'                       | '"+P106751991167300D"'         | /agreements/0/targets/0/thresholds/2/at: offset of a threshold is
            '"calendar": "always", "paused' | '"calendar": "never", "paused' | /agreements/0/targets/0/calendar: "never" is not one of the calendars always
            '"DATE"'                        | '"DOOM"'                       | /agreements/0/targets/0/pausedBy/1
            '["accepted"]'                  | '["excepted"]'                 | /agreements/0/targets/0/startedBy/0
            '["workaround-provided"]'       | '"workaround-provided"'        | /agreements/0/targets/0/stoppedBy
            '"until": ["resumed"]'          | '"until": []'                  | ends with no kind of event
            '"until": ["resumed"]'          | '"until": ["resumed"], "x": 1' | /agreements/0/targets/0/pausedBetween/0/x: unknown
            '"75%"'                         | '"x%"'                         | /agreements/0/targets/0/thresholds/0/at
            '"75%"'                         | '"0%"'                         | /agreements/0/targets/0/thresholds/0/at
            '"75%"'                         | '"75"'                         | /agreements/0/targets/0/thresholds/0/at: "75" is not a share
            '"+PT2H"'                       | '"+2H"'                        | /agreements/0/targets/0/thresholds/2/at
            '"escalate functionally"'       | '"escalate"'                   | /agreements/0/targets/0/thresholds/1/actions/0: "escalate" is not one of the actions
            '{"notify": "bit"}'             | '{"notify": "bat"}'            | /agreements/0/targets/0/thresholds/0/actions/1/notify: "bat" is not one of the groups
            '{"notify": "bit"}'             | '{"notify": "bit", "x": 1}'    | /agreements/0/targets/0/thresholds/0/actions/1/x: unknown
            '{"escalateTo": "head"}'        | '{"escalateTo": 7}'            | /agreements/0/targets/0/thresholds/2/actions/1/escalateTo
            '"heldToOpeningHours": true'    | '"heldToOpeningHours": "yes"'  | /agreements/0/targets/0/thresholds/0/heldToOpeningHours
            '"heldToOpeningHours": true'    | '"held": true'                 | /agreements/0/targets/0/thresholds/0/held: unknown
            """)
    void whatever_is_wrong_is_told_with_its_place(String good, String bad, String words) {
        assertThat(WHOLE).contains(good);

        assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::describe)
                                .anyMatch(problem -> problem.contains(words)));
    }

    private static Agreements read(String text) {
        Problems problems = new Problems();
        return problems.unlessAny(JsonDocument.read("agreements.json", text, problems)
                .flatMap(root -> AgreementsJson.read(root, ORGANISATION, ImmutableMap.of("always", ALWAYS))));
    }
}
