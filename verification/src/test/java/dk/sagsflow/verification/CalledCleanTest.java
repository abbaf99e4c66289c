package dk.sagsflow.verification;

import static dk.sagsflow.verification.finding.FindingCode.ADVISORY_TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.CALENDAR_UNUSED;
import static dk.sagsflow.verification.finding.FindingCode.COMPETENCE_MISSING;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_DEAD_END;
import static dk.sagsflow.verification.finding.FindingCode.GUARD_STOPS_TRIAGE;
import static dk.sagsflow.verification.finding.FindingCode.LIMIT_BEGINS_LATER;
import static dk.sagsflow.verification.finding.FindingCode.NO_LEAD;
import static dk.sagsflow.verification.finding.FindingCode.NO_LIMIT;
import static dk.sagsflow.verification.finding.FindingCode.NO_RESOLUTION;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_LOOPS;
import static dk.sagsflow.verification.finding.FindingCode.SPAN_NEVER_COUNTS;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_DOES_NOT_FIT;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_NEVER_DUE;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_WITHOUT_CLOCK;
import static dk.sagsflow.verification.finding.FindingCode.TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STAYS;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Models in which the desk goes wrong though each part of them looks right: none of them is called clean. */
class CalledCleanTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final SmallModel SOUND = SmallModel.sound();
    /** A second group beside BIT that no agreement names, and that reads no mail and has no lead. */
    private static SmallModel twoAt2nd(String entrance) {
        return SOUND.organisation("\"entrance\": \"bit\"", "\"entrance\": \"" + entrance + "\"")
                .organisation(
                        "{\"id\": \"kmd\", \"name\"",
                        "{\"id\": \"more\", \"name\": \"More\", \"tier\": \"2nd\"},\n{\"id\": \"kmd\", \"name\"");
    }

    private static ImmutableSet<FindingCode> found(SmallModel model) {
        return model.verification(FROM).findings().stream().map(Finding::code).collect(ImmutableSet.toImmutableSet());
    }

    /** Agreements with customers in two versions, the first of which promises no answer. */
    private static SmallModel promisedFrom(String later) {
        String version = "\"name\": \"Customers\", \"kind\": \"SLA\", \"provider\": {\"tier\": \"1st\"}, \"consumer\":"
                + " {\"customers\": \"EVERY\"}, \"targets\": [\n"
                + "    {\"id\": \"response\", \"measure\": \"FIRST_RESPONSE\", \"budget\": \"PT4H\", \"calendar\":"
                + " \"office\", \"thresholds\": [{\"at\": \"100%\", \"actions\": [\"notify working group\"]}]}";
        return SOUND.agreements(
                "{\"id\": \"customers\", ",
                "{\"id\": \"customers\", \"version\": \"1\", " + version
                        + "]},\n{\"id\": \"customers\", \"version\": \"2\", \"validFrom\": \"" + later + "\", ");
    }

    @Test
    void a_measure_that_the_first_version_of_an_agreement_lacks() {
        assertThat(found(promisedFrom("2008-12-01T00:00:00+01:00"))).contains(NO_RESOLUTION);
        assertThat(found(promisedFrom("2007-09-02T00:00:00+02:00"))).contains(NO_RESOLUTION);
        assertThat(found(SOUND)).doesNotContain(NO_RESOLUTION);
    }

    @Test
    void a_target_that_is_paused_for_its_whole_life() {
        String residence = "\"measure\": \"RESIDENCE\", \"budget\": \"PT16H\"";
        String whole =
                ", \"pausedBetween\": [{\"from\": [\"handed-over\"], \"until\": [\"answered\", \"given-back\"]}]";
        String relayed = ", \"pausedBetween\": [{\"from\": [\"handed-over\"], \"until\": [\"accepted\"]}, {\"from\":"
                + " [\"accepted\"], \"until\": [\"given-back\"]}]";

        assertThat(found(SOUND.agreements(residence, residence + whole))).contains(SPAN_NEVER_COUNTS);
        assertThat(found(SOUND.agreements(residence, residence + relayed))).contains(SPAN_NEVER_COUNTS);
        assertThat(found(SOUND.agreements(
                        residence,
                        residence
                                + relayed.replace(
                                        "[\"accepted\"], \"until\": [\"given-back\"]",
                                        "[\"note-added\"], \"until\": [\"given-back\"]"))))
                .doesNotContain(SPAN_NEVER_COUNTS);
    }

    /** BIT has promised so much for all visits to its tier. */
    private static SmallModel cumulative(SmallModel model, String actions) {
        return model.agreements("\"provider\": {\"tier\": \"2nd\"}", "\"provider\": {\"group\": \"bit\"}")
                .agreements(
                        "\"measure\": \"RESIDENCE\", \"budget\": \"PT16H\", \"calendar\": \"office\", \"thresholds\":"
                                + " [{\"at\": \"100%\", \"actions\": [\"notify working group\"]}]",
                        "\"measure\": \"CUMULATIVE_RESIDENCE\", \"budget\": \"PT16H\", \"calendar\": \"office\","
                                + " \"thresholds\": [{\"at\": \"100%\", \"actions\": [\""
                                + actions + "\"]}]");
    }

    @Test
    void a_group_whose_only_limit_is_that_of_the_group_which_a_case_came_to_first() {
        assertThat(found(cumulative(twoAt2nd("more"), "notify working group"))).contains(NO_LIMIT);
        assertThat(found(cumulative(twoAt2nd("bit"), "notify working group"))).doesNotContain(NO_LIMIT);
    }

    @Test
    void whoever_has_a_case_when_the_limit_of_all_visits_to_its_tier_is_passed_can_be_told() {
        assertThat(found(cumulative(SOUND, "notify working group"))).doesNotContain(TELLS_NOBODY);
        assertThat(found(cumulative(twoAt2nd("bit"), "notify working group"))).contains(TELLS_NOBODY);
        assertThat(found(cumulative(SOUND, "escalate to lead"))).doesNotContain(NO_LEAD);
        assertThat(found(cumulative(twoAt2nd("bit"), "escalate to lead"))).contains(NO_LEAD);
    }

    @Test
    void the_only_way_out_leads_aside_to_the_own_tier() {
        SmallModel aside = SOUND.organisation(
                        "{\"id\": \"bit\", \"name\"",
                        "{\"id\": \"other\", \"name\": \"Other\", \"tier\": \"1st\", \"lead\": \"head\", \"mail\":"
                                + " \"other@example.dk\"},\n"
                                + "{\"id\": \"bit\", \"name\"")
                .routing(
                        "[\"UNKNOWN\", \"SYSTEM\"]}, \"to\": \"bit\"",
                        "[\"UNKNOWN\", \"SYSTEM\"], \"group\": \"centre\"}, \"to\": \"other\"");

        assertThat(found(aside)).containsAnyOf(UNPLACED_STAYS, UNPLACED_STUCK);
    }

    @Test
    void a_passed_over_tier_without_an_address() {
        assertThat(found(SOUND.organisation(", \"mail\": \"bit@example.dk\"", "")))
                .contains(ADVISORY_TELLS_NOBODY);
    }

    @Test
    void two_competences_that_no_one_has_together_or_whoever_has_them_gets_no_case() {
        String needed =
                "\"by\": \"ROUND_ROBIN\", \"competences\": [{\"when\": {}, \"needs\": \"basic\"}, {\"when\": {},"
                        + " \"needs\": \"telephone\"}]";
        String basic = "\"groups\": [\"centre\"], \"mail\": \"hanne@example.dk\"";
        SmallModel both = SOUND.people(
                "\"competences\": [\"telephone\"]",
                "\"competences\": [\"telephone\", {\"id\": \"basic\", \"certified\": \"2007-03-01\", \"due\":"
                        + " \"2009-03-01\"}]");
        SmallModel apart = SOUND.people(
                basic,
                basic
                        + ", \"competences\": [{\"id\": \"basic\", \"certified\": \"2007-03-01\", \"due\":"
                        + " \"2009-03-01\"}]");

        assertThat(found(both.assignment(needed))).doesNotContain(COMPETENCE_MISSING);
        assertThat(found(apart.assignment(needed))).contains(COMPETENCE_MISSING);
        assertThat(found(both.assignment(needed + ", \"capacities\": {\"karen\": 0}")))
                .contains(COMPETENCE_MISSING);
    }

    @Test
    void a_guard_that_is_smaller_than_what_triage_needs() {
        assertThat(found(SOUND.routing("{\"format\": 1,", "{\"format\": 1, \"handOverLimit\": 2,")))
                .contains(GUARD_STOPS_TRIAGE);
        assertThat(found(SOUND.routing("{\"format\": 1,", "{\"format\": 1, \"handOverLimit\": 3,")))
                .doesNotContain(GUARD_STOPS_TRIAGE);
    }

    @Test
    void a_calendar_that_ends_within_the_year() {
        SmallModel ending = SOUND.calendars(
                        "]}\n",
                        ", {\"id\": \"shut\", \"minus\": [\"office\", \"office\"]}, {\"id\": \"more\", \"versions\":"
                                + " [{\"calendar\": \"office\"}, {\"from\": \"2008-01-01\", \"calendar\": \"shut\"}]}]}\n")
                .agreements(
                        "\"budget\": \"PT16H\", \"calendar\": \"office\"",
                        "\"budget\": \"PT16H\", \"calendar\": \"more\"");

        assertThat(found(ending)).contains(TARGET_NEVER_DUE);
    }

    @Test
    void an_escalation_to_a_tier_where_nobody_may_take_the_case() {
        SmallModel highest = SOUND.agreements(
                "\"budget\": \"PT24H\", \"calendar\": \"office\", \"thresholds\": [{\"at\": \"100%\", \"actions\":"
                        + " [\"notify working group\"]}]",
                "\"budget\": \"PT24H\", \"calendar\": \"office\", \"thresholds\": [{\"at\": \"100%\", \"actions\":"
                        + " [\"escalate functionally\"]}]");

        assertThat(found(highest)).contains(ESCALATION_DEAD_END);
    }

    @Test
    void a_limit_inside_a_limit_of_the_group_that_a_case_came_to_first() {
        SmallModel two = twoAt2nd("bit")
                .rule("\"group\": \"bit\", \"cause\": \"SYSTEM\"", "more")
                .agreement("\"kind\": \"OLA\", \"provider\": {\"group\": \"bit\"}, \"consumer\": {\"tier\": \"1st\"},"
                        + " \"targets\": [{\"id\": \"all\", \"measure\": \"CUMULATIVE_RESIDENCE\", \"budget\":"
                        + " \"BUDGET\", \"calendar\": \"office\", \"thresholds\": [], \"appliesTo\": {\"group\":"
                        + " \"more\"}}]");

        assertThat(found(two.agreements("BUDGET", "PT8H"))).contains(TARGET_DOES_NOT_FIT);
        assertThat(found(two.agreements("BUDGET", "PT16H"))).doesNotContain(TARGET_DOES_NOT_FIT);
    }

    @Test
    void a_target_that_holds_only_where_a_case_has_gone_on_to_has_clocks() {
        String asking = "\"kind\": \"OLA\", \"provider\": {\"group\": \"bit\"}, \"consumer\": {\"tier\": \"1st\"},"
                + " \"targets\": [{\"id\": \"asking\", \"measure\": \"%s\", \"appliesTo\": {\"group\": \"%s\"},"
                + " \"budget\": \"PT8H\", \"calendar\": \"office\", \"thresholds\": []}]";
        SmallModel two = twoAt2nd("bit");

        assertThat(found(two.agreement(asking.formatted("CUMULATIVE_RESIDENCE", "more"))))
                .doesNotContain(TARGET_WITHOUT_CLOCK);
        assertThat(found(two.agreement(asking.formatted("ANSWER", "kmd")))).doesNotContain(TARGET_WITHOUT_CLOCK);
        assertThat(found(two.agreement(asking.formatted("RESIDENCE", "more")))).contains(TARGET_WITHOUT_CLOCK);
        assertThat(found(two.agreement(asking.formatted("ANSWER", "centre")))).contains(TARGET_WITHOUT_CLOCK);
    }

    @Test
    void rules_that_lead_round_in_a_circle() {
        assertThat(found(twoAt2nd("bit")
                        .rule("\"group\": \"bit\"", "more")
                        .routing(
                                "[\n",
                                "[\n {\"name\": \"back\", \"when\": {\"group\": \"more\"}, \"to\": \"bit\"},\n")))
                .contains(ROUTE_LOOPS);
    }

    @Test
    void a_calendar_that_a_duty_plan_alone_names_is_used() {
        SmallModel more = SOUND.calendar("\"always\": true, \"zone\": \"UTC\"");

        assertThat(found(more)).contains(CALENDAR_UNUSED);
        assertThat(found(more.assignment(
                        "\"by\": \"ROUND_ROBIN\", \"duty\": [{\"member\": \"karen\", \"calendar\": \"more\"}]")))
                .doesNotContain(CALENDAR_UNUSED);
    }

    @Test
    void the_first_of_three_versions_is_asked_like_the_last() {
        assertThat(found(SOUND.agreements(
                        "{\"id\": \"bit\", \"name\": \"BIT\", \"kind\": \"OLA\"",
                        "{\"id\": \"bit\", \"version\": \"2\", \"validFrom\":"
                                + " \"2008-01-01T00:00:00+01:00\", \"name\": \"BIT\", \"kind\": \"OLA\"")))
                .containsAnyOf(NO_LIMIT, LIMIT_BEGINS_LATER);
    }
}
