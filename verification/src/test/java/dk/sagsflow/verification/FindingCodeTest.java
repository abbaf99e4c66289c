package dk.sagsflow.verification;

import static dk.sagsflow.verification.finding.FindingCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of finding in a model that has it, and not in one that just does not. */
class FindingCodeTest {
    private static final LocalDate FROM = LocalDate.of(2007, 9, 1);
    private static final SmallModel SOUND = SmallModel.sound();
    private static final String TELL = "{\"at\": \"100%\", \"actions\": [\"notify working group\"]}";
    private static final String NEXT =
            "\"measure\": \"NEXT_RESPONSE\", \"budget\": \"PT4H\", \"thresholds\": [" + TELL + "]";
    /** Of two groups of the contact tier the one that is its entrance alone has a limit for each visit. */
    private static final SmallModel TWO_AT_THE_TIER = SOUND.organisation(
                    "{\"id\": \"bit\", \"name\": \"BIT\", \"tier\"",
                    "{\"id\": \"phone\", \"name\": \"Phone\", \"tier\": \"1st\", \"lead\": \"head\"}, {\"id\": \"bit\","
                            + " \"name\": \"BIT\", \"tier\"")
            .agreements(
                    "\"name\": \"Centre\", \"kind\": \"OLA\", \"provider\": {\"tier\": \"1st\"}",
                    "\"name\": \"Centre\", \"kind\": \"OLA\", \"provider\": {\"group\": \"centre\"}");

    private static final String OF_ALL_VISITS =
            "\"kind\": \"OLA\", \"provider\": {%s}, \"consumer\": {\"tier\": \"own\"}, \"targets\": [{\"id\": \"all\","
                    + " \"measure\": \"CUMULATIVE_RESIDENCE\", \"budget\": \"PT16H\", \"calendar\": \"office\"}]";
    private static final String PAUSES = "\"pausedBy\": [\"CUSTOMER\", \"SUPPLIER\", \"CHANGE\", \"OTHER\", \"DATE\"]";
    private static final String RULES = SOUND.texts().getOrDefault("routing.json", "");

    private record Pair(FindingCode code, SmallModel with, SmallModel without) {
        @Override
        public String toString() {
            return code.id() + " " + code;
        }
    }

    private static Pair pair(FindingCode code, SmallModel with, SmallModel without) {
        return new Pair(code, with, without);
    }

    private static Pair pair(FindingCode code, SmallModel with) {
        return new Pair(code, with, SOUND);
    }

    static Stream<Pair> routes() {
        SmallModel noRules = SOUND.with("routing.json", RULES, "{\"format\": 1, \"rules\": []}");
        SmallModel emptyTier = SOUND.organisation(
                "{\"id\": \"3rd\", \"name\": \"Others\"}",
                "{\"id\": \"3rd\", \"name\": \"Others\"}, {\"id\": \"4th\", \"name\": \"Nobody\"}");
        String tier = "\"contactTier\": \"1st\"";
        return Stream.of(
                pair(NO_TRIAGE, noRules),
                pair(
                        UNPLACED_STAYS,
                        SOUND.routing("[\"UNKNOWN\", \"SYSTEM\"]", "\"SYSTEM\""),
                        SOUND.routing("[\"UNKNOWN\", \"SYSTEM\"]", "\"UNKNOWN\", \"kind\": \"INCIDENT\"")),
                pair(CASES_STAY, SOUND, noRules),
                pair(
                        RULE_NEVER_HOLDS,
                        SOUND.rule("\"tier\": \"1st\", \"group\": \"bit\"", "kmd"),
                        SOUND.rule("\"tier\": \"2nd\", \"group\": \"bit\"", "kmd")),
                pair(
                        RULE_SHADOWED,
                        SOUND.rule("\"tier\": \"1st\", \"not\": {\"cause\": \"TECHNICAL\"}", "bit"),
                        SOUND.rule("\"tier\": \"1st\", \"not\": {\"cause\": [\"TECHNICAL\", \"BUSINESS\"]}", "bit")),
                pair(
                        RULE_REPEATED,
                        SOUND.rule("\"tier\": \"2nd\", \"system\": [\"amanda\"]", "kmd"),
                        SOUND.rule("\"tier\": \"2nd\", \"system\": \"amanda\", \"cause\": \"SYSTEM\"", "kmd")),
                pair(
                        RULES_CONTRADICT,
                        SOUND.rule("\"tier\": \"1st\", \"kind\": \"QUESTION\"", "bit"),
                        SOUND.rule("\"tier\": \"1st\", \"kind\": \"QUESTION\", \"cause\": \"BUSINESS\"", "bit")),
                pair(
                        RULE_NEVER_ASKED,
                        SOUND.rule("\"group\": \"kmd\", \"system\": \"jobnet\"", "ibm"),
                        SOUND.rule("\"group\": \"bit\", \"system\": \"jobnet\"", "ibm")),
                pair(
                        ROUTE_LOOPS,
                        SOUND.rule("\"cause\": \"SYSTEM\", \"tier\": [\"1st\", \"2nd\"]", "bit"),
                        SOUND.rule("\"cause\": \"SYSTEM\", \"tier\": \"1st\"", "bit")),
                pair(
                        ROUTE_GOES_DOWN,
                        SOUND.rule("\"tier\": \"2nd\", \"cause\": \"SYSTEM\"", "own"),
                        SOUND.rule("\"tier\": \"own\", \"cause\": \"SYSTEM\"", "centre")),
                pair(
                        ROUTE_SKIPS_TIER,
                        SOUND.routing("\"cause\": \"BUSINESS\"", "\"cause\": [\"BUSINESS\", \"USER_ERROR\"]")),
                pair(
                        ROUTE_PASSES_CONTACT_TIER,
                        SOUND.rule("\"tier\": \"own\", \"kind\": \"QUESTION\"", "bit"),
                        SOUND.rule("\"tier\": \"own\", \"kind\": \"QUESTION\"", "centre")),
                pair(
                        ROUTE_BESIDE_ENTRANCE,
                        SOUND.organisation(
                                "{\"id\": \"3rd\", \"name\": \"Others\"}",
                                "{\"id\": \"3rd\", \"name\": \"Others\", \"entrance\": \"law\"}")),
                pair(
                        ROUTE_TO_GROUP_WITHOUT_SYSTEM,
                        SOUND.rule(
                                "\"tier\": \"2nd\", \"cause\": \"SYSTEM\", \"system\": [\"amanda\", \"jobnet\"]",
                                "kmd"),
                        SOUND.rule("\"tier\": \"2nd\", \"cause\": \"SYSTEM\", \"system\": \"amanda\"", "kmd")),
                pair(
                        REFUSED_BY_HAND,
                        SOUND.organisation(
                                        "{\"id\": \"bit\", \"name\"",
                                        "{\"id\": \"phone\", \"name\": \"Phone\", \"tier\": \"1st\"}, {\"id\": \"bit\","
                                                + " \"name\"")
                                .rule("\"group\": \"phone\"", "centre"),
                        SOUND.organisation(
                                        "{\"id\": \"bit\", \"name\"",
                                        "{\"id\": \"phone\", \"name\": \"Phone\", \"tier\": \"1st\"}, {\"id\": \"bit\","
                                                + " \"name\"")
                                .rule("\"group\": \"phone\"", "bit")),
                pair(
                        ANSWER_NEEDS_CONTACT,
                        SOUND.rule("\"group\": \"law\", \"system\": \"amanda\"", "kmd"),
                        SOUND.rule("\"group\": \"law\", \"cause\": \"SYSTEM\", \"system\": \"amanda\"", "kmd")),
                pair(GROUP_ONLY_BY_HAND, SOUND.routing("\"to\": \"ibm\"", "\"to\": \"kmd\""), noRules),
                pair(
                        GROUP_UNREACHABLE,
                        emptyTier
                                .organisation(
                                        "\"tier\": \"3rd\", \"kind\": \"SUPPLIER\", \"systems\": [\"amanda\"]",
                                        "\"tier\": \"5th\", \"kind\": \"SUPPLIER\", \"systems\": [\"amanda\"]")
                                .organisation(
                                        "\"name\": \"Nobody\"}",
                                        "\"name\": \"Nobody\"}, {\"id\": \"5th\", \"name\": \"KMD\"}"),
                        emptyTier),
                pair(TIER_WITHOUT_GROUP, emptyTier.organisation(tier, tier)));
    }

    /** The standard matrix, with this priority for what touches the whole organisation. */
    private static String matrix(String major) {
        String row = "{\"LOW\": \"%s\", \"MEDIUM\": \"%s\", \"HIGH\": \"%s\"}";
        return "\"priorities\": {\"MAJOR\": " + row.formatted(major, major, major) + ", \"HIGH\": "
                + row.formatted("P3", "P2", "P1") + ", \"MEDIUM\": " + row.formatted("P4", "P3", "P2")
                + ", \"LOW\": " + row.formatted("P5", "P4", "P3") + "}, ";
    }

    static Stream<Pair> matrices() {
        String agreement = "\"name\": \"Customers\", ";
        String urgent = "\"measure\": \"RESOLUTION\", " + PAUSES + ", \"thresholds\": [" + TELL + "], ";
        SmallModel forMajor = SOUND.customerTarget(
                urgent + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P5\", \"impact\": \"MAJOR\"}");
        SmallModel forP1 =
                SOUND.customerTarget(urgent + "\"budget\": \"PT88H\", \"appliesTo\": {\"priority\": \"P1\"}");
        SmallModel forP5 =
                SOUND.customerTarget(urgent + "\"budget\": \"PT88H\", \"appliesTo\": {\"priority\": \"P5\"}");
        return Stream.of(
                pair(
                        MATRIX_WITHOUT_EFFECT,
                        SOUND.agreements(agreement, agreement + matrix("P5")),
                        forP5.agreements(agreement, agreement + matrix("P5"))),
                pair(
                        MATRIX_WITHOUT_EFFECT,
                        forP5.agreements(agreement, agreement + matrix("P1")),
                        forP5.agreements(agreement, agreement + matrix("P2"))),
                pair(TARGET_NEVER_HOLDS, forMajor, forMajor.agreements(agreement, agreement + matrix("P5"))),
                pair(
                        URGENT_HAS_MORE_TIME,
                        forP1.agreements(agreement, agreement + matrix("P2")),
                        forP5.agreements(agreement, agreement + matrix("P2"))));
    }

    static Stream<Pair> wordsAndTimes() {
        String words = "\"tier\": \"1st\", \"mentions\": [\"log ind\"]";
        String word = "\"tier\": \"1st\", \"mentions\": [\"IND\", \"ud\"]";
        String open = "\"tier\": \"1st\"}, \"while\": {\"calendar\": \"office\", \"open\": true";
        String closed = open.replace("true", "false");
        String question = "\"kind\": \"QUESTION\", ";
        String more = "\"zone\": \"UTC\", \"week\": [{\"from\": \"MONDAY\", \"hours\": [\"08:00-16:00\"]}]";
        SmallModel severity = SOUND.organisation(
                "\"systems\": [{\"id\": \"amanda\"",
                "\"attributes\": [{\"id\": \"severity\", \"name\": \"Severity\", \"type\": \"CHOICE\", \"choices\":"
                        + " [\"A\", \"B\"]}],\n"
                        + " \"systems\": [{\"id\": \"amanda\"");
        String either = "\"tier\": \"1st\", \"attribute\": {\"severity\": [\"A\", \"B\"]}";
        return Stream.of(
                pair(RULE_REPEATED, rules(SOUND, word, words), rules(SOUND, words, word)),
                pair(
                        RULE_REPEATED,
                        rules(SOUND, question + open, question + open),
                        rules(SOUND, question + open, question + closed)),
                pair(
                        RULE_REPEATED,
                        rules(severity, either, "\"tier\": \"1st\", \"attribute\": {\"severity\": \"B\"}"),
                        rules(severity, "\"tier\": \"1st\", \"attribute\": {\"severity\": \"B\"}", either)),
                pair(
                        UNPLACED_STAYS,
                        SOUND.routing(
                                "\"to\": \"bit\"",
                                "\"while\": {\"calendar\": \"office\", \"open\": true}, \"to\": \"bit\""),
                        rules(SOUND, open, closed)),
                pair(
                        CALENDAR_UNUSED,
                        SOUND.calendar(more),
                        rules(SOUND.calendar(more), open.replace("office", "more"), closed)));
    }

    /** The same with two rules to BIT before the others. */
    private static SmallModel rules(SmallModel model, String one, String other) {
        return model.routing(
                "[\n",
                "[\n {\"name\": \"one\", \"when\": {" + one + "}, \"to\": \"bit\"},\n {\"name\": \"other\", \"when\": {"
                        + other + "}, \"to\": \"bit\"},\n");
    }

    static Stream<Pair> handOvers() {
        String up = "{\"name\": \"up\", \"from\": {\"tier\": \"own\"}, \"to\": {\"tier\": \"1st\"}}";
        String on = "{\"name\": \"on\", \"from\": {\"tier\": \"1st\"}, \"to\": {\"tier\": \"2nd\"}}";
        String out = "{\"name\": \"out\", \"from\": {\"tier\": \"2nd\"}, \"to\": {\"tier\": \"3rd\"}}";
        String law = "{\"name\": \"law\", \"from\": {\"tier\": \"1st\"}, \"to\": {\"group\": \"law\"}, \"when\":"
                + " {\"cause\": \"BUSINESS\"}}";
        String kmd = "{\"name\": \"kmd\", \"from\": {\"group\": \"centre\"}, \"to\": {\"group\": \"kmd\"}}";
        String direct = ", \"direct\": true}";
        String directToKmd = kmd.replaceFirst("}$", direct);
        String system = on.replaceFirst("}$", ", \"when\": {\"cause\": [\"SYSTEM\", \"BUSINESS\"]}}");
        String past =
                "{\"name\": \"past\", \"from\": {\"tier\": \"own\"}, \"to\": {\"tier\": \"2nd\"}, \"direct\": true}";
        SmallModel declared = SOUND.ways(up, on, out, law);
        SmallModel second = SOUND.organisation(", \"entrance\": \"centre\"", "")
                .organisation(
                        "{\"id\": \"bit\",",
                        "{\"id\": \"second\", \"name\": \"Second\", \"tier\": \"1st\", \"lead\": \"head\"}, {\"id\":"
                                + " \"bit\",");
        String aside = "{\"name\": \"aside\", \"from\": {\"group\": \"centre\"}, \"to\": {\"group\": \"second\"}}";
        String onFromSecond =
                "{\"name\": \"second on\", \"from\": {\"group\": \"second\"}, \"to\": {\"tier\": \"2nd\"}}";
        SmallModel systemErrorsAlone = SOUND.ways(up, system, out, law);
        return Stream.of(
                pair(ROUTE_NOT_DECLARED, SOUND.ways(up, on, out), declared),
                pair(WAY_NEVER_TAKEN, SOUND.ways(up, on, out, law, kmd), SOUND.ways(up, on, out, law, directToKmd)),
                pair(
                        WAY_NEVER_TAKEN,
                        SOUND.ways(
                                up,
                                on,
                                out,
                                law,
                                "{\"name\": \"down\", \"from\": {\"tier\": \"2nd\"}, \"to\": {\"tier\": \"1st\"}}"),
                        declared),
                pair(
                        WAY_REPEATED,
                        SOUND.ways(
                                up,
                                on,
                                out,
                                law,
                                out.replace("\"tier\": \"2nd\"", "\"group\": \"bit\"")
                                        .replace("out", "more")),
                        SOUND.ways(
                                up,
                                system,
                                law,
                                out,
                                on.replace("\"on\"", "\"more\"")
                                        .replaceFirst("}$", ", \"when\": {\"kind\": \"INCIDENT\"}}"))),
                pair(
                        DIRECT_PAST_CONTACT_TIER,
                        SOUND.ways(up, on, out, law, past),
                        SOUND.ways(up, on, out, law, directToKmd)),
                pair(
                        DIRECT_WITHOUT_NEED,
                        SOUND.ways(up, on.replaceFirst("}$", direct), out, law),
                        SOUND.ways(up, on, out, law, directToKmd)),
                pair(GROUP_KEEPS_ALL, SOUND.ways(up, on, law), declared),
                pair(GROUP_UNREACHABLE, SOUND.ways(up, on, law), declared),
                pair(UNPLACED_STUCK, systemErrorsAlone, declared),
                pair(
                        UNPLACED_STUCK,
                        second.ways(up, system, out, law, aside),
                        second.ways(up, system, out, law, aside, onFromSecond)),
                pair(
                        ADVISORY_TELLS_NOBODY,
                        SOUND.organisation(", \"mail\": \"bit@example.dk\"", ""),
                        SOUND.organisation(", \"mail\": \"bit@example.dk\"", "").ways(up, on, out)),
                pair(ESCALATION_DEAD_END, systemErrorsAlone, declared));
    }

    static Stream<Pair> spans() {
        String resolution =
                "\"measure\": \"RESOLUTION\", \"budget\": \"PT8H\", " + PAUSES + ", \"thresholds\": [" + TELL + "], ";
        String accepted = "\"startedBy\": [\"accepted\"]";
        String workaround = "\"stoppedBy\": [\"workaround-provided\"]";
        String response = "\"FIRST_RESPONSE\",";
        String residence = "\"RESIDENCE\", \"budget\": \"PT16H\",";
        String inside = "\"ANSWER\", \"budget\": \"PT60H\",";
        String pause = "\"pausedBetween\": [{\"from\": [\"converted-to-change\"], \"until\": [\"%s\"]}]";
        String breaks = "\"pausedBetween\": [{\"from\": [\"%s\"], \"until\": [\"%s\"]}]";
        SmallModel brokenOff = SOUND.agreements(residence, residence + pause.formatted("note-added") + ",");
        return Stream.of(
                pair(
                        SPAN_NEVER_COUNTS,
                        SOUND.customerTarget(resolution + breaks.formatted("registered", "answered\", \"closed")),
                        SOUND.customerTarget(resolution + breaks.formatted("accepted", "answered"))),
                pair(
                        SPAN_NEVER_COUNTS,
                        SOUND.customerTarget(resolution
                                + "\"pausedBetween\": [{\"from\": [\"registered\"], \"until\": [\"accepted\"]},"
                                + " {\"from\": [\"accepted\"], \"until\": [\"closed\"]}]"),
                        SOUND.customerTarget(resolution
                                + "\"pausedBetween\": [{\"from\": [\"registered\"], \"until\": [\"accepted\"]},"
                                + " {\"from\": [\"handed-over\"], \"until\": [\"closed\"]}]")),
                pair(
                        SPAN_NEVER_COUNTS,
                        SOUND.agreements(residence, residence + breaks.formatted("handed-over", "answered") + ","),
                        SOUND.agreements(residence, residence + breaks.formatted("handed-over", "accepted") + ",")),
                pair(
                        SPAN_NEVER_STARTS,
                        SOUND.customerTarget(resolution + "\"startedBy\": [\"closed\", \"personal-data-erased\"]"),
                        SOUND.customerTarget(resolution + "\"startedBy\": [\"closed\", \"reopened\"]")),
                pair(
                        SPAN_NEVER_STARTS,
                        SOUND.agreements("\"ACCEPTANCE\",", "\"ACCEPTANCE\", " + accepted + ","),
                        SOUND.agreements("\"RESIDENCE\",", "\"RESIDENCE\", " + accepted + ",")),
                pair(
                        SPAN_KIND_WITHOUT_EFFECT,
                        SOUND.customerTarget(resolution + "\"stoppedBy\": [\"closed\"]"),
                        SOUND.customerTarget(resolution + workaround)),
                pair(
                        SPAN_KIND_WITHOUT_EFFECT,
                        SOUND.customerTarget(resolution + "\"startedBy\": [\"accepted\", \"closed\"]"),
                        SOUND.customerTarget(resolution + "\"startedBy\": [\"accepted\", \"registered\"]")),
                pair(
                        SPAN_KIND_WITHOUT_EFFECT,
                        SOUND.agreements(residence, residence + pause.formatted("registered") + ","),
                        brokenOff),
                pair(
                        SPAN_STOPS_AS_IT_STARTS,
                        SOUND.customerTarget(resolution + accepted + ", \"stoppedBy\": [\"accepted\", \"resumed\"]"),
                        SOUND.customerTarget(resolution + accepted + ", \"stoppedBy\": [\"resumed\"]")),
                pair(NO_LIMIT, SOUND.agreements(residence, residence + "\"stoppedBy\": [\"accepted\"],"), brokenOff),
                pair(
                        NO_FIRST_RESPONSE,
                        SOUND.agreements(response, response + accepted + ","),
                        SOUND.agreements(response, response + "\"stoppedBy\": [\"accepted\"],")),
                pair(
                        NO_ANSWER_LIMIT,
                        SOUND.agreements(inside, inside + accepted + ","),
                        SOUND.agreements(inside, inside + pause.formatted("resumed") + ",")),
                pair(
                        TARGET_SHADOWED,
                        SOUND.customerTarget(resolution + "\"stoppedBy\": []"),
                        SOUND.customerTarget(resolution + workaround)),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.agreements(inside, "\"ANSWER\", \"budget\": \"PT81H\", \"stoppedBy\": [\"note-added\"],"),
                        SOUND.agreements(inside, "\"ANSWER\", \"budget\": \"PT81H\", " + accepted + ",")),
                pair(
                        PAUSES_DO_NOT_NEST,
                        brokenOff,
                        brokenOff
                                .agreements(inside, inside + pause.formatted("note-added") + ",")
                                .agreements("\"PT72H\",", "\"PT72H\", " + pause.formatted("note-added") + ",")
                                .agreements("\"PT80H\",", "\"PT80H\", " + pause.formatted("note-added") + ",")));
    }

    static Stream<Pair> agreements() {
        String all = SOUND.texts().getOrDefault("agreements.json", "");
        String version = "\"kind\": \"OLA\", \"provider\": {\"tier\": \"2nd\"}, \"consumer\": {\"tier\": \"1st\"}, ";
        String urgent = "\"measure\": \"RESOLUTION\", " + PAUSES + ", \"thresholds\": [" + TELL + "], ";
        return Stream.of(
                pair(NOTHING_PROMISED, SOUND.with("agreements.json", all, "{\"format\": 1, \"agreements\": []}")),
                pair(
                        NO_LIMIT,
                        TWO_AT_THE_TIER.agreement(OF_ALL_VISITS.formatted("\"group\": \"phone\"")),
                        TWO_AT_THE_TIER.agreement(OF_ALL_VISITS.formatted("\"tier\": \"1st\""))),
                pair(
                        NO_LIMIT,
                        SOUND.agreements(
                                "\"RESIDENCE\", \"budget\": \"PT16H\"",
                                "\"RESIDENCE\", \"appliesTo\": {\"priority\": \"P1\"}, \"budget\": \"PT16H\""),
                        SOUND.agreements(
                                "\"RESIDENCE\", \"budget\": \"PT16H\"",
                                "\"CUMULATIVE_RESIDENCE\", \"budget\": \"PT16H\"")),
                pair(
                        LIMIT_BEGINS_LATER,
                        SOUND.agreements(version, version + "\"validFrom\": \"2007-08-01T00:00:00Z\", ")),
                pair(
                        NO_LIMIT,
                        SOUND.agreements(version, version + "\"validFrom\": \"2007-10-01T00:00:00Z\", "),
                        SOUND.agreements(version, version + "\"validFrom\": \"2007-08-01T00:00:00Z\", ")),
                pair(
                        NO_FIRST_RESPONSE,
                        SOUND.agreements(
                                "\"name\": \"Customers\", ",
                                "\"name\": \"Customers\", \"validFrom\": \"2008-09-01T00:00:00Z\", "),
                        SOUND.agreements(
                                "\"name\": \"Customers\", ",
                                "\"name\": \"Customers\", \"validFrom\": \"2007-08-01T00:00:00Z\", ")),
                pair(
                        NO_ANSWER_LIMIT,
                        SOUND.agreements("\"ANSWER\", \"budget\": \"PT60H\"", "\"ACCEPTANCE\", \"budget\": \"PT60H\""),
                        SOUND.agreements("\"consumer\": {\"tier\": \"1st\"}", "\"consumer\": {\"group\": \"centre\"}")),
                pair(
                        NO_FIRST_RESPONSE,
                        SOUND.agreements(
                                "\"FIRST_RESPONSE\",",
                                "\"FIRST_RESPONSE\", \"appliesTo\": {\"not\": {\"category\": \"login\"}},")),
                pair(
                        NO_RESOLUTION,
                        SOUND.agreements("\"customers\": \"EVERY\"", "\"customers\": \"CITIZEN\""),
                        SOUND.agreements("\"measure\": \"RESOLUTION\"", "\"measure\": \"CLOSURE\"")),
                pair(
                        NO_AGREEMENT_BETWEEN_TIERS,
                        SOUND.agreements(version, version.replace("\"tier\": \"1st\"", "\"tier\": \"own\"")),
                        SOUND.agreements(version, version.replace("\"tier\": \"1st\"", "\"group\": \"centre\""))),
                pair(
                        TARGET_NEVER_HOLDS,
                        SOUND.customerTarget(urgent
                                + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P1\", \"impact\": \"LOW\"}"),
                        SOUND.customerTarget(urgent
                                + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P1\", \"impact\": \"HIGH\"}")),
                pair(
                        TARGET_SHADOWED,
                        SOUND.customerTarget(urgent + "\"budget\": \"PT8H\""),
                        SOUND.customerTarget(urgent + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P1\"}")),
                pair(
                        TARGET_WITHOUT_CLOCK,
                        SOUND.customerTarget("\"measure\": \"ANSWER\", \"budget\": \"PT8H\""),
                        SOUND.customerTarget("\"measure\": \"UPDATE_INTERVAL\", \"budget\": \"PT8H\"")),
                pair(
                        CONSUMER_IGNORED,
                        SOUND.agreements(
                                "{\"tier\": \"own\"}, \"consumer\": {\"customers\": \"EVERY\"}",
                                "{\"tier\": \"own\"}, \"consumer\": {\"customers\": \"SUPERUSER\"}")),
                pair(
                        TARGETS_TIE,
                        SOUND.customerTarget(urgent + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P1\"}")
                                .agreements(
                                        "\"targets\": [\n",
                                        "\"targets\": [\n {\"id\": \"question\", \"calendar\": \"office\", " + urgent
                                                + "\"budget\": \"PT8H\", \"appliesTo\": {\"kind\": \"QUESTION\"}},\n"),
                        SOUND.customerTarget(urgent + "\"budget\": \"PT8H\", \"appliesTo\": {\"priority\": \"P1\"}")
                                .agreements(
                                        "\"targets\": [\n",
                                        "\"targets\": [\n {\"id\": \"low\", \"calendar\": \"office\", " + urgent
                                                + "\"budget\": \"PT8H\", \"appliesTo\": {\"impact\": \"LOW\"}},\n")),
                pair(
                        AGREEMENT_EMPTY,
                        SOUND.agreement(version + "\"targets\": []"),
                        SOUND.agreement(
                                version + "\"targets\": [{\"id\": \"visits\", \"measure\": \"CUMULATIVE_RESIDENCE\", "
                                        + "\"budget\": \"PT20H\", \"calendar\": \"office\"}]")),
                pair(
                        URGENT_HAS_MORE_TIME,
                        SOUND.customerTarget(urgent + "\"budget\": \"PT88H\", \"appliesTo\": {\"priority\": \"P2\"}"),
                        SOUND.customerTarget(urgent + "\"budget\": \"PT88H\", \"appliesTo\": {\"priority\": \"P5\"}")));
    }

    static Stream<Pair> organisation() {
        String law = "\"kind\": \"OLA\", \"provider\": {\"group\": \"law\"}, \"consumer\": {\"tier\": \"1st\"}";
        return Stream.of(
                pair(
                        SUPPLIER_WITHOUT_CONTRACT,
                        SOUND.agreements("\"kind\": \"UNDERPINNING_CONTRACT\"", "\"kind\": \"OLA\""),
                        SOUND.agreements("{\"group\": \"kmd\"}", "{\"tier\": \"3rd\"}")),
                pair(
                        SYSTEM_WITHOUT_SUPPLIER,
                        SOUND.organisation("\"systems\": [\"amanda\"]", "\"systems\": [\"jobnet\"]"),
                        SOUND.organisation("\"systems\": [\"amanda\"]", "\"systems\": []")),
                pair(
                        SYSTEM_STOPS_AT_TIER,
                        SOUND.organisation("\"tier\": \"2nd\"", "\"tier\": \"2nd\", \"systems\": [\"jobnet\"]"),
                        SOUND.organisation(
                                "\"tier\": \"2nd\"", "\"tier\": \"2nd\", \"systems\": [\"jobnet\", \"amanda\"]")),
                pair(
                        ENTRANCE_WITHOUT_SYSTEM,
                        SOUND.organisation(
                                "{\"id\": \"3rd\", \"name\": \"Others\"}",
                                "{\"id\": \"3rd\", \"name\": \"Others\", \"entrance\": \"ibm\"}"),
                        SOUND.organisation(
                                "{\"id\": \"3rd\", \"name\": \"Others\"}",
                                "{\"id\": \"3rd\", \"name\": \"Others\", \"entrance\": \"law\"}")),
                pair(CONTRACT_WITHOUT_SUPPLIER, SOUND.agreements(law, law.replace("OLA", "UNDERPINNING_CONTRACT"))),
                pair(
                        SLA_WITHOUT_CUSTOMERS,
                        SOUND.agreements(law, law.replace("OLA", "SLA")),
                        SOUND.agreements(
                                "\"kind\": \"OLA\", \"provider\": {\"tier\": \"own\"}",
                                "\"kind\": \"SLA\", \"provider\": {\"tier\": \"own\"}")),
                pair(
                        AGREEMENT_UPSIDE_DOWN,
                        SOUND.agreement(
                                "\"kind\": \"OLA\", \"provider\": {\"tier\": \"1st\"}, \"consumer\": {\"group\":"
                                        + " \"bit\"}, \"targets\": []"),
                        SOUND.agreement(
                                "\"kind\": \"OLA\", \"provider\": {\"group\": \"bit\"}, \"consumer\": {\"tier\":"
                                        + " \"2nd\"}, \"targets\": []")),
                pair(
                        PROMISED_BY_OTHERS,
                        SOUND.agreements(
                                "{\"tier\": \"1st\"}, \"consumer\": {\"customers\"",
                                "{\"tier\": \"2nd\"}, \"consumer\": {\"customers\""),
                        SOUND.agreements(
                                "{\"tier\": \"1st\"}, \"consumer\": {\"customers\"",
                                "{\"group\": \"centre\"}, \"consumer\": {\"customers\"")));
    }

    static Stream<Pair> escalation() {
        String lead = "\"thresholds\": [{\"at\": \"100%\", \"actions\": [\"escalate to lead\"]}]";
        String up = "\"thresholds\": [{\"at\": \"100%\", \"actions\": [\"escalate functionally\"]}]";
        String tell = "\"thresholds\": [" + TELL + "]";
        String law = "\"budget\": \"PT24H\", \"calendar\": \"office\", ";
        String nights =
                "\"zone\": \"Europe/Copenhagen\", \"week\": [{\"from\": \"SUNDAY\", \"hours\": [\"20:00-22:00\"]}]";
        String bit = "\"budget\": \"PT16H\", \"calendar\": \"";
        return Stream.of(
                pair(
                        NO_LEAD,
                        SOUND.organisation("\"lead\": \"law-head\", ", "").agreements(law + tell, law + lead),
                        SOUND.agreements(law + tell, law + lead)),
                pair(
                        NO_LEAD_FOR_CUSTOMERS,
                        SOUND.organisation("\"lead\": \"law-head\", ", "").agreements(tell, lead),
                        SOUND.agreements(tell, lead)),
                pair(
                        ESCALATION_DEAD_END,
                        SOUND.agreements(law + tell, law + up),
                        SOUND.agreements(bit + "office\", " + tell, bit + "office\", " + up)),
                pair(
                        ESCALATION_DEAD_END,
                        SOUND.agreements(bit + "office\", " + tell, bit + "office\", " + up)
                                .organisation("SUPPLIER", "BUSINESS_SPECIALISTS")
                                .organisation("SUPPLIER", "BUSINESS_SPECIALISTS"),
                        SOUND.agreements(bit + "office\", " + tell, bit + "office\", " + up)),
                pair(
                        ESCALATION_WITHOUT_SYSTEM,
                        SOUND.agreements(bit + "office\", " + tell, bit + "office\", " + up),
                        SOUND.agreements(bit + "office\", " + tell, bit + "office\", " + up)
                                .organisation("\"SUPPLIER\", \"systems\": [\"amanda\"]", "\"SUPPLIER\"")),
                pair(
                        ESCALATION_TO_CLOSED_GROUP,
                        SOUND.calendar(nights)
                                .agreements(bit + "office", bit + "more")
                                .agreements("\"budget\": \"PT80H\"", "\"budget\": \"PT20H\""),
                        SOUND.calendar(nights).agreements(bit + "office", bit + "more")),
                pair(TELLS_NOBODY, SOUND.organisation(", \"mail\": \"law@example.dk\"", "")),
                pair(
                        THRESHOLD_SILENT,
                        SOUND.thresholds("{\"at\": \"50%\"}, " + TELL),
                        SOUND.thresholds("{\"at\": \"50%\", \"actions\": [{\"notify\": \"bit\"}]}, " + TELL)),
                pair(
                        THRESHOLDS_OUT_OF_ORDER,
                        SOUND.thresholds(TELL + ", {\"at\": \"-PT2H\"}"),
                        SOUND.thresholds(TELL + ", {\"at\": \"+PT2H\"}")),
                pair(
                        THRESHOLD_TWICE,
                        SOUND.thresholds(TELL + ", " + TELL),
                        SOUND.thresholds(TELL + ", {\"at\": \"101%\"}")),
                pair(
                        THRESHOLDS_COINCIDE,
                        SOUND.thresholds("{\"at\": \"50%\"}, {\"at\": \"-PT2H\"}, " + TELL),
                        SOUND.thresholds("{\"at\": \"50%\"}, {\"at\": \"-PT1H\"}, " + TELL)),
                pair(
                        THRESHOLD_AT_START,
                        SOUND.thresholds("{\"at\": \"-PT4H\"}, " + TELL),
                        SOUND.thresholds("{\"at\": \"-PT3H59M\"}, " + TELL)),
                pair(
                        LIMIT_NOT_ESCALATED,
                        SOUND.thresholds("{\"at\": \"99%\", \"actions\": [\"notify working group\"]}"),
                        SOUND.thresholds(TELL)),
                pair(
                        ESCALATION_FINDS_NOBODY,
                        SOUND.organisation("\"lead\": \"head\", ", "")
                                .organisation("\"lead\": \"law-head\", ", "")
                                .agreements(tell, lead),
                        SOUND.organisation("\"lead\": \"law-head\", ", "").agreements(tell, lead)));
    }

    static Stream<Pair> calendars() {
        String week =
                "\"zone\": \"Europe/Copenhagen\", \"week\": [{\"from\": \"MONDAY\", \"to\": \"FRIDAY\", \"hours\":"
                        + " [\"08:00-16:00\"]}]";
        String office = "\"publicHolidays\": [\"DK\"]";
        String never =
                "{\"id\": \"all\", \"always\": true, \"zone\": \"UTC\"}, {\"id\": \"never\", \"minus\": [\"all\","
                        + " \"all\"]},";
        String first = "\"budget\": \"PT4H\", \"calendar\": \"office\"";
        String shut = "{\"id\": \"shut\", \"minus\": [\"office\", \"office\"]}, ";
        Function<String, SmallModel> versions = later -> SOUND.calendars(
                        office + "}",
                        office + "}, " + shut
                                + "{\"id\": \"more\", \"versions\": [{\"calendar\": \"office\"}, {\"from\":"
                                + " \"2008-08-01\", \"calendar\": \""
                                + later + "\"}]}")
                .agreements(first, first.replace("office", "more"));
        String closed = office + ", \"specialDays\": [{\"date\": \"%s\", \"closures\": [\"12:00-13:00\"]}]";
        return Stream.of(
                pair(
                        CALENDAR_UNUSED,
                        SOUND.calendar("\"always\": true, \"zone\": \"UTC\""),
                        SOUND.calendar("\"always\": true, \"zone\": \"UTC\"")
                                .calendars(
                                        "{\"id\": \"office\"",
                                        "{\"id\": \"both\", \"union\": [\"more\"]}, {\"id\": \"office\"")
                                .agreements(first, first.replace("office", "both"))),
                pair(
                        CALENDAR_UNUSED,
                        SOUND.calendar("\"always\": true, \"zone\": \"UTC\"").assignment("\"by\": \"ROUND_ROBIN\""),
                        SOUND.calendar("\"always\": true, \"zone\": \"UTC\"")
                                .assignment("\"by\": \"ROUND_ROBIN\", \"duty\": [{\"member\": \"karen\", \"calendar\":"
                                        + " \"more\"}]")),
                pair(CALENDARS_ALIKE, SOUND.calendar(week + ", " + office), SOUND.calendar(week)),
                pair(
                        CALENDAR_CLOSED,
                        SOUND.calendars("[\n", "[\n" + never).agreements(first, first.replace("office", "never")),
                        SOUND.calendars("[\n", "[\n" + never)),
                pair(TARGET_NEVER_DUE, versions.apply("shut"), versions.apply("office")),
                pair(
                        TARGET_NEVER_DUE,
                        SOUND.agreements("\"budget\": \"PT4H\"", "\"budget\": \"PT2400000H\""),
                        SOUND.agreements("\"budget\": \"PT4H\"", "\"budget\": \"PT100000H\"")),
                pair(
                        HOLIDAYS_END,
                        SOUND.calendars(office, office + ", \"holidays\": [{\"date\": \"12-24\", \"lastYear\": 2008}]"),
                        SOUND.calendars(
                                office, office + ", \"holidays\": [{\"date\": \"12-24\", \"lastYear\": 2009}]")),
                pair(
                        HOLIDAYS_END,
                        SOUND.calendars(office, "\"specialDays\": [{\"date\": \"2007-12-24\", \"closed\": true}]"),
                        SOUND.calendars(
                                office, office + ", \"specialDays\": [{\"date\": \"2007-12-24\", \"closed\": true}]")),
                pair(
                        OPENING_LEFT_OUT,
                        SOUND.calendars(
                                "\"week\": [", "\"week\": [{\"from\": \"SUNDAY\", \"hours\": [\"02:00-03:00\"]}, "),
                        SOUND.calendars(
                                "\"week\": [", "\"week\": [{\"from\": \"SUNDAY\", \"hours\": [\"01:00-02:00\"]}, ")),
                pair(
                        CLOSURE_OF_NOTHING,
                        SOUND.calendars(office, closed.formatted("2007-09-01")),
                        SOUND.calendars(office, closed.formatted("2007-09-03"))));
    }

    static Stream<Pair> nesting() {
        String answer = "\"ANSWER\", \"budget\": \"PT60H\"";
        String days = "\"ANSWER\", \"budget\": \"%d working days\"";
        String closure =
                "\"measure\": \"CLOSURE\", \"budget\": \"%s\", \"thresholds\": [" + TELL.replace("%", "%%") + "]";
        String silence = "\"measure\": \"UPDATE_INTERVAL\", \"budget\": \"%s\", \"thresholds\": ["
                + TELL.replace("%", "%%") + "]";
        String visits = "\"CUMULATIVE_RESIDENCE\", \"budget\": \"%s\", \"calendar\": \"office\"}, {\"id\": \"visit\","
                + " \"measure\": \"RESIDENCE\"";
        String accepted = "\"ACCEPTANCE\", \"budget\": \"PT1H\"";
        return Stream.of(
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.customerTarget(closure.formatted("PT79H")),
                        SOUND.customerTarget(closure.formatted("PT80H"))),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.customerTarget(silence.formatted("PT81H")),
                        SOUND.customerTarget(silence.formatted("PT80H"))),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.customerTarget(NEXT + "}, {\"id\": \"silence\", \"calendar\": \"office\", "
                                + silence.formatted("PT3H")),
                        SOUND.customerTarget(NEXT + "}, {\"id\": \"silence\", \"calendar\": \"office\", "
                                + silence.formatted("PT4H"))),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.agreements("\"RESIDENCE\"", visits.formatted("PT81H")),
                        SOUND.agreements("\"RESIDENCE\"", visits.formatted("PT80H"))),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.agreements(accepted, "\"ACCEPTANCE\", \"budget\": \"PT9H\""),
                        SOUND.agreements(accepted, "\"ACCEPTANCE\", \"budget\": \"PT8H\"")),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.agreements(answer, "\"ANSWER\", \"budget\": \"PT80H1S\""),
                        SOUND.agreements(answer, "\"ANSWER\", \"budget\": \"PT72H\"")),
                pair(
                        TARGET_DOES_NOT_FIT,
                        SOUND.agreements(answer, days.formatted(10)),
                        SOUND.agreements(answer, days.formatted(7))),
                pair(
                        PAUSES_DO_NOT_NEST,
                        SOUND.agreements(
                                        "\"measure\": \"RESIDENCE\",",
                                        "\"measure\": \"RESIDENCE\", \"pausedBy\": [\"CUSTOMER\"],")
                                .agreements(PAUSES, "\"pausedBy\": []"),
                        SOUND.agreements(
                                "\"measure\": \"RESIDENCE\",",
                                "\"measure\": \"RESIDENCE\", \"pausedBy\": [\"CUSTOMER\"],")),
                pair(
                        PAUSE_WITHOUT_EFFECT,
                        SOUND.agreements("\"FIRST_RESPONSE\",", "\"FIRST_RESPONSE\", \"pausedBy\": [\"CUSTOMER\"],"),
                        SOUND.agreements("\"FIRST_RESPONSE\",", "\"FIRST_RESPONSE\", \"pausedBy\": [\"SUPPLIER\"],")),
                pair(
                        PAUSE_WITHOUT_EFFECT,
                        SOUND.agreements(
                                "\"budget\": \"PT16H\",", "\"budget\": \"PT16H\", \"pausedBy\": [\"CUSTOMER\"],"),
                        SOUND.agreements(
                                "\"budget\": \"PT72H\",", "\"budget\": \"PT72H\", \"pausedBy\": [\"CUSTOMER\"],")),
                pair(
                        PAUSE_WITHOUT_EFFECT,
                        SOUND.customerTarget(NEXT + ", \"pausedBy\": [\"CUSTOMER\"]"),
                        SOUND.customerTarget(NEXT + ", \"pausedBy\": [\"SUPPLIER\"]")),
                pair(WAITING_STOPS_NO_CLOCK, SOUND.agreements(", \"DATE\"]", "]")));
    }

    static Stream<Pair> followUps() {
        String close = "\"in\": \"ANSWERED\", \"after\": \"%s\", \"when\": {%s}, \"do\": [\"close\"]";
        String remind = "\"in\": \"ANSWERED\", \"after\": \"%s\", \"do\": [\"tell customer\"]";
        String waiting = "\"in\": \"WAITING_FOR_CUSTOMER\", \"after\": \"PT8H\", \"do\": [%s]";
        String silence = "\"in\": \"SILENCE\", \"after\": \"%s\", \"do\": [\"tell customer\"]";
        String citizens = "\"customerKind\": \"CITIZEN\"";
        String companies = "\"customerKind\": \"COMPANY\"";
        String never =
                "{\"id\": \"all\", \"always\": true, \"zone\": \"UTC\"}, {\"id\": \"never\", \"minus\": [\"all\","
                        + " \"all\"]},";
        String counted = "\"in\": \"ANSWERED\", \"after\": \"PT8H\", \"do\": [\"tell customer\"], \"calendar\": \"%s\"";
        SmallModel promised = SOUND.customerTarget("\"measure\": \"UPDATE_INTERVAL\", \"budget\": \"PT24H\"");
        SmallModel noMail = SOUND.organisation(", \"mail\": \"law@example.dk\"", "");
        return Stream.of(
                pair(
                        FOLLOW_UP_NEVER_APPLIES,
                        SOUND.followUps(close.formatted("PT8H", "\"tier\": \"1st\"")),
                        SOUND.followUps(close.formatted("PT8H", "\"not\": {\"tier\": \"1st\"}"))),
                pair(
                        FOLLOW_UP_NEVER_APPLIES,
                        SOUND.followUps(waiting.formatted("\"tell customer\"") + ", \"when\": {\"tier\": \"2nd\"}"),
                        SOUND.followUps(waiting.formatted("\"tell customer\"") + ", \"when\": {\"tier\": \"1st\"}")),
                pair(
                        CLOSINGS_CONTRADICT,
                        SOUND.followUps(close.formatted("PT8H", ""), close.formatted("PT16H", citizens)),
                        SOUND.followUps(close.formatted("PT16H", ""), close.formatted("PT8H", citizens))),
                pair(
                        CLOSINGS_CONTRADICT,
                        SOUND.followUps(close.formatted("PT8H", ""), close.formatted("2 working days", "")),
                        SOUND.followUps(
                                close.formatted("PT8H", companies), close.formatted("2 working days", citizens))),
                pair(
                        REMINDER_OVERTAKEN,
                        SOUND.followUps(close.formatted("PT8H", ""), remind.formatted("PT8H")),
                        SOUND.followUps(close.formatted("PT8H", ""), remind.formatted("PT7H59M"))),
                pair(
                        REMINDER_OVERTAKEN,
                        SOUND.followUps(close.formatted("1 working day", ""), remind.formatted("PT10H")),
                        SOUND.followUps(close.formatted("2 working days", ""), remind.formatted("PT10H"))),
                pair(
                        FOLLOW_UP_CALENDAR_CLOSED,
                        SOUND.calendars("[\n", "[\n" + never).followUps(counted.formatted("never")),
                        SOUND.calendars("[\n", "[\n" + never).followUps(counted.formatted("office"))),
                pair(
                        FOLLOW_UP_NEVER_DUE,
                        SOUND.followUps(remind.formatted("PT2400000H")),
                        SOUND.followUps(remind.formatted("PT100000H"))),
                pair(
                        SILENCE_TOO_LONG,
                        promised.followUps(silence.formatted("PT24H1S")),
                        promised.followUps(silence.formatted("PT24H"))),
                pair(
                        SILENCE_TOO_LONG,
                        promised.followUps(silence.formatted("3 working days")),
                        promised.followUps(silence.formatted("3 working days"), silence.formatted("PT20H"))),
                pair(
                        REPLIES_END_TOO_SOON,
                        replying("5 working days").followUps(remind.formatted("6 working days")),
                        replying("6 working days").followUps(remind.formatted("6 working days"))),
                pair(REPLIES_NEVER_TOO_LATE, replying("PT2400000H"), replying("PT100000H")),
                pair(
                        FOLLOW_UP_TELLS_NOBODY,
                        noMail.followUps(waiting.formatted("{\"notify\": \"law\"}")),
                        noMail.followUps(waiting.formatted("{\"notify\": \"bit\"}"))));
    }

    private static SmallModel replying(String within) {
        return SOUND.routing(
                "\"rules\"", "\"replies\": {\"within\": \"" + within + "\", \"calendar\": \"office\"}, \"rules\"");
    }

    static Stream<Pair> assignment() {
        String turns = "\"by\": \"ROUND_ROBIN\"";
        String lead = "\"name\": \"Superusers\", \"tier\": \"own\", ";
        SmallModel limited = SOUND.routing("\"rules\"", "\"handOverLimit\": 6, \"rules\"");
        SmallModel planned = SOUND.assignment(turns + ", \"duty\": [{\"member\": \"karen\", \"calendar\": \"more\"}]");
        String late =
                "\"zone\": \"Europe/Copenhagen\", \"week\": [{\"from\": \"MONDAY\", \"to\": \"FRIDAY\", \"hours\":"
                        + " [\"%s\"]}]";
        String needs = turns + ", \"competences\": [{\"when\": {\"system\": \"amanda\"}, \"needs\": \"%s\"}]";
        String onDuty = turns + ", \"duty\": [{\"member\": \"karen\", \"calendar\": \"office\"}]";
        String competent = "\"groups\": [\"centre\"], \"competences\": [\"telephone\"]";
        String away = ", \"absences\": [{\"from\": \"2007-09-10T20:00:00Z\", \"until\": \"%s\"}]";
        SmallModel two = SOUND.assignment(turns
                + ", \"competences\": [{\"when\": {}, \"needs\": \"telephone\"}, {\"when\": {\"system\":"
                + " \"amanda\"}, \"needs\": \"amanda\"}]");
        return Stream.of(
                pair(
                        NO_LEAD_TO_DECIDE,
                        limited,
                        limited.organisation(lead, lead + "\"lead\": \"anna\", ")
                                .people(
                                        "\"groups\": [\"own\"]",
                                        "\"groups\": [\"own\"], \"mail\": \"anna@example.dk\"")),
                pair(
                        NO_LEAD_TO_DECIDE,
                        limited.organisation(lead, lead + "\"lead\": \"head\", "),
                        SOUND.organisation(lead, lead + "\"lead\": \"head\", ")),
                pair(
                        GUARD_STOPS_TRIAGE,
                        SOUND.routing("\"rules\"", "\"handOverLimit\": 2, \"rules\""),
                        SOUND.routing("\"rules\"", "\"handOverLimit\": 3, \"rules\"")),
                pair(
                        ASSIGNMENT_TWICE,
                        SOUND.assignment(turns + "}, {\"group\": \"centre\", \"by\": \"PULL\""),
                        SOUND.assignment(turns + "}, {\"group\": \"bit\", \"by\": \"PULL\"")),
                pair(
                        ASSIGNMENT_WITHOUT_EFFECT,
                        SOUND.assignment("\"by\": \"PULL\", \"capacity\": 5"),
                        SOUND.assignment(turns + ", \"capacity\": 5")),
                pair(
                        ASSIGNMENT_NEVER,
                        SOUND.assignment(turns + ", \"capacity\": 0"),
                        SOUND.assignment(turns + ", \"capacity\": 0, \"capacities\": {\"karen\": 1}")),
                pair(
                        ASSIGNMENT_NEVER,
                        SOUND.assignment(turns + ", \"capacities\": {\"karen\": 0, \"head\": 0}"),
                        SOUND.assignment(turns + ", \"capacities\": {\"karen\": 0}")),
                pair(
                        DUTY_GAP,
                        planned.calendar(late.formatted("08:00-15:59")),
                        planned.calendar(late.formatted("07:00-16:00"))),
                pair(
                        DUTY_GAP,
                        SOUND.assignment(onDuty + ", \"capacities\": {\"karen\": 0}"),
                        SOUND.assignment(onDuty + ", \"capacities\": {\"head\": 0}")),
                pair(
                        DUTY_GAP,
                        SOUND.assignment(onDuty).people(competent, competent + away.formatted("2007-09-12T08:00:00Z")),
                        SOUND.assignment(onDuty).people(competent, competent + away.formatted("2007-09-11T05:00:00Z"))),
                pair(
                        DUTY_GAP,
                        SOUND.assignment(needs.formatted("telephone"))
                                .people(competent, competent + away.formatted("2007-09-12T08:00:00Z")),
                        SOUND.assignment(turns).people(competent, competent + away.formatted("2007-09-12T08:00:00Z"))),
                pair(
                        ASSIGNMENT_OF_OTHERS,
                        SOUND.assignment(turns + ", \"capacities\": {\"bit-head\": 2}"),
                        SOUND.assignment(turns + ", \"capacities\": {\"head\": 2}")),
                pair(
                        ASSIGNMENT_OF_OTHERS,
                        SOUND.assignment(turns + ", \"duty\": [{\"member\": \"anna\", \"calendar\": \"office\"}]"),
                        SOUND.assignment(turns + ", \"duty\": [{\"member\": \"karen\", \"calendar\": \"office\"}]")),
                pair(
                        COMPETENCE_MISSING,
                        two.people(
                                "\"groups\": [\"centre\"], \"mail\"",
                                "\"groups\": [\"centre\"], \"competences\": [\"amanda\"], \"mail\""),
                        two.people("[\"telephone\"]", "[\"telephone\", \"amanda\"]")),
                pair(
                        COMPETENCE_MISSING,
                        SOUND.assignment(needs.formatted("telephone") + ", \"capacities\": {\"karen\": 0}"),
                        SOUND.assignment(needs.formatted("telephone") + ", \"capacities\": {\"head\": 0}")),
                pair(
                        COMPETENCE_MISSING,
                        SOUND.assignment(needs.formatted("telephone")
                                + ", \"duty\": [{\"member\": \"head\", \"calendar\": \"office\"}]"),
                        SOUND.assignment(needs.formatted("telephone")
                                + ", \"duty\": [{\"member\": \"karen\", \"calendar\": \"office\"}]")),
                pair(
                        ASSIGNMENT_NEVER,
                        SOUND.assignment(turns + ", \"capacities\": {\"karen\": 0}, \"duty\": [{\"member\": \"karen\","
                                + " \"calendar\": \"office\"}]"),
                        SOUND.assignment(turns + ", \"capacities\": {\"head\": 0}, \"duty\": [{\"member\": \"karen\","
                                + " \"calendar\": \"office\"}]")),
                pair(
                        COMPETENCE_MISSING,
                        SOUND.assignment(needs.formatted("amanda")),
                        SOUND.assignment(needs.formatted("telephone"))),
                pair(
                        COMPETENCE_MISSING,
                        SOUND.assignment(needs.formatted("telephone"))
                                .people("[\"telephone\"]", "[{\"id\": \"telephone\", \"certified\": \"2007-09-02\"}]"),
                        SOUND.assignment(needs.formatted("telephone"))
                                .people(
                                        "[\"telephone\"]",
                                        "[{\"id\": \"telephone\", \"certified\": \"2007-09-01\"}]")));
    }

    static Stream<Pair> people() {
        String mail = ", \"mail\": \"lars@example.dk\"";
        String tell = "\"actions\": [\"notify working group\"]";
        String other = "\"actions\": [{\"escalateTo\": \"%s\"}]";
        String head = "\"mail\": \"hanne@example.dk\"";
        String away = ", \"absences\": [{\"from\": \"2007-10-01T00:00:00Z\", \"until\": \"2007-11-01T00:00:00Z\"}]";
        String due = "[{\"id\": \"telephone\", \"certified\": \"2007-01-01\", \"due\": \"%s\"}]";
        SmallModel needing = SOUND.assignment(
                "\"by\": \"ROUND_ROBIN\", \"competences\": [{\"when\": {}, \"needs\": \"telephone\"}]");
        return Stream.of(
                pair(
                        UNIT_WITHOUT_SUPERUSER,
                        SOUND.people("\"OTHER\", \"unit\": \"aarhus\"", "\"OTHER\", \"unit\": \"odense\""),
                        SOUND.people("\"OTHER\", \"unit\": \"aarhus\"", "\"OTHER\"")),
                pair(
                        UNIT_WITHOUT_SUPERUSER,
                        SOUND.people("\"due\": \"2009-03-01\"", "\"due\": \"2007-09-01\""),
                        SOUND.people("\"due\": \"2009-03-01\"", "\"due\": \"2007-09-02\"")),
                pair(
                        SUPERUSER_NOT_CERTIFIED,
                        SOUND.people("\"certified\": \"2007-03-01\"", "\"certified\": \"2007-09-02\""),
                        SOUND.people("\"certified\": \"2007-03-01\"", "\"certified\": \"2007-09-01\"")),
                pair(
                        SUPERUSER_NOT_CERTIFIED,
                        SOUND.people("\"OTHER\"", "\"SUPERUSER\""),
                        SOUND.people("\"OTHER\"", "\"COMPANY\"")),
                pair(
                        CERTIFICATE_DUE,
                        SOUND.people("\"due\": \"2009-03-01\"", "\"due\": \"2007-09-01\""),
                        SOUND.people("\"due\": \"2009-03-01\"", "\"due\": \"2007-09-02\"")),
                pair(GROUP_WITHOUT_MEMBERS, SOUND.people("\"groups\": [\"law\"]", "\"groups\": [\"bit\"]")),
                pair(PERSON_UNKNOWN, SOUND.people("\"id\": \"law-head\"", "\"id\": \"lars\"")),
                pair(
                        PERSON_UNKNOWN,
                        SOUND.agreements(tell, other.formatted("the-boss")),
                        SOUND.agreements(tell, other.formatted("law-head"))),
                pair(PERSON_WITHOUT_MAIL, SOUND.people(mail, "")),
                pair(
                        NOBODY_TOLD_FOR_A_TIME,
                        SOUND.people(head, head + away),
                        SOUND.people(head, head + away)
                                .organisation("\"contactTier\"", "\"duty\": [\"law-head\"], \"contactTier\"")),
                pair(
                        ESCALATION_FINDS_NOBODY,
                        SOUND.people(", \"mail\": \"hanne@example.dk\"", ""),
                        SOUND.people(", \"mail\": \"hanne@example.dk\"", "")
                                .organisation("\"contactTier\"", "\"duty\": [\"law-head\"], \"contactTier\"")),
                pair(
                        NOBODY_FROM_THEN_ON,
                        needing.people("[\"telephone\"]", due.formatted("2008-08-31")),
                        needing.people("[\"telephone\"]", due.formatted("2008-09-02"))),
                pair(
                        PERSON_WITHOUT_MAIL,
                        SOUND.agreements(tell, other.formatted("karen")),
                        SOUND.agreements(tell, other.formatted("law-head"))));
    }

    static Stream<Pair> wording() {
        String second = "\"PT4H\", \"calendar\": \"office\"";
        String always = "{\"id\": \"all\", \"always\": true, \"zone\": \"UTC\"}, {\"id\": \"office\"";
        String waiting = "\"followUps\": [{\"name\": \"a\", \"in\": \"ANSWERED\", \"after\": \"%s\","
                + " \"calendar\": \"office\", \"do\": [\"close\"]}], \"rules\"";
        String replies = "\"replies\": {\"within\": \"%s\", \"calendar\": \"office\", \"do\": \"reopen\"}, \"rules\"";
        String day = "{\"date\": \"2007-12-27\", \"hours\": [\"%s\"]}";
        return Stream.of(
                pair(
                        DAYS_OF_SERVICE_HOURS,
                        SOUND.agreements("\"PT4H\"", "\"P1D\""),
                        SOUND.agreements("\"PT4H\"", "\"PT24H\"")),
                pair(
                        DAYS_OF_SERVICE_HOURS,
                        SOUND.agreements(second, second.replace("PT4H", "P2DT1H")),
                        SOUND.calendars("{\"id\": \"office\"", always)
                                .agreements(second, "\"P2DT1H\", \"calendar\": \"all\"")),
                pair(
                        DAYS_OF_SERVICE_HOURS,
                        SOUND.agreements("{\"at\": \"100%\"", "{\"at\": \"+P1D\", \"actions\": []}, {\"at\": \"100%\""),
                        SOUND.agreements(
                                "{\"at\": \"100%\"", "{\"at\": \"+PT24H\", \"actions\": []}, {\"at\": \"100%\"")),
                pair(
                        DAYS_OF_SERVICE_HOURS,
                        SOUND.routing("\"rules\"", waiting.formatted("P5D")),
                        SOUND.routing("\"rules\"", waiting.formatted("5 working days"))),
                pair(
                        DAYS_OF_SERVICE_HOURS,
                        SOUND.routing("\"rules\"", replies.formatted("P20D")),
                        SOUND.routing("\"rules\"", replies.formatted("20 working days"))),
                pair(
                        NIGHT_SHIFT,
                        SOUND.calendars("\"08:00-16:00\"", "\"16:00-08:00\""),
                        SOUND.calendars("\"08:00-16:00\"", "\"16:00-24:00\", \"00:00-08:00\"")),
                pair(
                        NIGHT_SHIFT,
                        SOUND.calendars(
                                "\"publicHolidays\"",
                                "\"specialDays\": [" + day.formatted("22:00-06:00") + "], \"publicHolidays\""),
                        SOUND.calendars(
                                "\"publicHolidays\"",
                                "\"specialDays\": [" + day.formatted("22:00-00:00") + "], \"publicHolidays\"")));
    }

    static Stream<Pair> all() {
        return Stream.of(
                        wording(),
                        routes(),
                        wordsAndTimes(),
                        handOvers(),
                        agreements(),
                        matrices(),
                        spans(),
                        organisation(),
                        escalation(),
                        calendars(),
                        nesting(),
                        followUps(),
                        assignment(),
                        people())
                .flatMap(pairs -> pairs);
    }

    /** All models of these tests. */
    static Stream<SmallModel> models() {
        return all().flatMap(pair -> Stream.of(pair.with(), pair.without()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_found_where_it_is_and_nowhere_else(Pair pair) {
        assertThat(codes(pair.with())).contains(pair.code());
        assertThat(codes(pair.without())).doesNotContain(pair.code());
    }

    /** A model that is read has no rule, and no way, to a group that the organisation does not have. */
    @Test
    void every_kind_that_a_folder_can_have_is_tested() {
        assertThat(Stream.concat(
                        all().map(Pair::code),
                        Stream.of(
                                MODEL_TOO_LARGE,
                                ACCEPTED_NO_LONGER_OCCURS,
                                ACCEPTED_UNTIL_NOW,
                                LAW_BROKEN,
                                LAW_NOT_PROVED,
                                LAW_ABOUT_NOTHING,
                                RULE_TO_UNKNOWN_GROUP,
                                FOLLOW_UP_TO_UNKNOWN_GROUP,
                                WAY_TO_UNKNOWN,
                                ASSIGNMENT_TO_UNKNOWN_GROUP)))
                .containsAll(Arrays.asList(FindingCode.values()));
    }

    @Test
    void ids_are_given_once() {
        assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::id)).doesNotHaveDuplicates();
    }

    @Test
    void the_page_on_verification_tells_every_kind() throws IOException {
        String page = Files.readString(Path.of("../docs/verification.md"));

        for (FindingCode code : FindingCode.values()) {
            assertThat(page)
                    .contains("| " + code.id() + " | " + code.severity().name().toLowerCase(Locale.ROOT) + " | "
                            + code.meaning() + " | ")
                    .contains(" | " + code.advice() + " |");
        }
    }

    @Test
    void the_sound_model_has_notes_alone() {
        assertThat(SOUND.verification(FROM).findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
    }

    private static ImmutableSet<FindingCode> codes(SmallModel model) {
        List<Finding> findings = model.verification(FROM).findings();
        return findings.stream().map(Finding::code).collect(ImmutableSet.toImmutableSet());
    }
}
