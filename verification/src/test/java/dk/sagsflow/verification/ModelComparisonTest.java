package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.routing.configuration.Routing;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.verification.comparison.ModelChange;
import dk.sagsflow.verification.comparison.ModelComparison;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes when a word of a model does. */
class ModelComparisonTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final SmallModel SOUND = SmallModel.sound();

    private static List<String> changes(SmallModel before, SmallModel after) {
        return ModelComparison.of(before.folder().model(), after.folder().model(), FROM).changes().stream()
                .map(ModelChange::describe)
                .toList();
    }

    @Test
    void the_language_of_a_group_is_told() {
        SmallModel danish =
                SOUND.organisation("\"lead\": \"bit-head\"", "\"lead\": \"bit-head\", \"language\": \"da\"");
        SmallModel english =
                SOUND.organisation("\"lead\": \"bit-head\"", "\"lead\": \"bit-head\", \"language\": \"en\"");

        assertThat(changes(danish, english)).containsExactly("TOLD: language of group bit was da, and is en");
        assertThat(changes(danish, danish)).isEmpty();
    }

    /** No rule leads such a case to the group: people bring it there, or a limit sends it on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        "group": "kmd", "cause": "SYSTEM"         | ibm
        "tier": "2nd", "cause": "USER_ERROR"      | law
        "group": "law", "not": {"cause": "BUSINESS"} | kmd
        """)
    void a_rule_for_cases_that_no_rule_leads_there_is_told(String when, String to) {
        assertThat(changes(SOUND, SOUND.rule(when, to)))
                .isNotEmpty()
                .allMatch(change -> change.startsWith("ROUTE: triage led it by "))
                .anyMatch(change -> change.contains(" > " + to + ", once it is brought to "));
        assertThat(changes(SOUND.rule(when, to), SOUND.rule(when, to))).isEmpty();
    }

    @Test
    void a_rule_that_stands_there_twice_does_what_it_does_twice() {
        String rule = "\"in\": \"SILENCE\", \"after\": \"PT8H\", \"do\": [\"tell customer\"]";
        String citizens = rule + ", \"when\": {\"customerKind\": \"CITIZEN\"}";

        assertThat(changes(SOUND.followUps(rule), SOUND.followUps(rule, rule)))
                .singleElement()
                .asString()
                .startsWith("FOLLOW_UP: is done 2 times, and was once: SILENCE");
        assertThat(changes(SOUND.followUps(rule, citizens), SOUND.followUps(rule)))
                .singleElement()
                .asString()
                .startsWith("FOLLOW_UP: is done once, and was 2 times: SILENCE");
        assertThat(changes(SOUND.followUps(rule), SOUND))
                .singleElement()
                .asString()
                .contains("is done no more");
    }

    @Test
    void what_follow_up_rules_do_to_their_rhythm_is_told_in_full() {
        String rule = "\"in\": \"HANDED_OVER\", \"after\": \"PT16H\", \"times\": 3, \"do\": [\"notify working group\"]";

        assertThat(changes(
                        SOUND.followUps(rule + ", \"every\": \"PT8H\""),
                        SOUND.followUps(rule + ", \"every\": \"PT4H\"")))
                .anyMatch(change -> change.contains("every PT8H"))
                .anyMatch(change -> change.contains("every PT4H"));
        assertThat(changes(SOUND.followUps(rule), SOUND.followUps(rule + ", \"handedOverBy\": \"1st\"")))
                .anyMatch(change -> change.contains("by tier 1st"));
    }

    /** A clock of a tier, or of an answer, goes by whoever has the case, at other groups too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        CUMULATIVE_RESIDENCE | more
        ANSWER | kmd
        """)
    void a_target_that_asks_where_the_case_is_changes_for_cases_that_are_elsewhere(String measure, String here) {
        SmallModel two = SOUND.organisation(
                "{\"id\": \"kmd\", \"name\"",
                "{\"id\": \"more\", \"name\": \"More\", \"tier\": \"2nd\", \"mail\": \"more@example.dk\"},\n"
                        + "{\"id\": \"kmd\", \"name\"");

        assertThat(changes(two.agreement(asking(measure, here, "PT5H")), two.agreement(asking(measure, here, "PT6H"))))
                .singleElement()
                .asString()
                .startsWith("DUE: from ")
                .contains(measure + " was due at");
    }

    private static String asking(String measure, String here, String budget) {
        return ("\"kind\": \"OLA\", \"provider\": {\"group\": \"bit\"}, \"consumer\": {\"tier\": \"1st\"},"
                        + " \"targets\": [{\"id\": \"asking\", \"measure\": \"%s\", \"appliesTo\": {\"group\": \"%s\"},"
                        + " \"budget\": \"%s\", \"calendar\": \"office\", \"thresholds\": []}]")
                .formatted(measure, here, budget);
    }

    @Test
    void other_ages_in_figures_are_told() {
        SmallModel hours = SOUND.organisation("\"contactTier\"", "\"ages\": [\"PT8H\", \"P1D\"], \"contactTier\"");

        assertThat(changes(SOUND, hours))
                .singleElement()
                .asString()
                .startsWith("ORGANISATION: ages was [PT24H, PT72H, PT168H, PT336H, PT720H], and is [PT8H, PT24H]");
    }

    /** What a model says that a comparison is known to look at, or on purpose does not; what is new must be put into one of them. */
    @Test
    void nothing_that_a_model_says_is_left_out_by_oversight() {
        assertThat(said(SupportModel.class)).isEqualTo(Set.of("organisation", "agreements", "routing"));
        assertThat(said(SupportOrganisation.class))
                .isEqualTo(Set.of(
                        "name",
                        "tiers",
                        "contactTier",
                        "groups",
                        "systems",
                        "attributes",
                        "competences",
                        "duty",
                        "priorityMatrix",
                        "ages"));
        assertThat(said(Tier.class)).isEqualTo(Set.of("id", "name", "entrance"));
        assertThat(said(SupportGroup.class))
                .isEqualTo(Set.of("id", "name", "tier", "kind", "systems", "lead", "mailAddress", "language"));
        assertThat(said(Routing.class))
                .isEqualTo(Set.of(
                        "triage", "handOvers", "followUps", "assignments", "handOverLimit", "replies", "groupNotices"));
        assertThat(said(FollowUpRule.class))
                .isEqualTo(Set.of(
                        "name",
                        "occasion",
                        "when",
                        "handedOverBy",
                        "after",
                        "every",
                        "times",
                        "calendar",
                        "actions",
                        "last",
                        "heldToOpeningHours"));
        assertThat(said(Agreement.class))
                .isEqualTo(Set.of(
                        "id",
                        "name",
                        "kind",
                        "provider",
                        "consumer",
                        "version",
                        "validFrom",
                        "priorityMatrix",
                        "targets",
                        "onChange",
                        "onReopening"));
        assertThat(said(Target.class))
                .isEqualTo(
                        Set.of("id", "measure", "span", "appliesTo", "budget", "calendar", "pausedBy", "thresholds"));
        assertThat(said(Threshold.class)).isEqualTo(Set.of("at", "actions", "heldToOpeningHours"));
    }

    private static Set<String> said(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(part -> part.getName())
                    .collect(Collectors.toSet());
        }
        Set<String> withers = Arrays.stream(type.getInterfaces())
                .flatMap(with -> Arrays.stream(with.getMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("with"))
                .map(name -> name.substring(4, 5).toLowerCase(Locale.ROOT) + name.substring(5))
                .collect(Collectors.toSet());
        assertThat(withers).isNotEmpty();
        return withers;
    }
}
