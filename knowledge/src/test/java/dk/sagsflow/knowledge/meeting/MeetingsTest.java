package dk.sagsflow.knowledge.meeting;

import static dk.sagsflow.knowledge.Folk.ASTRID;
import static dk.sagsflow.knowledge.Folk.BO;
import static dk.sagsflow.knowledge.Folk.EAST;
import static dk.sagsflow.knowledge.Folk.KEEPER;
import static dk.sagsflow.knowledge.Folk.OLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.knowledge.Folk;
import dk.sagsflow.knowledge.people.ExperienceGroup;
import dk.sagsflow.knowledge.people.ExperienceGroupId;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleRefusal;
import dk.sagsflow.knowledge.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingsTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final Folk folk = new Folk();
    private final Meetings meetings = folk.people.meetings();

    @CanIgnoreReturnValue
    private MeetingId called(String id, String begins) {
        Meeting meeting = Meeting.of(id, EAST, "Erfamøde", Instant.parse(begins), TWO_HOURS);
        return meetings.call(ASTRID, meeting).orElseThrow().meeting().id();
    }

    private void held(String id, String begins) {
        called(id, begins);
        folk.at(begins);
        meetings.held(KEEPER, MeetingId.of(id), ImmutableSet.of(ASTRID), "Vi talte om Amanda.")
                .orElseThrow();
    }

    private List<String> findings() {
        return meetings.findings(MeetingRhythm.standard()).stream()
                .map(PeopleFinding::describe)
                .toList();
    }

    @Test
    @Tag("R30")
    void who_was_invited_and_who_attended_is_on_record() {
        MeetingId id = called("m1", "2007-09-20T12:00:00Z");
        folk.people.book().join(OLE, EAST, OLE).orElseThrow();
        meetings.invite(KEEPER, id, ImmutableSet.of(BO)).orElseThrow();
        assertThat(meetings.all().get(0).invited()).containsExactly(ASTRID, BO);
        assertThat(meetings.held(KEEPER, id, ImmutableSet.of(ASTRID), "")
                        .refusal()
                        .orElseThrow())
                .isInstanceOf(MeetingRefusal.MeetingToCome.class);

        folk.at("2007-09-21T08:00:00Z");
        MeetingFile file = meetings.held(KEEPER, id, ImmutableSet.of(ASTRID, OLE), "Referat")
                .orElseThrow();
        assertThat(file.attended()).containsExactly(ASTRID, OLE);
        assertThat(meetings.attended(OLE, Instant.parse("2007-09-20T00:00:00Z"), folk.now()))
                .isEqualTo(TWO_HOURS);
        assertThat(meetings.attended(OLE, folk.now(), folk.now().plus(TWO_HOURS)))
                .isEqualTo(Duration.ZERO);
        assertThat(meetings.cancel(KEEPER, id, "for sent").refusal()).contains(new MeetingRefusal.MeetingOver(id));
        assertThat(meetings.invitationsOf(BO)).hasSize(1);
        assertThat(folk.another().meetings().of(EAST)).isEqualTo(meetings.of(EAST));
    }

    @Test
    @Tag("R30")
    void a_group_that_meets_less_than_four_times_a_year_falls_behind() {
        assertThat(findings()).isEmpty();
        folk.at("2007-12-10T08:00:00Z");
        assertThat(findings()).containsExactly("east: SK221 met 0 times since 2007-09-10, not 1");
        held("m1", "2007-12-12T08:00:00Z");
        assertThat(findings()).isEmpty();

        held("m2", "2008-03-12T08:00:00Z");
        called("m3", "2008-06-01T08:00:00Z");
        held("m4", "2008-08-01T08:00:00Z");
        folk.at("2008-09-30T08:00:00Z");
        assertThat(findings()).containsExactly("east: SK221 met 3 times since 2007-10-01, not 4");
        meetings.held(KEEPER, MeetingId.of("m3"), ImmutableSet.of(OLE), "").orElseThrow();
        assertThat(findings()).isEmpty();
        folk.at("2009-01-30T08:00:00Z");
        assertThat(findings()).hasSize(1);
    }

    @Test
    @Tag("R30")
    void a_group_meets_around_the_releases_of_its_systems() {
        for (String system : List.of("amanda", "jobnet")) {
            folk.people
                    .releases()
                    .plan(KEEPER, Release.of(system, system, system + " 8", LocalDate.parse("2007-10-20")))
                    .orElseThrow();
        }
        assertThat(findings()).isEmpty();
        folk.at("2007-09-25T08:00:00Z");
        assertThat(findings()).containsExactly("east: SK222 does not meet around amanda 8 on 2007-10-20");
        MeetingId id = called("m1", "2007-10-22T12:00:00Z");
        assertThat(findings()).isEmpty();
        meetings.move(ASTRID, meetings.all().get(0).meeting().movedTo(Instant.parse("2007-12-01T12:00:00Z")))
                .orElseThrow();
        assertThat(findings()).hasSize(1);
        meetings.move(ASTRID, meetings.all().get(0).meeting().movedTo(Instant.parse("2007-10-02T12:00:00Z")))
                .orElseThrow();
        assertThat(findings()).isEmpty();
        meetings.cancel(ASTRID, id, "sygdom").orElseThrow();
        assertThat(findings()).hasSize(1);
    }

    @Test
    @Tag("R30")
    void a_meeting_around_a_release_to_which_nobody_came_is_none() {
        folk.people
                .releases()
                .plan(KEEPER, Release.of("a8", "amanda", "amanda 8", LocalDate.parse("2007-09-20")))
                .orElseThrow();
        MeetingId id = called("m1", "2007-09-10T12:00:00Z");
        assertThat(findings()).isEmpty();
        folk.at("2007-09-10T14:00:00Z");
        assertThat(findings()).containsExactly("east: SK222 does not meet around amanda 8 on 2007-09-20");
        meetings.held(KEEPER, id, ImmutableSet.of(), "").orElseThrow();
        assertThat(findings()).hasSize(1);
        meetings.held(KEEPER, id, ImmutableSet.of(ASTRID), "").orElseThrow();
        assertThat(findings()).isEmpty();
    }

    @Test
    @Tag("R30")
    void who_is_invited_has_it_in_the_calendar_across_a_change_of_the_clock_and_changes_follow() {
        MeetingId id = called("m1", "2007-10-28T11:00:00Z");
        String file = meetings.calendarOf(ASTRID, "Erfamøder").text();
        assertThat(file)
                .contains("SUMMARY:Erfamøde", "DTSTART:20071028T110000Z", "DTEND:20071028T130000Z", "SEQUENCE:0")
                .contains("STATUS:CONFIRMED");

        meetings.move(ASTRID, meetings.all().get(0).meeting().movedTo(Instant.parse("2007-10-29T11:00:00Z")))
                .orElseThrow();
        meetings.cancel(ASTRID, id, "sygdom").orElseThrow();
        assertThat(meetings.calendarOf(ASTRID, "Erfamøder").text())
                .contains("DTSTART:20071029T110000Z", "SEQUENCE:2", "STATUS:CANCELLED")
                .contains(uid(file));
        assertThat(meetings.calendarOf(OLE, "Erfamøder").entries()).isEmpty();
    }

    private static String uid(String file) {
        return file.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    @Test
    void members_and_keepers_call_meetings_of_groups_that_there_are() {
        Meeting meeting = Meeting.of("m1", EAST, "Møde", folk.now(), TWO_HOURS);
        assertThat(meetings.call(OLE, meeting).refusal().orElseThrow()).isInstanceOf(PeopleRefusal.NotAKeeper.class);
        meetings.call(KEEPER, meeting).orElseThrow();
        assertThat(meetings.call(KEEPER, meeting).refusal()).contains(new MeetingRefusal.MeetingThere(meeting.id()));
        assertThat(meetings.cancel(KEEPER, MeetingId.of("m9"), "x").refusal())
                .contains(new MeetingRefusal.MeetingNotThere(MeetingId.of("m9")));
        folk.people
                .book()
                .found(KEEPER, ExperienceGroup.of("north", "Erfagruppe nord"))
                .orElseThrow();
        Meeting taken = Meeting.of("m1", ExperienceGroupId.of("north"), "Møde", folk.now(), TWO_HOURS);
        assertThat(meetings.move(ASTRID, taken).refusal())
                .contains(new MeetingRefusal.MeetingOfAnotherGroup(taken.id(), EAST));
        Meeting nowhere = Meeting.of("m2", ExperienceGroupId.of("west"), "Møde", folk.now(), TWO_HOURS);
        assertThat(meetings.call(KEEPER, nowhere).refusal().orElseThrow().describe())
                .contains("east");
    }
}
