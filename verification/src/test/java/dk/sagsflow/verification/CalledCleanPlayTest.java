package dk.sagsflow.verification;

import static dk.sagsflow.verification.finding.FindingCode.COMPETENCE_MISSING;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_DEAD_END;
import static dk.sagsflow.verification.finding.FindingCode.ESCALATION_FINDS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.GUARD_STOPS_TRIAGE;
import static dk.sagsflow.verification.finding.FindingCode.NOBODY_FROM_THEN_ON;
import static dk.sagsflow.verification.finding.FindingCode.NOBODY_TOLD_FOR_A_TIME;
import static dk.sagsflow.verification.finding.FindingCode.NO_AGREEMENT_BETWEEN_TIERS;
import static dk.sagsflow.verification.finding.FindingCode.NO_LIMIT;
import static dk.sagsflow.verification.finding.FindingCode.REFUSED_BY_HAND;
import static dk.sagsflow.verification.finding.FindingCode.REPLIES_NEVER_TOO_LATE;
import static dk.sagsflow.verification.finding.FindingCode.ROUTE_LOOPS;
import static dk.sagsflow.verification.finding.FindingCode.SPAN_NEVER_COUNTS;
import static dk.sagsflow.verification.finding.FindingCode.SUPPLIER_WITHOUT_CONTRACT;
import static dk.sagsflow.verification.finding.FindingCode.TARGET_DOES_NOT_FIT;
import static dk.sagsflow.verification.finding.FindingCode.TELLS_NOBODY;
import static dk.sagsflow.verification.finding.FindingCode.UNPLACED_STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.scenario.Rehearsal;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Models that lie beside those of {@link CalledCleanTest}: the same mistake at another tier, for another measure, at another
 * time or of other people. Where a desk goes wrong it is played, and verification says so beforehand.
 */
class CalledCleanPlayTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final SmallModel SOUND = SmallModel.sound();
    private static final Spot HERE = new Spot("a neighbour", 1, 1, 0, 0);
    /** A Monday morning. */
    private static final Instant MONDAY = Instant.parse("2007-09-03T06:00:00Z");

    private static final String TO_BIT = "\"budget\": \"PT16H\", \"calendar\": \"office\", \"thresholds\": [{\"at\":"
            + " \"100%\", \"actions\": [\"notify working group\"]}]";
    private static final String HEAD =
            "{\"id\": \"head\", \"name\": \"Hanne\", \"groups\": [\"centre\"], \"mail\":" + " \"hanne@example.dk\"";

    private static ImmutableSet<FindingCode> found(SmallModel model) {
        return model.verification(FROM).findings().stream().map(Finding::code).collect(ImmutableSet.toImmutableSet());
    }

    private static Opening opening(Instant at, String group, CaseKind kind, Cause cause, String system) {
        Registration.Builder registration = Registration.builder()
                .customer(CustomerId.of("customer"))
                .subject("something")
                .kind(kind)
                .cause(cause)
                .group(GroupId.of(group));
        if (!system.isEmpty()) {
            registration.system(SystemId.of(system));
        }
        CustomerKind asking = group.equals("own") ? CustomerKind.SUPERUSER : CustomerKind.CITIZEN;
        Opening.Asker asker = new Opening.Asker(Optional.empty(), asking, Optional.empty());
        return new Opening(at, asker, Optional.empty(), registration.build(), Optional.empty(), HERE);
    }

    private static Rehearsal desk(SmallModel model, Opening opening) {
        ModelFolder folder = model.folder();
        PeopleFile people = PeopleFile.read(
                "people.json",
                model.texts().getOrDefault("people.json", ""),
                folder.model().organisation());
        Rehearsal desk =
                new Rehearsal(new SubjectModel(folder.model(), people.people(), "", ImmutableMap.of()), opening);
        assertThat(desk.opens().wasAccepted()).isTrue();
        return desk;
    }

    private static Outcome<?> happens(Rehearsal desk, Verb verb, Detail detail, String value) {
        return desk.happens(new Happening(
                desk.now(), verb, ImmutableMap.of(detail, value), Optional.empty(), Optional.empty(), HERE));
    }

    private static Outcome<?> triaged(Rehearsal desk) {
        return desk.happens(
                new Happening(desk.now(), Verb.TRIAGED, ImmutableMap.of(), Optional.empty(), Optional.empty(), HERE));
    }

    private static List<Duration> used(Rehearsal desk, Measure measure) {
        return desk.clocks(desk.now()).stream()
                .map(clock -> clock.reading())
                .filter(reading -> reading.measure() == measure)
                .map(reading -> reading.consumed())
                .toList();
    }

    private static boolean unheard(Rehearsal desk) {
        return !desk.current().unheard().isEmpty();
    }

    // 1: versions

    @Test
    @Tag("R18")
    void a_contract_that_begins_in_a_year() {
        String contract = "\"kind\": \"UNDERPINNING_CONTRACT\", \"provider\": {\"group\": \"kmd\"}";
        String later = "\"version\": \"1\", \"validFrom\": \"%s\", " + contract;
        SmallModel limits = SOUND.agreement("\"kind\": \"OLA\", \"provider\": {\"tier\": \"3rd\"}, \"consumer\":"
                + " {\"tier\": \"2nd\"}, \"targets\": [{\"id\": \"all\", \"measure\": \"RESIDENCE\", \"budget\":"
                + " \"PT60H\", \"calendar\": \"office\", \"thresholds\": []}]");

        assertThat(found(limits)).doesNotContain(SUPPLIER_WITHOUT_CONTRACT);
        assertThat(found(limits.agreements(contract, later.formatted("2008-09-01T00:00:00+02:00"))))
                .contains(SUPPLIER_WITHOUT_CONTRACT);
        assertThat(found(limits.agreements(contract, later.formatted("2007-01-01T00:00:00+01:00"))))
                .doesNotContain(SUPPLIER_WITHOUT_CONTRACT);
    }

    @Test
    @Tag("R16")
    void an_agreement_between_tiers_whose_second_version_is_with_others() {
        String second = "\"provider\": {\"tier\": \"2nd\"}, \"consumer\": {\"tier\": \"1st\"}, \"targets\": [\n";
        SmallModel other = SOUND.agreements(
                "{\"id\": \"bit\", \"name\": \"BIT\", \"kind\": \"OLA\", " + second,
                "{\"id\": \"bit\", \"version\": \"2\", \"validFrom\": \"2008-01-01T00:00:00+01:00\", \"name\": \"BIT\","
                        + " \"kind\": \"OLA\", \"provider\": {\"tier\": \"2nd\"}, \"consumer\": {\"tier\": \"own\"},"
                        + " \"targets\": [{\"id\": \"residence\", \"measure\": \"RESIDENCE\", \"budget\": \"PT16H\","
                        + " \"calendar\": \"office\", \"thresholds\": []}]},\n{\"id\": \"bit\", \"version\": \"1\","
                        + " \"name\": \"BIT\", \"kind\": \"OLA\", " + second);

        assertThat(found(other)).contains(NO_AGREEMENT_BETWEEN_TIERS);
        assertThat(found(SOUND)).doesNotContain(NO_AGREEMENT_BETWEEN_TIERS);
    }

    // 2: pauses

    @Test
    void a_pause_for_life_at_the_tier_where_cases_are_registered_alone() {
        String residence = "\"budget\": \"PT8H\", \"calendar\": \"office\"";
        String pause = ", \"pausedBetween\": [{\"from\": [\"%s\"], \"until\": [\"answered\", \"given-back\"]}]";
        SmallModel paused = SOUND.agreements(residence, residence + pause.formatted("registered"));
        Rehearsal desk = desk(paused, opening(MONDAY, "own", CaseKind.QUESTION, Cause.USER_ERROR, ""));

        desk.until(MONDAY.plus(Duration.ofDays(40)));

        assertThat(used(desk, Measure.RESIDENCE)).containsExactly(Duration.ZERO);
        assertThat(found(paused)).contains(SPAN_NEVER_COUNTS);
        assertThat(found(SOUND.agreements(residence, residence + pause.formatted("accepted"))))
                .doesNotContain(SPAN_NEVER_COUNTS);
    }

    @Test
    void a_pause_for_life_behind_the_entrance_of_the_contact_tier() {
        SmallModel behind = SOUND.organisation(
                        "{\"id\": \"bit\", \"name\"",
                        "{\"id\": \"phone\", \"name\": \"Phone\", \"tier\": \"1st\", \"lead\": \"head\", \"mail\":"
                                + " \"phone@example.dk\"},\n{\"id\": \"bit\", \"name\"")
                .agreement("\"kind\": \"OLA\", \"provider\": {\"group\": \"phone\"}, \"consumer\": {\"tier\": \"own\"},"
                        + " \"targets\": [{\"id\": \"phone\", \"measure\": \"RESIDENCE\", \"budget\": \"PT8H\","
                        + " \"calendar\": \"office\", \"thresholds\": [], \"pausedBetween\": [{\"from\":"
                        + " [\"handed-over\"], \"until\": [\"given-back\"]}]}]")
                .agreements("escalate functionally", "notify working group");
        Rehearsal desk = desk(behind, opening(MONDAY, "centre", CaseKind.QUESTION, Cause.USER_ERROR, ""));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "phone").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(40)));

        assertThat(used(desk, Measure.RESIDENCE)).contains(Duration.ZERO);
        assertThat(desk.current().working().orElseThrow().group()).isEqualTo(GroupId.of("phone"));
        assertThat(found(behind)).contains(SPAN_NEVER_COUNTS);
    }

    // 3: limits of all visits

    @Test
    @Tag("R16")
    void a_limit_of_all_visits_for_what_the_case_was_when_it_came() {
        SmallModel two = SOUND.organisation(
                        "\"tier\": \"2nd\", \"lead\"", "\"tier\": \"2nd\", \"systems\": [\"amanda\"], \"lead\"")
                .organisation(
                        "{\"id\": \"kmd\", \"name\"",
                        "{\"id\": \"more\", \"name\": \"More\", \"tier\": \"2nd\", \"lead\": \"bit-head\", \"mail\":"
                                + " \"more@example.dk\", \"systems\": [\"jobnet\"]},\n{\"id\": \"kmd\", \"name\"")
                .agreements("\"provider\": {\"tier\": \"2nd\"}", "\"provider\": {\"group\": \"bit\"}")
                .agreements(
                        "\"measure\": \"RESIDENCE\", \"budget\": \"PT16H\"",
                        "\"measure\": \"CUMULATIVE_RESIDENCE\", \"appliesTo\": {\"not\": {\"system\": \"jobnet\"}},"
                                + " \"budget\": \"PT16H\"");
        Rehearsal desk = desk(two, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.SYSTEM, "amanda"));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "bit").orElseThrow();
        happens(desk, Verb.CLASSIFIED, Detail.SYSTEM, "jobnet").orElseThrow();
        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "more").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(40)));

        assertThat(used(desk, Measure.CUMULATIVE_RESIDENCE)).isEmpty();
        assertThat(found(two)).contains(NO_LIMIT);
    }

    // 4: ways out, by rule and by limit

    @Test
    void a_case_that_a_limit_sends_on_is_led_back_where_it_came_from() {
        SmallModel back = SOUND.rule("\"tier\": \"2nd\", \"cause\": \"USER_ERROR\"", "centre");
        Rehearsal desk = desk(back, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.USER_ERROR, ""));

        desk.until(MONDAY.plus(Duration.ofDays(2)));

        assertThat(desk.current().working().orElseThrow().group()).isEqualTo(GroupId.of("bit"));
        assertThat(triaged(desk)).isInstanceOf(Outcome.Refused.class);
        assertThat(found(back)).contains(ROUTE_LOOPS);
        assertThat(found(SOUND.rule("\"tier\": \"2nd\", \"cause\": \"USER_ERROR\"", "law")))
                .doesNotContain(ROUTE_LOOPS);
        assertThat(found(back.agreements("escalate functionally", "notify working group")))
                .doesNotContain(ROUTE_LOOPS)
                .contains(REFUSED_BY_HAND);
    }

    /** Two more groups behind the entrance of the 2nd tier, where people alone bring cases. */
    private static SmallModel behindBit() {
        String group = "{\"id\": \"%s\", \"name\": \"%s\", \"tier\": \"2nd\", \"lead\": \"bit-head\", \"mail\":"
                + " \"%s@example.dk\"},\n";
        return SOUND.organisation(
                "{\"id\": \"kmd\", \"name\"",
                group.formatted("more", "More", "more") + group.formatted("last", "Last", "last")
                        + "{\"id\": \"kmd\", \"name\"");
    }

    private static Rehearsal broughtBehindBit(SmallModel model, String... groups) {
        Rehearsal desk = desk(model, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.USER_ERROR, ""));
        Stream.of(groups)
                .forEach(group ->
                        happens(desk, Verb.HANDED_OVER, Detail.GROUP, group).orElseThrow());
        return desk;
    }

    @Test
    void a_case_that_people_bring_on_and_on_is_led_back_where_it_came_from() {
        SmallModel back = behindBit().rule("\"group\": \"more\"", "bit");

        assertThat(triaged(broughtBehindBit(back, "bit", "more"))).isInstanceOf(Outcome.Refused.class);
        assertThat(found(back)).contains(REFUSED_BY_HAND);
        assertThat(triaged(broughtBehindBit(behindBit().rule("\"group\": \"more\"", "last"), "bit", "more")))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(found(behindBit().rule("\"group\": \"more\"", "last"))).doesNotContain(REFUSED_BY_HAND);
    }

    @Test
    void a_case_that_people_bring_on_is_led_round_in_a_circle() {
        SmallModel circle = behindBit()
                .rule("\"group\": \"more\"", "last")
                .routing("[\n", "[\n {\"name\": \"back\", \"when\": {\"group\": \"last\"}, \"to\": \"more\"},\n");
        Rehearsal desk = broughtBehindBit(circle, "bit", "more");

        assertThat(triaged(desk)).isInstanceOf(Outcome.Accepted.class);
        assertThat(triaged(desk)).isInstanceOf(Outcome.Refused.class);
        assertThat(found(circle)).contains(REFUSED_BY_HAND);
    }

    @Test
    void a_case_that_people_bring_on_is_led_where_no_hand_over_is_allowed() {
        SmallModel down = behindBit().rule("\"group\": \"last\"", "centre");
        SmallModel other = behindBit().rule("\"group\": \"last\", \"system\": \"amanda\"", "ibm");

        assertThat(triaged(broughtBehindBit(down, "bit", "more", "last"))).isInstanceOf(Outcome.Refused.class);
        assertThat(found(down)).contains(REFUSED_BY_HAND);
        assertThat(found(other)).contains(REFUSED_BY_HAND);
        assertThat(found(behindBit().rule("\"group\": \"last\", \"system\": \"jobnet\"", "ibm")))
                .doesNotContain(REFUSED_BY_HAND);
    }

    @Test
    void a_limit_of_customers_sends_on_from_where_people_bring_cases_and_nobody_takes_them() {
        SmallModel sent = SOUND.organisation(
                        "{\"id\": \"bit\", \"name\"",
                        "{\"id\": \"phone\", \"name\": \"Phone\", \"tier\": \"1st\", \"lead\": \"head\", \"mail\":"
                                + " \"phone@example.dk\"},\n{\"id\": \"bit\", \"name\"")
                .agreements("notify working group", "escalate functionally")
                .agreements(
                        "escalate functionally\"]}, {\"at\": \"100%\"", "notify working group\"]}, {\"at\": \"100%\"");
        String own = "{\"name\": \"own\", \"from\": {\"tier\": \"own\"}, \"to\": {\"tier\": \"1st\"}}";
        String up = "{\"name\": \"up\", \"from\": {\"%s\": \"%s\"}, \"to\": {\"tier\": \"2nd\"}}";
        String on = "{\"name\": \"on\", \"from\": {\"tier\": \"2nd\"}, \"to\": {\"tier\": \"3rd\"}}";
        String law = "{\"name\": \"law\", \"from\": {\"tier\": \"1st\"}, \"to\": {\"group\": \"law\"}, \"when\":"
                + " {\"cause\": \"BUSINESS\"}}";
        String aside = "{\"name\": \"aside\", \"from\": {\"group\": \"centre\"}, \"to\": {\"group\": \"phone\"}}";
        SmallModel stuck = sent.ways(own, up.formatted("group", "centre"), on, law, aside);
        Rehearsal desk = desk(stuck, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.USER_ERROR, ""));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "phone").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(2)));

        assertThat(desk.current().working().orElseThrow().group()).isEqualTo(GroupId.of("phone"));
        assertThat(found(stuck)).contains(ESCALATION_DEAD_END);
        assertThat(found(sent.ways(own, up.formatted("tier", "1st"), on, law, aside)))
                .doesNotContain(ESCALATION_DEAD_END);
    }

    @Test
    void incidents_of_one_system_that_no_group_of_the_next_tier_supports() {
        assertThat(found(SOUND.organisation(
                        "\"tier\": \"2nd\", \"lead\"", "\"tier\": \"2nd\", \"systems\": [\"jobnet\"], \"lead\"")))
                .contains(UNPLACED_STUCK);
    }

    // 5: nobody is told

    @Test
    @Tag("R17")
    void a_limit_that_tells_groups_without_an_address_where_nobody_leads() {
        SmallModel silent = SOUND.organisation("\"lead\": \"head\", ", "")
                .organisation(", \"lead\": \"bit-head\", \"mail\": \"bit@example.dk\"", "");
        Rehearsal desk = desk(silent, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.UNKNOWN, ""));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "bit").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(4)));

        assertThat(unheard(desk)).isTrue();
        assertThat(found(silent)).contains(TELLS_NOBODY, ESCALATION_FINDS_NOBODY);
        assertThat(found(SOUND)).doesNotContain(TELLS_NOBODY, ESCALATION_FINDS_NOBODY);
    }

    @Test
    @Tag("R17")
    void a_limit_that_only_tells_groups_without_an_address_where_nobody_leads() {
        SmallModel telling = SOUND.agreements("escalate functionally", "notify working group")
                .agreements("escalate to lead", "notify working group")
                .organisation("\"lead\": \"head\", ", "");
        SmallModel silent = telling.organisation(", \"lead\": \"bit-head\", \"mail\": \"bit@example.dk\"", "");
        Rehearsal desk = desk(silent, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.UNKNOWN, ""));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "bit").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(4)));

        assertThat(unheard(desk)).isTrue();
        assertThat(found(silent)).contains(TELLS_NOBODY, ESCALATION_FINDS_NOBODY);
        assertThat(found(telling)).doesNotContain(TELLS_NOBODY, ESCALATION_FINDS_NOBODY);
        assertThat(found(telling.organisation(", \"mail\": \"bit@example.dk\"", "")))
                .contains(TELLS_NOBODY)
                .doesNotContain(ESCALATION_FINDS_NOBODY);
        assertThat(found(silent.organisation("\"contactTier\"", "\"duty\": [\"head\"], \"contactTier\"")))
                .doesNotContain(ESCALATION_FINDS_NOBODY);
    }

    @Test
    @Tag("R17")
    void a_limit_that_only_tells_a_group_without_an_address_whose_leads_are_away() {
        String away = ", \"absences\": [{\"from\": \"2007-08-01T00:00:00Z\", \"until\": \"2010-01-01T00:00:00Z\"}]";
        String bitHead = "\"mail\": \"birthe@example.dk\"";
        SmallModel silent = SOUND.agreements("escalate functionally", "notify working group")
                .agreements("escalate to lead", "notify working group")
                .organisation(", \"mail\": \"bit@example.dk\"", "")
                .people(HEAD, HEAD + away);

        assertThat(found(silent)).doesNotContain(ESCALATION_FINDS_NOBODY);
        assertThat(found(silent.people(bitHead, bitHead + away))).contains(ESCALATION_FINDS_NOBODY);
    }

    @Test
    @Tag("R17")
    void a_limit_that_tells_leads_who_are_away_or_read_no_mail() {
        SmallModel away =
                SOUND.people(HEAD, HEAD + ", \"absences\": [{\"from\": \"2007-08-01T00:00:00Z\", \"until\": \"%s\"}]");
        SmallModel years = away.people("%s", "2010-01-01T00:00:00Z");
        SmallModel month = away.people("%s", "2007-10-01T00:00:00Z");
        Rehearsal desk = desk(years, opening(MONDAY, "own", CaseKind.QUESTION, Cause.USER_ERROR, ""));

        happens(desk, Verb.HANDED_OVER, Detail.GROUP, "centre").orElseThrow();
        happens(desk, Verb.WAITS, Detail.WAITING, "SUPPLIER").orElseThrow();
        desk.until(MONDAY.plus(Duration.ofDays(2)));

        assertThat(unheard(desk)).isTrue();
        assertThat(found(years)).contains(ESCALATION_FINDS_NOBODY);
        assertThat(found(month)).contains(NOBODY_TOLD_FOR_A_TIME).doesNotContain(ESCALATION_FINDS_NOBODY);
        assertThat(found(SOUND.people(", \"mail\": \"hanne@example.dk\"", ""))).contains(ESCALATION_FINDS_NOBODY);
        assertThat(found(SOUND)).doesNotContain(NOBODY_TOLD_FOR_A_TIME, ESCALATION_FINDS_NOBODY);
        assertThat(found(years.organisation("\"contactTier\"", "\"duty\": [\"bit-head\"], \"contactTier\"")))
                .doesNotContain(NOBODY_TOLD_FOR_A_TIME, ESCALATION_FINDS_NOBODY);
    }

    // 6 and 8: who can be given a case, now and until the end

    /** A calendar called more that is open as the office until a day. */
    private static SmallModel ending(String day) {
        return SOUND.calendars(
                "]}\n",
                ", {\"id\": \"shut\", \"minus\": [\"office\", \"office\"]}, {\"id\": \"more\", \"versions\":"
                        + " [{\"calendar\": \"office\"}, {\"from\": \"" + day + "\", \"calendar\": \"shut\"}]}]}\n");
    }

    private static SmallModel needing(String more) {
        return SOUND.assignment(
                "\"by\": \"ROUND_ROBIN\", \"competences\": [{\"when\": {}, \"needs\": \"telephone\"}]" + more);
    }

    private static SmallModel karen(String more) {
        String competent = "\"groups\": [\"centre\"], \"competences\": [\"telephone\"]";
        return needing("").people(competent, competent + more);
    }

    private static boolean waits(SmallModel model, Instant at) {
        Rehearsal desk = desk(model, opening(at, "centre", CaseKind.QUESTION, Cause.USER_ERROR, ""));
        desk.until(at.plus(Duration.ofHours(4)));
        return desk.current().status() == CaseStatus.QUEUED;
    }

    @Test
    @Tag("R31")
    void the_only_one_who_is_certified_is_away() {
        String away = ", \"absences\": [{\"from\": \"2007-08-01T00:00:00Z\", \"until\": \"%s\"}]";
        String twice = ", \"absences\": [{\"from\": \"2007-08-01T00:00:00Z\", \"until\": \"2008-02-01T00:00:00Z\"},"
                + " {\"from\": \"2008-02-01T00:00:00Z\", \"until\": \"2008-10-01T00:00:00Z\"}]";

        assertThat(waits(karen(away.formatted("2008-09-01T00:00:00Z")), MONDAY)).isTrue();
        assertThat(found(karen(away.formatted("2008-09-01T00:00:00Z")))).contains(COMPETENCE_MISSING);
        assertThat(found(karen(twice))).contains(COMPETENCE_MISSING);
        assertThat(found(karen(away.formatted("2008-08-31T00:00:00Z")))).doesNotContain(COMPETENCE_MISSING);
        assertThat(waits(needing(""), MONDAY)).isFalse();
        assertThat(found(needing(""))).doesNotContain(COMPETENCE_MISSING, NOBODY_FROM_THEN_ON);
    }

    @Test
    @Tag("R31")
    void the_only_one_who_is_certified_is_on_duty_only_while_away() {
        SmallModel planned = ending("2007-10-01")
                .assignment("\"by\": \"ROUND_ROBIN\", \"competences\": [{\"when\": {}, \"needs\": \"telephone\"}],"
                        + " \"duty\": [{\"member\": \"karen\", \"calendar\": \"more\"}, {\"member\": \"head\","
                        + " \"calendar\": \"office\"}]");
        String competent = "\"groups\": [\"centre\"], \"competences\": [\"telephone\"]";
        String away = ", \"absences\": [{\"from\": \"2007-08-01T00:00:00Z\", \"until\": \"2007-11-01T00:00:00Z\"}]";

        assertThat(found(planned.people(competent, competent + away))).contains(COMPETENCE_MISSING);
        assertThat(found(planned)).doesNotContain(COMPETENCE_MISSING).contains(NOBODY_FROM_THEN_ON);
    }

    @Test
    @Tag("R31")
    void the_certificate_of_the_only_one_ends_within_the_year() {
        String due = "[{\"id\": \"telephone\", \"certified\": \"2007-01-01\", \"due\": \"%s\"}]";
        SmallModel ends = needing("").people("[\"telephone\"]", due.formatted("2008-03-01"));

        assertThat(waits(ends, MONDAY)).isFalse();
        assertThat(waits(ends, Instant.parse("2008-03-03T08:00:00Z"))).isTrue();
        assertThat(ends.verification(FROM).findings())
                .filteredOn(finding -> finding.code() == NOBODY_FROM_THEN_ON)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("from 2008-03-01 on"));
        assertThat(found(needing("").people("[\"telephone\"]", due.formatted("2008-09-02"))))
                .doesNotContain(NOBODY_FROM_THEN_ON);
    }

    @Test
    void replies_are_counted_on_a_calendar_that_ends_within_the_year() {
        String replies = "{\"format\": 1, \"replies\": {\"within\": \"20 working days\", \"calendar\": \"%s\","
                + " \"do\": \"reopen\"},";
        SmallModel ending = ending("2008-03-01");

        assertThat(found(ending.routing("{\"format\": 1,", replies.formatted("more"))))
                .contains(REPLIES_NEVER_TOO_LATE);
        assertThat(found(ending.routing("{\"format\": 1,", replies.formatted("office"))))
                .doesNotContain(REPLIES_NEVER_TOO_LATE);
    }

    // 7: the guard

    @Test
    void a_guard_that_is_smaller_than_what_rules_and_limits_need() {
        SmallModel guarded = SOUND.routing("{\"format\": 1,", "{\"format\": 1, \"handOverLimit\": 1,")
                .people(
                        "{\"id\": \"bit-head\"",
                        "{\"id\": \"bo\", \"name\": \"Bo\", \"groups\": [\"bit\"]},\n{\"id\": \"bit-head\"");
        Rehearsal desk = desk(guarded, opening(MONDAY, "centre", CaseKind.INCIDENT, Cause.USER_ERROR, "amanda"));

        desk.until(MONDAY.plus(Duration.ofDays(2)));

        assertThat(desk.history().stream().filter(CaseEvent.HandedOver.class::isInstance))
                .hasSize(1);
        assertThat(((Outcome.Refused<?>) triaged(desk)).refusal()).isInstanceOf(Refusal.LeadDecides.class);
        assertThat(found(guarded)).contains(GUARD_STOPS_TRIAGE);
        assertThat(found(SOUND.routing("{\"format\": 1,", "{\"format\": 1, \"handOverLimit\": 3,")))
                .doesNotContain(GUARD_STOPS_TRIAGE);
    }

    // 9: escalations of other measures

    @Test
    void an_answer_that_is_promised_to_one_and_escalated_for_another() {
        String answer = "\"measure\": \"ANSWER\", \"budget\": \"PT40H\", \"calendar\": \"office\", \"thresholds\":"
                + " [{\"at\": \"100%\", \"actions\": [\"";
        SmallModel shadowed = SOUND.agreements(
                "{\"id\": \"kmd\", \"name\"",
                "{\"id\": \"kmd-own\", \"name\": \"KMD\", \"kind\": \"OLA\", \"provider\": {\"group\": \"kmd\"},"
                        + " \"consumer\": {\"tier\": \"3rd\"}, \"targets\": [{\"id\": \"answer\", " + answer
                        + "notify working group\"]}]}]},\n{\"id\": \"kmd\", \"name\"");
        String last = "{\"id\": \"answer\", " + answer;
        String contract = "\"provider\": {\"group\": \"kmd\"}, \"consumer\": {\"tier\": \"2nd\"}, \"targets\": [\n"
                + "    {\"id\": \"residence\", \"measure\": \"RESIDENCE\", " + TO_BIT.replace("16H", "40H") + "},\n    "
                + last;

        assertThat(found(shadowed.agreements(contract + "notify working group", contract + "escalate functionally")))
                .contains(ESCALATION_DEAD_END);
        assertThat(found(shadowed)).doesNotContain(ESCALATION_DEAD_END);
    }

    @Test
    void a_limit_that_escalates_where_no_way_is_declared() {
        assertThat(found(SOUND.ways(
                        "{\"name\": \"own\", \"from\": {\"tier\": \"own\"}, \"to\": {\"tier\": \"1st\"}}",
                        "{\"name\": \"up\", \"from\": {\"tier\": \"1st\"}, \"to\": {\"tier\": \"2nd\"}, \"when\":"
                                + " {\"cause\": [\"UNKNOWN\", \"SYSTEM\"]}}",
                        "{\"name\": \"on\", \"from\": {\"tier\": \"2nd\"}, \"to\": {\"tier\": \"3rd\"}}",
                        "{\"name\": \"law\", \"from\": {\"tier\": \"1st\"}, \"to\": {\"group\": \"law\"}, \"when\":"
                                + " {\"cause\": \"BUSINESS\"}}")))
                .contains(ESCALATION_DEAD_END);
    }

    // 10: limits inside limits

    private static Stream<String> notFitting(SmallModel model) {
        return model.verification(FROM).findings().stream()
                .filter(finding -> finding.code() == TARGET_DOES_NOT_FIT)
                .map(Finding::message);
    }

    @Test
    void all_visits_to_a_tier_inside_its_answer() {
        SmallModel all =
                SOUND.agreement("\"kind\": \"OLA\", \"provider\": {\"tier\": \"2nd\"}, \"consumer\": {\"tier\":"
                        + " \"1st\"}, \"targets\": [{\"id\": \"all\", \"measure\": \"CUMULATIVE_RESIDENCE\", \"budget\":"
                        + " \"BUDGET\", \"calendar\": \"office\", \"thresholds\": []}]");

        assertThat(notFitting(all.agreements("BUDGET", "PT61H")))
                .anyMatch(words -> words.startsWith(
                        "target all of agreement more does not fit into target answer of agreement bit"));
        assertThat(notFitting(all.agreements("BUDGET", "PT60H"))).isEmpty();
    }

    @Test
    void a_first_response_inside_the_longest_silence() {
        String silence = "\"measure\": \"UPDATE_INTERVAL\", \"budget\": \"%s\", \"thresholds\": []";

        assertThat(notFitting(SOUND.customerTarget(silence.formatted("PT3H")))).isNotEmpty();
        assertThat(notFitting(SOUND.customerTarget(silence.formatted("PT4H")))).isEmpty();
    }

    @Test
    void limits_of_a_group_that_cases_come_to_by_a_limit_or_by_hand_alone() {
        SmallModel longer =
                SOUND.agreements("\"budget\": \"PT16H\", \"calendar\"", "\"budget\": \"PT61H\", \"calendar\"");
        SmallModel noRule =
                longer.routing("[\"UNKNOWN\", \"SYSTEM\"]}, \"to\": \"bit\"", "\"SYSTEM\"}, \"to\": \"law\"");

        assertThat(notFitting(noRule)).isNotEmpty();
        assertThat(notFitting(noRule.agreements("escalate functionally", "notify working group")))
                .isNotEmpty();
    }

    @Test
    void an_answer_inside_an_answer_where_people_bring_cases_on_and_on() {
        String answers = "\"kind\": \"OLA\", \"provider\": {\"group\": \"%s\"}, \"consumer\": {\"group\": \"%s\"},"
                + " \"targets\": [{\"id\": \"answer\", \"measure\": \"ANSWER\", \"budget\": \"%s\", \"calendar\":"
                + " \"office\", \"thresholds\": []}]";
        SmallModel two = behindBit().agreement(answers.formatted("more", "bit", "PT40H"));
        String last = "[\n {\"id\": \"last\", \"name\": \"Last\", " + answers.formatted("last", "more", "%s") + "},\n";

        assertThat(notFitting(two.agreements("[\n", last.formatted("PT50H"))))
                .containsExactly(
                        "target answer of agreement last does not fit into target answer of agreement more: from"
                                + " Monday 2007-09-03T08:00 the one is due at Tuesday 2007-09-11T10:00, the other at Friday"
                                + " 2007-09-07T16:00");
        assertThat(notFitting(two.agreements("[\n", last.formatted("PT40H")))).isEmpty();
    }

    @Test
    void limits_of_cases_that_rules_leave_and_people_bring_to_a_group_that_others_are_led_to() {
        SmallModel others = SOUND.agreements("escalate functionally", "notify working group")
                .agreements(
                        "{\"id\": \"residence\", \"measure\": \"RESIDENCE\", \"budget\": \"PT16H\"",
                        "{\"id\": \"errors\", \"measure\": \"RESIDENCE\", \"budget\": \"PT61H\", \"calendar\":"
                                + " \"office\", \"appliesTo\": {\"cause\": \"USER_ERROR\"}, \"thresholds\": []},"
                                + " {\"id\": \"residence\", \"measure\": \"RESIDENCE\", \"budget\": \"PT16H\"");

        assertThat(notFitting(others)).isNotEmpty();
        assertThat(notFitting(others.agreements("PT61H", "PT60H"))).isEmpty();
    }
}
