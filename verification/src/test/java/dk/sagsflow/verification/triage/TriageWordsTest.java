package dk.sagsflow.verification.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeValue;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.routing.triage.TriageWords;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TriageWordsTest {
    private static final Instant NIGHT = Instant.parse("2007-08-06T22:00:00Z");
    private static final Instant DAY = Instant.parse("2007-08-06T10:00:00Z");
    private static final AttributeId VIP = AttributeId.of("vip");
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneOffset.UTC)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();
    private static final GroupId BIT = GroupId.of("bit");
    private static final Triage TRIAGE = new Triage(ImmutableList.of(
            new TriageRule(
                    "passwords",
                    Condition.mentions("password", "adgangskode")
                            .and(Condition.is(CaseField.CAUSE, "USER_ERROR", "TECHNICAL")),
                    GroupId.of("centre")),
            new TriageRule("important", Condition.has(VIP, new AttributeValue.YesNo(true)), BIT),
            new TriageRule(
                    "all but questions",
                    Condition.is(CaseField.KIND, "QUESTION", "CHANGE_REQUEST").negate(),
                    BIT),
            new TriageRule("at night", Condition.is(CaseField.SYSTEM, "amanda"), BIT)
                    .during(new CalendarState("office", OFFICE, false)),
            new TriageRule("rest", Condition.always(), BIT)));
    private static final SupportCase CASE = new Counterexample(
                    ImmutableMap.of(CaseField.KIND, "QUESTION", CaseField.CAUSE, "UNKNOWN", CaseField.SYSTEM, "amanda"),
                    ImmutableMap.of(VIP, new AttributeValue.YesNo(false)),
                    ImmutableSet.of("password"),
                    ImmutableList.of(),
                    Optional.empty(),
                    Optional.empty())
            .replayedIn(SupportOrganisation.builder()
                    .name("One tier")
                    .addTiers(Tier.of("1st", "Centre"))
                    .contactTier(TierId.of("1st"))
                    .addGroups(SupportGroup.of("centre", "Centre", "1st"))
                    .build());

    @Test
    void say_why_a_rule_matched_and_what_was_otherwise_with_each_before_it() {
        assertThat(TriageWords.in(Locale.ENGLISH).of(TRIAGE.decide(CASE, NIGHT)))
                .containsExactly(
                        "To bit, by the rule \"at night\".",
                        "\"passwords\" does not match: cause is UNKNOWN, not USER_ERROR or TECHNICAL.",
                        "\"important\" does not match: vip is no, not yes.",
                        "\"all but questions\" does not match: kind is QUESTION, which it leaves out.",
                        "\"at night\" matches: system is amanda; office is closed.");
        assertThat(TriageWords.in(Locale.ENGLISH).of(TRIAGE.decide(CASE, DAY)))
                .endsWith(
                        "\"at night\" does not match: office is open, and it is for when it is closed.",
                        "\"rest\" matches: it is for every case.");
    }

    @Test
    void say_it_in_danish() {
        assertThat(TriageWords.in(Locale.forLanguageTag("da-DK")).of(TRIAGE.decide(CASE, NIGHT)))
                .containsExactly(
                        "Til bit efter reglen \"at night\".",
                        "\"passwords\" passer ikke: årsag er UNKNOWN, ikke USER_ERROR eller TECHNICAL.",
                        "\"important\" passer ikke: vip er nej, ikke ja.",
                        "\"all but questions\" passer ikke: art er QUESTION, som reglen undtager.",
                        "\"at night\" passer: system er amanda; office har lukket.");
    }

    @Test
    void say_that_nothing_matched_and_what_was_not_given() {
        Triage triage = new Triage(ImmutableList.of(
                new TriageRule("prints", Condition.is(CaseField.CATEGORY, "print"), BIT),
                new TriageRule("no passwords", Condition.mentions("Password").negate(), BIT),
                new TriageRule("logins", Condition.mentions("log ind", "login"), BIT)));

        assertThat(triage.decide(CASE, DAY).group()).isEmpty();
        assertThat(TriageWords.in(Locale.ENGLISH).of(triage.decide(CASE, DAY)))
                .containsExactly(
                        "It stays at centre: no rule matches.",
                        "\"prints\" does not match: category is not given; not print.",
                        "\"no passwords\" does not match: the text mentions \"Password\", which it leaves out.",
                        "\"logins\" does not match: the text does not mention log ind or login.");
    }

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(keys("da")).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) {
        Set<String> keys = new TreeSet<>();
        Enumeration<String> all = ResourceBundle.getBundle(
                        "dk.sagsflow.routing.triage.triage", Locale.forLanguageTag(language))
                .getKeys();
        while (all.hasMoreElements()) {
            keys.add(all.nextElement());
        }
        return keys;
    }
}
