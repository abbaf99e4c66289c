package dk.sagsflow.knowledge.agreement;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.EAST;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.MANAGER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.meeting.Meeting;
import dk.sagsflow.knowledge.people.ListedPerson;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.Unit;
import dk.sagsflow.knowledge.people.UnitKind;
import dk.sagsflow.knowledge.training.Course;
import dk.sagsflow.knowledge.training.CourseDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuperuserAgreementsTest {
    private static final LocalDate BEGIN = LocalDate.parse("2007-09-01");
    private static final SuperuserAgreement AGREEMENT = new SuperuserAgreement(
            SuperuserAgreementId.of("aarhus-2007"),
            AgreementParties.of("aarhus", "mette", "astrid"),
            new AgreementTerms(
                    "Kolleger får hjælp tæt på",
                    "Giver tid og støtte",
                    "Svarer kolleger og opretter sager",
                    "Færre ventetider"),
            ExpectedTime.hours(100, 20, 10, 5),
            AgreementPeriod.yearFrom(BEGIN));

    private final Folk folk = new Folk(builder -> builder.withCaseTime((person, from, to) -> Duration.ofHours(30)));
    private final SuperuserAgreements agreements = folk.people.agreements();

    private List<String> findings() {
        return agreements.findings(Period.ofDays(30)).stream()
                .map(PeopleFinding::describe)
                .toList();
    }

    @Test
    @Tag("R28")
    void every_job_centre_has_a_superuser_under_an_agreement_with_its_manager() {
        folk.people.book().open(KEEPER, Unit.jobCentre("thy", "Jobcenter Thy")).orElseThrow();
        folk.people
                .book()
                .open(KEEPER, new Unit(UnitId.of("firm"), "Firmaet", UnitKind.COMPANY))
                .orElseThrow();
        assertThat(findings())
                .containsExactly(
                        "aarhus: SK202 no agreement with Jobcenter Aarhus is in force",
                        "odense: SK202 no agreement with Jobcenter Odense is in force",
                        "thy: SK201 Jobcenter Thy has no superuser");

        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        assertThat(findings()).noneMatch(finding -> finding.startsWith("aarhus"));
        AgreementFile file = agreements
                .inForce(UnitId.of("aarhus"), LocalDate.parse("2008-08-31"))
                .orElseThrow();
        assertThat(file.agreement().terms().superuserRole()).contains("opretter sager");
        assertThat(agreements.inForce(UnitId.of("aarhus"), LocalDate.parse("2008-09-01")))
                .isEmpty();
    }

    @Test
    @Tag("R28")
    void an_agreement_that_runs_out_is_told_until_another_follows_it() {
        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        agreements
                .followUp(MANAGER, AGREEMENT.id(), LocalDate.parse("2008-07-01"), "Det går godt")
                .orElseThrow();
        folk.at("2008-08-10T08:00:00Z");
        assertThat(findings()).contains("aarhus-2007: SK203 with aarhus runs out on 2008-09-01");

        SuperuserAgreement next = AGREEMENT.renewed(
                SuperuserAgreementId.of("aarhus-2008"), AgreementPeriod.yearFrom(LocalDate.parse("2008-09-01")));
        agreements.agree(KEEPER, next).orElseThrow();
        assertThat(findings()).noneMatch(finding -> finding.contains("SK203"));
    }

    @Test
    @Tag("R28")
    void each_superuser_may_have_an_agreement_and_who_has_none_is_not_covered_by_that_of_others() {
        folk.enter(ListedPerson.superuser("viggo", "Viggo", "aarhus", "superusers"));
        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        SuperuserAgreement later = new SuperuserAgreement(
                SuperuserAgreementId.of("viggo-2008"),
                AgreementParties.of("aarhus", "mette", "viggo"),
                AGREEMENT.terms(),
                AGREEMENT.expected(),
                AgreementPeriod.yearFrom(LocalDate.parse("2008-03-01")));
        agreements.agree(KEEPER, later).orElseThrow();
        folk.at("2008-08-10T08:00:00Z");
        assertThat(findings())
                .contains("aarhus-2007: SK203 with aarhus runs out on 2008-09-01")
                .contains("aarhus-2007: SK204 was to be followed up on 2008-03-01")
                .noneMatch(finding -> finding.startsWith("aarhus:"));
        folk.at("2008-10-01T08:00:00Z");
        folk.people.book().leave(KEEPER, ActorId.of("viggo")).orElseThrow();
        assertThat(findings()).contains("aarhus: SK202 no agreement with Jobcenter Aarhus is in force");
    }

    @Test
    @Tag("R28")
    void a_manager_follows_up_and_an_overdue_follow_up_is_told() {
        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        folk.at("2008-03-03T08:00:00Z");
        assertThat(findings()).contains("aarhus-2007: SK204 was to be followed up on 2008-03-01");
        assertThat(agreements
                        .followUp(OLE, AGREEMENT.id(), LocalDate.parse("2008-03-03"), "x")
                        .wasAccepted())
                .isFalse();

        AgreementFile file = agreements
                .followUp(MANAGER, AGREEMENT.id(), LocalDate.parse("2008-03-03"), "Mere tid til møder")
                .orElseThrow();
        assertThat(file.nextFollowUp()).isEmpty();
        assertThat(findings()).noneMatch(finding -> finding.contains("SK204"));
    }

    @Test
    @Tag("R28")
    void time_used_is_counted_from_cases_courses_meetings_and_what_superusers_say() {
        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        folk.people
                .training()
                .offer(KEEPER, Course.of("c", "Grundmodul", "basic"))
                .orElseThrow();
        Instant day = Instant.parse("2007-09-10T07:00:00Z");
        CourseDate date = CourseDate.of("d", "c", day, day.plus(Duration.ofHours(6)), "Aarhus");
        folk.people.training().hold(KEEPER, date).orElseThrow();
        Meeting meeting = Meeting.of("m", EAST, "Møde", day.plus(Duration.ofDays(1)), Duration.ofHours(11));
        folk.people.meetings().call(KEEPER, meeting).orElseThrow();
        folk.at("2007-10-01T08:00:00Z");
        folk.people
                .training()
                .takeAttendance(KEEPER, date.id(), ImmutableSet.of(ASTRID))
                .orElseThrow();
        folk.people
                .meetings()
                .held(KEEPER, meeting.id(), ImmutableSet.of(ASTRID), "")
                .orElseThrow();
        LocalDate tested = LocalDate.parse("2007-09-20");
        agreements
                .spent(ASTRID, ASTRID, SuperuserWork.TESTING, tested, Duration.ofHours(3))
                .orElseThrow();
        agreements
                .spent(ASTRID, ASTRID, SuperuserWork.TESTING, tested, Duration.ofHours(-1))
                .orElseThrow();
        agreements
                .spent(ASTRID, ASTRID, SuperuserWork.TESTING, BEGIN.minusDays(1), Duration.ofHours(9))
                .orElseThrow();

        assertThat(agreements.accounts(AGREEMENT, BEGIN.plusDays(73)))
                .containsExactly(
                        account(SuperuserWork.SOLVING, 20, 30),
                        account(SuperuserWork.TRAINING, 4, 6),
                        account(SuperuserWork.MEETINGS, 2, 11),
                        account(SuperuserWork.TESTING, 1, 2));
        assertThat(findings())
                .contains("aarhus-2007: SK205 astrid used 11:00 for meetings, more than was agreed")
                .noneMatch(finding -> finding.contains("training"));
        assertThat(agreements
                        .spent(OLE, ASTRID, SuperuserWork.TESTING, tested, Duration.ofHours(3))
                        .wasAccepted())
                .isFalse();
    }

    private static TimeAccount account(SuperuserWork work, int agreed, int used) {
        return new TimeAccount(ASTRID, work, Duration.ofHours(agreed), Duration.ofHours(used));
    }

    @Test
    void an_agreement_is_between_the_manager_of_a_unit_and_about_its_superusers() {
        folk.enter(ListedPerson.manager("morten", "Morten", "odense"));
        assertThat(agreements
                        .agree(KEEPER, between("odense", "mette", "ole"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("morten");
        assertThat(agreements
                        .agree(KEEPER, between("odense", "morten", "astrid"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("ole");
        assertThat(agreements
                        .agree(KEEPER, between("thy", "morten", "ole"))
                        .refusal()
                        .orElseThrow()
                        .describe())
                .contains("aarhus");
        assertThat(agreements.agree(MANAGER, AGREEMENT).wasAccepted()).isFalse();
        assertThat(agreements.end(KEEPER, AGREEMENT.id(), BEGIN, "x").refusal())
                .contains(new AgreementRefusal.AgreementNotThere(AGREEMENT.id()));
    }

    private static SuperuserAgreement between(String unit, String manager, String superuser) {
        return new SuperuserAgreement(
                SuperuserAgreementId.of("x"),
                AgreementParties.of(unit, manager, superuser),
                AGREEMENT.terms(),
                AGREEMENT.expected(),
                AGREEMENT.period());
    }

    @Test
    void an_agreement_ends_before_its_time_within_it() {
        agreements.agree(KEEPER, AGREEMENT).orElseThrow();
        assertThat(agreements.end(KEEPER, AGREEMENT.id(), BEGIN, "x").refusal().orElseThrow())
                .isInstanceOf(AgreementRefusal.NotInPeriod.class);
        AgreementFile file = agreements
                .end(KEEPER, AGREEMENT.id(), LocalDate.parse("2007-12-01"), "Fusion")
                .orElseThrow();

        assertThat(file.ended()).contains("Fusion");
        assertThat(agreements.inForce(UnitId.of("aarhus"), LocalDate.parse("2007-12-01")))
                .isEmpty();
        assertThat(folk.another().agreements().all()).containsExactly(file);
        assertThatIllegalArgumentException().isThrownBy(() -> new AgreementPeriod(BEGIN, BEGIN, Period.ofMonths(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedTime.hours(-1, 0, 0, 0));
    }
}
