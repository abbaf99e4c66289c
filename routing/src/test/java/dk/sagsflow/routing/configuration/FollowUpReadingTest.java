package dk.sagsflow.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follow-up rules in {@code routing.json}. */
class FollowUpReadingTest {
    private static final Path AMS = Path.of("../examples/models/ams");
    private static final String WHOLE = """
            {"name": "remind", "in": "HANDED_OVER", "when": {"priority": "P1"}, "handedOverBy": "2nd",
             "after": "PT4H", "every": "PT2H", "times": 3, "calendar": "office",
             "do": ["put on follow-up list", {"notify": "bit"}],
             "last": {"after": "PT8H", "do": ["notify responsible group"]}, "heldToOpeningHours": true}""";

    @Test
    void the_builder_gives_what_is_read() {
        ModelFolder folder = read(WHOLE);

        assertThat(folder.model().routing().followUps())
                .containsExactly(FollowUpRule.builder()
                        .name("remind")
                        .occasion(FollowUpOccasion.HANDED_OVER)
                        .when(Condition.is(CaseField.PRIORITY, "P1"))
                        .handedOverBy(TierId.of("2nd"))
                        .after(Budget.of(Duration.ofHours(4)))
                        .every(Budget.of(Duration.ofHours(2)))
                        .times(3)
                        .calendar(Objects.requireNonNull(folder.calendars().get("office")))
                        .addActions(
                                new FollowUpAction.PutOnFollowUpList(),
                                new FollowUpAction.NotifyGroup(GroupId.of("bit")))
                        .last(new FollowUpRule.LastStep(
                                Budget.of(Duration.ofHours(8)),
                                ImmutableList.of(new FollowUpAction.NotifyResponsibleGroup())))
                        .heldToOpeningHours(true)
                        .build());
    }

    @Test
    void what_is_not_said_is_as_the_builder_has_it() {
        FollowUpRule rule = read("""
                        {"name": "close", "in": "ANSWERED", "after": "10 working days", "calendar": "office",
                         "do": ["close"]}""").model().routing().followUps().get(0);

        assertThat(rule.every()).isEqualTo(new Budget.InWorkingDays(WorkingDays.of(10)));
        assertThat(rule.times()).isEqualTo(1);
        assertThat(rule.when()).isEqualTo(Condition.always());
        assertThat(rule.heldToOpeningHours()).isFalse();
        assertThat(rule.last()).isEmpty();
    }

    @Test
    @Tag("R14")
    @Tag("R20")
    void the_reference_model_follows_up_on_every_way_in_which_a_case_waits() {
        assertThat(ModelFolder.read(AMS).model().routing().followUps())
                .extracting(FollowUpRule::occasion)
                .contains(FollowUpOccasion.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            '"HANDED_OVER"' | '"ASLEEP"' | /followUps/0/in: "ASLEEP" is not one of the values ANSWERED
            '"2nd"'         | '"9th"'    | /followUps/0/handedOverBy: "9th" is not one of the tiers
            '"PT4H"'        | '"soon"'   | /followUps/0/after: "soon" is not a positive ISO 8601 duration
            '"office"'      | '"offic"'  | /followUps/0/calendar: "offic" is not one of the calendars office
            '"times": 3'    | '"times": 0' | /followUps/0/times: 0 is not a whole number from 1 to 100
            '["put on follow-up list", {"notify": "bit"}]' | '[]' | /followUps/0/do: empty
            '"put on follow-up list"' | '"panic"' | /followUps/0/do/0: "panic" is not one of the actions
            '{"notify": "bit"}' | '{"notify": "bat"}' | /followUps/0/do/1/notify: "bat" is not one of the groups
            '"PT8H"'        | '"2 working days"' | "remind" counts service time and working days
            '"heldToOpeningHours": true' | '"held": true' | /followUps/0/held: unknown; allowed are name, in
            'HANDED_OVER'   | 'SILENCE'  | waits in SILENCE; only HANDED_OVER has one
            '["notify responsible group"]' | '["close"]' | "remind" closes cases that wait in HANDED_OVER
            """)
    void what_is_wrong_is_refused_with_its_place(String good, String bad, String words) {
        List<String> problems = problems(WHOLE.replace(good, bad));

        assertThat(problems).anyMatch(problem -> problem.startsWith("ams/routing.json:") && problem.contains(words));
    }

    @Test
    void two_rules_of_one_name_and_a_rule_that_goes_on_after_closing_are_refused() {
        assertThat(problems(WHOLE + "," + WHOLE))
                .anyMatch(problem -> problem.contains("there is a follow-up rule \"remind\" already"));
        assertThat(problems("""
                        {"name": "a", "in": "ANSWERED", "after": "PT1H", "times": 2, "calendar": "office", "do": ["close"]}""")).anyMatch(problem -> problem.contains("goes on after it has closed the case"));
        assertThat(problems("""
                        {"name": "a", "in": "ANSWERED", "after": "0 working days", "times": 2, "calendar": "office",
                         "do": ["tell customer"]}""")).anyMatch(problem -> problem.contains("comes due 2 times with no time between them"));
    }

    private static List<String> problems(String rules) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> read(rules)).problems().stream()
                .map(Problem::describe)
                .toList();
    }

    private static ModelFolder read(String rules) {
        return ModelFolder.read("ams/", file -> text(file, rules));
    }

    private static String text(String file, String rules) throws IOException {
        return file.equals("routing.json")
                ? "{\"format\": 1, \"rules\": [], \"followUps\": [\n" + rules + "]}"
                : Files.readString(AMS.resolve(file));
    }
}
