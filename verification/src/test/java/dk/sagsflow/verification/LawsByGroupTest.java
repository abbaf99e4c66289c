package dk.sagsflow.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.proof.Proof;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of models in which it matters where a case is, how it came there, and which of several promises is the sooner. */
class LawsByGroupTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);

    /** A second group beside BIT that no agreement names. */
    private static final SmallModel TWO_AT_2ND = SmallModel.sound()
            .organisation(
                    "{\"id\": \"kmd\", \"name\"",
                    "{\"id\": \"more\", \"name\": \"More\", \"tier\": \"2nd\", \"mail\": \"more@example.dk\"},\n"
                            + "{\"id\": \"kmd\", \"name\"");

    private static Proof held(SmallModel model, String sentence) {
        String text = "{\"format\": 1, \"laws\": [{\"name\": \"a law\", " + sentence.replace('\'', '"') + "}]}";
        Laws laws = Laws.read("laws.json", text, model.folder());
        return LawVerification.of(model.folder(), laws, FROM).verdicts().get(0).proof();
    }

    @Test
    void what_a_follow_up_rule_does_at_one_group_of_a_tier_is_not_taken_for_the_others() {
        String heard = "'heard': {'within': 'PT2H', 'calendar': 'office'}";
        String told = "\"in\": \"SILENCE\", \"after\": \"PT1H\", \"do\": [\"tell customer\"]";

        assertThat(held(TWO_AT_2ND.followUps(told), heard)).isInstanceOf(Proof.Kept.class);
        assertThat(held(TWO_AT_2ND.followUps(told + ", \"when\": {\"not\": {\"group\": \"more\"}}"), heard))
                .isInstanceOfSatisfying(
                        Proof.Broken.class,
                        broken -> assertThat(broken.shown().describe()).contains("at more"));
    }

    /** BIT has promised so much for all visits to its tier, which is entered by the other group alone, or by BIT alone. */
    private static SmallModel cumulative(String entrance) {
        return TWO_AT_2ND
                .organisation("\"entrance\": \"bit\"", "\"entrance\": \"" + entrance + "\"")
                .agreements("\"provider\": {\"tier\": \"2nd\"}", "\"provider\": {\"group\": \"bit\"}")
                .agreements(
                        "\"measure\": \"RESIDENCE\", \"budget\": \"PT16H\"",
                        "\"measure\": \"CUMULATIVE_RESIDENCE\", \"budget\": \"PT16H\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        'has': {'group': 'bit', 'atMost': 'PT16H', 'calendar': 'office'}
        'told': {'group': 'bit', 'within': 'PT17H', 'calendar': 'office'}
        """)
    void a_limit_for_all_visits_to_a_tier_is_that_of_the_group_which_a_case_came_to_first(String sentence) {
        assertThat(held(cumulative("bit"), sentence)).isInstanceOf(Proof.Kept.class);
        assertThat(held(cumulative("bit"), sentence.replace("bit", "more"))).isInstanceOf(Proof.Kept.class);
        assertThat(held(cumulative("more"), sentence)).isInstanceOf(Proof.Broken.class);
        assertThat(held(cumulative("more"), sentence.replace("bit", "more"))).isInstanceOf(Proof.Broken.class);
    }

    @Test
    void a_part_is_one_of_every_time_in_which_an_answer_is_promised() {
        String half = "'when': {'system': 'amanda'}, 'has': {'group': 'kmd', 'atMost': '50%'}";
        SmallModel sooner = SmallModel.sound()
                .customerTarget("\"measure\": \"RESOLUTION\", \"budget\": \"PT60H\", \"pausedBetween\": [{\"from\":"
                        + " [\"put-on-hold\"], \"until\": [\"resumed\"]}], \"thresholds\": []");
        SmallModel later = SmallModel.sound()
                .customerTarget("\"measure\": \"RESOLUTION\", \"budget\": \"PT90H\", \"pausedBetween\": [{\"from\":"
                        + " [\"put-on-hold\"], \"until\": [\"resumed\"]}], \"thresholds\": []");

        assertThat(held(SmallModel.sound(), half)).isInstanceOf(Proof.Kept.class);
        assertThat(held(later, half)).isInstanceOf(Proof.Kept.class);
        assertThat(held(sooner, half)).isInstanceOf(Proof.Broken.class);
    }

    @Test
    void a_night_after_midnight_begins_and_ends_on_one_day() {
        assertThat(held(toldAfter(4), night("00:00-06:00"))).isInstanceOf(Proof.Kept.class);
        assertThat(held(toldAfter(7), night("00:00-06:00"))).isInstanceOf(Proof.Broken.class);
        assertThat(held(toldAfter(6), night("22:00-06:00"))).isInstanceOf(Proof.Kept.class);
        assertThat(held(toldAfter(9), night("22:00-06:00"))).isInstanceOf(Proof.Broken.class);
    }

    /** BIT is told after so many hours, by day or night. */
    private static SmallModel toldAfter(int hours) {
        return SmallModel.sound()
                .calendar("\"zone\": \"Europe/Copenhagen\", \"always\": true")
                .agreements(
                        "\"budget\": \"PT16H\", \"calendar\": \"office\", \"thresholds\": [{\"at\": \"100%\"",
                        "\"budget\": \"PT100H\", \"calendar\": \"more\", \"thresholds\": [{\"at\": \"" + hours + "%\"");
    }

    private static String night(String night) {
        return "'told': {'tier': '2nd', 'beforeNightIsOver': '" + night + "'}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        'told': {'tier': '2nd', 'group': 'bit', 'within': 'PT1H'} | tier and group
        'told': {'tier': '2nd', 'within': 'PT1H', 'beforeNightIsOver': '22:00-06:00'} | within and beforeNightIsOver
        'told': {'tier': '2nd', 'calendar': 'office', 'beforeNightIsOver': '22:00-06:00'} | calendar and beforeNightIsOver
        'told': {'tier': '2nd', 'beforeNightIsOver': '06:00-06:00'} | begins and ends at 06:00
        'has': {'group': 'kmd', 'atMost': '50%', 'calendar': 'office'} | calendar
        'passes': {'group': 'bit', 'before': {'tier': '3rd', 'group': 'kmd'}} | tier and group
        'onlyThese': {'tier': '3rd', 'group': 'kmd'} | tier and group
        """)
    void members_that_contradict_one_another_are_refused(String sentence, String told) {
        assertThatThrownBy(() -> held(SmallModel.sound(), sentence))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        wrong -> assertThat(wrong.lines())
                                .singleElement()
                                .asString()
                                .contains(told));
    }
}
