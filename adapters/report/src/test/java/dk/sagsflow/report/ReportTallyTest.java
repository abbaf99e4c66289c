package dk.sagsflow.report;

import static dk.sagsflow.report.Told.BIT;
import static dk.sagsflow.report.Told.KMD;
import static dk.sagsflow.report.Told.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.telephone.CallRecord;
import dk.sagsflow.core.telephone.CallTally;
import dk.sagsflow.report.page.ReportCsv;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTallyTest {
    private static Table table(Report report, String topic) {
        return report.sections().stream()
                .filter(section -> section.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + topic))
                .table();
    }

    private static Shown.Count count(long count) {
        return new Shown.Count(count);
    }

    private static Report twoCases() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00"));
        tally.add(Told.registered("A", "2007-01-30T08:00:00")
                .handedOver(at("2007-01-30T10:00:00"), BIT)
                .handedOver(at("2007-01-31T08:00:00"), KMD)
                .waited(at("2007-02-01T08:00:00"), at("2007-02-02T08:00:00"))
                .answered(at("2007-02-09T12:00:00"))
                .answered(at("2007-02-12T08:00:00"))
                .answered(at("2007-02-12T09:00:00"))
                .closed(at("2007-02-14T09:00:00"))
                .history());
        tally.add(Told.registered("B", "2007-02-27T08:00:00").history());
        return tally.report(Omissions.none());
    }

    @Test
    void counts_what_came_went_and_stayed_period_by_period() {
        assertThat(table(twoCases(), "load").rows())
                .containsExactly(
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 1, 1)), count(1), count(0), count(0), count(1)),
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 2, 1)), count(1), count(1), count(1), count(1)));
    }

    @Test
    void cases_by_status_are_told_at_the_end_of_each_period_those_that_are_over_too() {
        assertThat(table(twoCases(), "statuses").rows())
                .containsExactly(
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 1, 1)),
                                count(1),
                                count(0),
                                count(0),
                                count(0),
                                count(0)),
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 2, 1)),
                                count(1),
                                count(0),
                                count(0),
                                count(0),
                                count(1)));
    }

    @Test
    void what_became_of_cases_and_who_used_the_time_of_what_came_too_late_is_told() {
        Report report = twoCases();

        assertThat(table(report, "endings").rows())
                .containsExactly(ImmutableList.of(
                        new Shown.Word("ClosingReason.CONFIRMED"),
                        count(1),
                        new Shown.Share(0.5),
                        new Shown.Length(Duration.ofHours(15 * 24 + 1)),
                        new Shown.Length(Duration.ofHours(15 * 24 + 1))));
        // Only the 24 hours of KMD were exceeded, by sixty in all.
        assertThat(table(report, "used").rows())
                .contains(ImmutableList.of(
                        new Shown.Name("Suppliers"),
                        count(1),
                        new Shown.Service(Duration.ofHours(60)),
                        new Shown.Share(1)));
    }

    @Test
    void limits_that_stand_on_record_are_told_beside_their_target_and_those_taken_back_are_not() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00"));
        tally.add(Told.registered("A", "2007-02-01T08:00:00")
                .exceeded(at("2007-02-01T16:00:00"))
                .history());
        tally.add(Told.registered("B", "2007-02-01T08:00:00")
                .exceeded(at("2007-02-01T16:00:00"))
                .retracted(at("2007-02-01T17:00:00"))
                .history());

        Table agreements = table(tally.report(Omissions.none()), "agreements");
        assertThat(agreements.columns()).last().isEqualTo(TableColumn.of("on-record"));
        assertThat(agreements.rows())
                .extracting(row -> row.get(row.size() - 1))
                .containsOnlyOnce(count(1))
                .containsOnly(count(1), count(0));
        assertThat(table(twoCases(), "agreements").columns())
                .as("no limit is on record")
                .doesNotContain(TableColumn.of("on-record"));
    }

    @Test
    void what_cases_are_is_told_where_it_tells_some_apart() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00"));
        for (String number : List.of("A", "B", "C")) {
            Told told = Told.registered(number, "2007-02-01T08:00:00");
            if (number.equals("A")) {
                told.prioritised(at("2007-02-01T08:00:00"), Priority.P2).answered(at("2007-02-02T08:00:00"));
            }
            tally.add(told.history());
        }

        assertThat(table(tally.report(Omissions.none()), "kinds").rows())
                .as("all are incidents of citizens without unit")
                .containsExactly(
                        ImmutableList.of(
                                new Shown.Word("by.PRIORITY"),
                                new Shown.Word("unknown"),
                                count(2),
                                new Shown.Share(2.0 / 3),
                                count(0),
                                new Shown.Unknown(),
                                new Shown.Unknown()),
                        ImmutableList.of(
                                new Shown.Word("by.PRIORITY"),
                                new Shown.Word("Priority.P2"),
                                count(1),
                                new Shown.Share(1.0 / 3),
                                count(1),
                                new Shown.Length(Duration.ofDays(1)),
                                new Shown.Length(Duration.ofDays(1))));
        assertThat(ReportCsv.of(tally.report(Omissions.none()), Locale.forLanguageTag("da"))
                        .files()
                        .get("kinds.csv"))
                .contains("prioritet;prioritet 2;1;0,3333;1;86400;86400");
    }

    @Test
    void tells_the_age_of_what_is_open_at_the_end_of_each_period_in_calendar_and_in_service_time() {
        Table backlog = table(twoCases(), "backlog");
        Table now = table(twoCases(), "ages");

        // A is 40 hours old when January ends; B is 32 hours old at the end, of which 16 were open.
        assertThat(backlog.rows().get(0).subList(1, 4)).containsExactly(count(0), count(1), count(0));
        assertThat(backlog.rows().get(1).subList(1, 4)).containsExactly(count(0), count(1), count(0));
        assertThat(now.rows().get(0).subList(1, 3)).containsExactly(count(0), count(1));
        assertThat(now.rows().get(1).subList(1, 3)).containsExactly(count(1), count(0));
    }

    @Test
    void ages_are_told_in_the_buckets_that_the_organisation_names() {
        SupportOrganisation organisation = SupportOrganisation.builder()
                .name("Support")
                .addTier(Tier.of("1st", "Centre"))
                .contactTier(TierId.of("1st"))
                .addGroup(SupportGroup.of("centre", "Centre", "1st"))
                .ages(AgeBuckets.of(Duration.ofHours(16), Duration.ofMinutes(1_950)))
                .build();
        ReportTally tally = new ReportTally(ReportPlan.of(organisation, Told.OFFICE, at("2007-02-28T16:00:00")));
        tally.add(Told.registered("A", "2007-02-27T08:00:00").history());
        tally.add(Told.registered("B", "2007-02-27T07:00:00").history());
        tally.add(Told.registered("C", "2007-02-26T15:00:00").history());
        Report report = tally.report(Omissions.none());

        // A is 32 hours old and has been open for 16 of service, B 33 and 16, C 49 and 17.
        assertThat(table(report, "ages").rows())
                .containsExactly(
                        ImmutableList.of(new Shown.UpTo(Duration.ofHours(16)), count(0), count(2)),
                        ImmutableList.of(new Shown.UpTo(Duration.ofMinutes(1_950)), count(1), count(1)),
                        ImmutableList.of(new Shown.Beyond(Duration.ofMinutes(1_950)), count(2), count(0)));
        assertThat(table(report, "backlog").rows())
                .containsExactly(
                        ImmutableList.of(new Shown.Period(LocalDate.of(2007, 2, 1)), count(0), count(1), count(2)));
    }

    private static Report until(String end, Told... cases) {
        ReportTally tally = new ReportTally(Told.plan(end));
        for (Told told : cases) {
            tally.add(told.history());
        }
        return tally.report(Omissions.none());
    }

    private static Told livedOn() {
        return Told.registered("A", "2007-02-26T08:00:00").handedOver(at("2007-02-26T10:00:00"), BIT);
    }

    /** As in logs where a column holds something else than what the mapping says. */
    @Test
    void where_each_case_has_names_of_its_own_the_first_are_told_apart_and_the_report_says_so() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00"));
        for (int number = 0; number < NamesTold.MOST + 100; number++) {
            tally.add(Told.registered("C" + number, at("2007-01-30T08:00:00"), "s" + number)
                    .causedBy(at("2007-01-30T09:00:00"), "P" + number)
                    .handedOver(at("2007-01-30T10:00:00"), new Station(GroupId.of("g" + number), TierId.of("2nd")))
                    .answered(at("2007-01-31T10:00:00"))
                    .answered(at("2007-01-31T10:00:00"))
                    .history());
        }
        Report report = tally.report(Omissions.none());

        assertThat(report.omissions().remarks())
                .containsExactly(
                        "there are more than 5,000 groups: those that came later are not told apart",
                        "there are more than 5,000 systems: those that came later are not told apart",
                        "there are more than 5,000 known errors: those that came later are not told apart");
        Table groups = table(report, "groups");
        assertThat(groups.rows()).hasSize(NamesTold.MOST + 1);
        assertThat(groups.rows())
                .filteredOn(row -> row.get(0).equals(new Shown.Word("others")))
                .singleElement()
                .satisfies(row -> assertThat(row.get(1)).isEqualTo(count(101)));
        assertThat(table(report, "load").rows().get(0).subList(1, 3))
                .containsExactly(count(NamesTold.MOST + 100), count(NamesTold.MOST + 100));
        assertThat(table(report, "systems").rows().get(0).get(1)).isEqualTo(count(1));
    }

    @Test
    void what_happens_after_the_end_is_not_told_however_much_of_it_is_known() {
        Report then = until("2007-02-28T16:00:00", livedOn());
        Report later = until(
                "2007-02-28T16:00:00",
                livedOn()
                        .causedBy(at("2007-03-02T08:00:00"), "P-1")
                        .handedOver(at("2007-03-02T08:00:00"), KMD)
                        .answered(at("2007-03-05T08:00:00"))
                        .answered(at("2007-03-05T09:00:00"))
                        .answered(at("2007-03-05T10:00:00"))
                        .closed(at("2007-03-06T10:00:00")),
                Told.registered("B", "2007-03-01T08:00:00"));

        assertThat(later.cases()).isEqualTo(1);
        assertThat(later.sections()).isEqualTo(then.sections());
    }

    @Test
    void what_happens_at_the_end_itself_is_told_where_a_period_begins_with_it_too() {
        assertThat(table(until("2007-03-01T00:00:00", livedOn(), Told.registered("B", "2007-03-01T00:00:00")), "load")
                        .rows())
                .containsExactly(
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 2, 1)), count(1), count(0), count(0), count(1)),
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 3, 1)), count(1), count(0), count(0), count(2)));
        assertThat(table(until("2007-03-01T00:00:00", livedOn()), "load").rows())
                .hasSize(1);
    }

    @Test
    void what_is_answered_when_a_period_begins_was_open_when_the_one_before_ended() {
        Told told = Told.registered("A", "2007-01-30T08:00:00").answered(at("2007-02-01T00:00:00"));

        assertThat(table(until("2007-02-28T16:00:00", told), "load").rows())
                .containsExactly(
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 1, 1)), count(1), count(0), count(0), count(1)),
                        ImmutableList.of(
                                new Shown.Period(LocalDate.of(2007, 2, 1)), count(0), count(1), count(0), count(0)));
    }

    @Test
    void a_period_that_the_cases_begin_within_is_not_whole() {
        Report report = until("2007-03-10T16:00:00", Told.registered("A", "2007-02-20T08:00:00"));

        assertThat(table(report, "key").columns())
                .extracting(TableColumn::title)
                .containsExactly(
                        new Shown.Word("column.figure"),
                        new Shown.Word("column.all"),
                        new Shown.Word("column.last"),
                        new Shown.Word("column.before"));
    }

    @Test
    void nobody_has_a_case_once_for_each_answer_that_something_followed() {
        Report report = until(
                "2007-02-28T16:00:00",
                Told.registered("A", "2007-02-01T08:00:00")
                        .answered(at("2007-02-02T08:00:00"))
                        .reopened(at("2007-02-05T08:00:00"))
                        .answered(at("2007-02-06T08:00:00"))
                        .closed(at("2007-02-08T08:00:00")),
                Told.registered("B", "2007-02-01T08:00:00").answered(at("2007-02-02T08:00:00")));
        ImmutableList<ImmutableList<Shown>> rows = table(report, "tiers").rows();
        ImmutableList<Shown> nobody = rows.get(rows.size() - 1);

        // Three days and two; B may yet be reopened, as a visit that goes on does not count either.
        assertThat(nobody.subList(0, 4))
                .containsExactly(
                        new Shown.Word("nobody"),
                        count(2),
                        new Shown.Length(Duration.ofDays(5)),
                        new Shown.Share(5.0 / 8));
    }

    @Test
    void the_flow_goes_tier_by_tier_until_the_first_answer() {
        assertThat(table(twoCases(), "flow").rows())
                .contains(
                        ImmutableList.of(new Shown.Name("Support centre"), new Shown.Name("BIT"), count(1), count(1)),
                        ImmutableList.of(
                                new Shown.Name("Support centre"), new Shown.Word("end.open"), count(1), count(1)),
                        ImmutableList.of(
                                new Shown.Name("Support centre"), new Shown.Word("end.answered"), count(1), count(5)));
    }

    @Test
    void nobody_has_a_case_between_an_answer_and_its_end() {
        ImmutableList<ImmutableList<Shown>> rows = table(twoCases(), "tiers").rows();
        ImmutableList<Shown> nobody = rows.get(rows.size() - 1);

        assertThat(nobody.get(0)).isEqualTo(new Shown.Word("nobody"));
        assertThat(nobody.get(2)).isEqualTo(new Shown.Length(Duration.ofDays(2)));
        assertThat(rows).hasSize(4);
    }

    @Test
    @DisplayName("R17: residence is told against its limit, in service time")
    void residence_is_told_against_its_limit_in_service_time() {
        ImmutableList<Shown> kmd = table(twoCases(), "residence").rows().get(2);

        // 31 January 08:00 to 9 February 12:00, the office open eight hours on each of seven days and four on the last.
        assertThat(kmd.get(2)).isEqualTo(new Shown.Service(Duration.ofHours(60)));
        assertThat(kmd.get(5)).isEqualTo(new Shown.Service(Duration.ofHours(24)));
        assertThat(kmd.get(6)).isEqualTo(new Shown.Share(1));
    }

    @Test
    void the_worst_case_comes_with_its_course_its_holds_and_when_its_limit_was_used_up() {
        Report report = twoCases();
        Section course = report.sections().stream()
                .filter(section -> section.topic().equals("course"))
                .findFirst()
                .orElseThrow();
        Chart.Way drawn = (Chart.Way) course.chart();

        assertThat(course.about()).isEqualTo("A");
        assertThat(drawn.lanes()).containsExactly("Support centre", "BIT", "Suppliers");
        assertThat(drawn.visits().get(2).late()).contains(at("2007-02-02T16:00:00"));
        assertThat(drawn.visits().get(2).times()).isEqualTo(2.5);
        assertThat(drawn.holds()).hasSize(1);
        assertThat(drawn.closed()).contains(new Chart.Closed(at("2007-02-02T16:00:00"), at("2007-02-05T08:00:00")));
        assertThat(drawn.marks()).extracting(Chart.Mark::key).contains("limit", "handed-over", "answered");
    }

    @Test
    void what_a_log_does_not_tell_is_left_out_and_not_zero() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00")
                .withUntold(ReportPlan.Untold.MOVES, ReportPlan.Untold.WAITING, ReportPlan.Untold.FIRST_RESPONSE));
        tally.add(Told.registered("A", "2007-01-30T08:00:00")
                .answered(at("2007-02-12T09:00:00"))
                .history());
        Report report = tally.report(Omissions.none());

        assertThat(report.sections())
                .extracting(Section::topic)
                .doesNotContain("flow", "tiers", "groups", "residence", "waits", "course")
                .contains("load", "attainment");
        assertThat(table(report, "key").rows())
                .extracting(row -> row.get(0))
                .doesNotContain(new Shown.Word("key.first-contact"), new Shown.Word("key.hand-overs"));
    }

    @Test
    void known_errors_are_ranked_by_the_cases_that_go_back_to_them() {
        ReportTally tally = new ReportTally(Told.plan("2007-02-28T16:00:00"));
        for (String cause : List.of("P-1", "P-2", "P-1")) {
            tally.add(Told.registered("A", "2007-01-30T08:00:00")
                    .causedBy(at("2007-01-30T09:00:00"), cause)
                    .history());
        }

        assertThat(table(tally.report(Omissions.none()), "known-errors").rows())
                .extracting(row -> row.get(0))
                .containsExactly(new Shown.Name("P-1"), new Shown.Name("P-2"));
    }

    @Test
    @DisplayName("R34: calls by weekday and hour, and how long callers waited")
    void calls_are_told_by_weekday_and_hour() {
        CallTally calls = new CallTally(PeriodLength.MONTH, Told.COPENHAGEN, ImmutableSet.of());
        calls.add(call("1", "2007-01-30T08:10:00", true, 15));
        calls.add(call("2", "2007-01-30T08:20:00", false, 50));
        Report report = new ReportTally(Told.plan("2007-02-28T16:00:00")).report(Omissions.none(), calls.statistics());

        assertThat(table(report, "calls").rows().get(1).get(9)).isEqualTo(count(2));
        assertThat(table(report, "call-waiting").rows())
                .containsExactly(ImmutableList.of(
                        new Shown.Hour(8),
                        count(2),
                        new Shown.Share(0.5),
                        new Shown.Length(Duration.ofSeconds(15)),
                        new Shown.Length(Duration.ofSeconds(15)),
                        new Shown.Length(Duration.ofSeconds(15)),
                        new Shown.Share(0.5),
                        new Shown.Unknown()));
    }

    private static CallRecord call(String id, String arrived, boolean answered, int waited) {
        return new CallRecord(
                id,
                at(arrived),
                "centre",
                answered,
                Duration.ofSeconds(waited),
                answered ? Duration.ofMinutes(3) : Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_report_of_no_case_has_no_charts() {
        Report report = new ReportTally(Told.plan("2007-02-28T16:00:00")).report(Omissions.none());

        assertThat(report.cases()).isZero();
        assertThat(report.sections()).extracting(Section::topic).doesNotContain("load", "flow", "worst");
    }
}
