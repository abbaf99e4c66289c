package dk.sagsflow.knowledge.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.ExperienceGroup;
import dk.sagsflow.knowledge.people.PeopleBook;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleFindingCode;
import dk.sagsflow.knowledge.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Which experience groups meet too seldom (R30). Immutable. */
record MeetingFindings(BookKeeping books, PeopleBook people, ImmutableList<Release> releases, MeetingRhythm rhythm) {
    private static final Duration YEAR = Duration.ofDays(365);

    Stream<PeopleFinding> of(ExperienceGroup group, ImmutableList<MeetingFile> meetings) {
        return Stream.concat(
                behind(group, meetings).stream(),
                releases.stream().flatMap(release -> unmet(group, release, meetings).stream()));
    }

    /** A group that is younger than a year is asked for its share of the meetings of one. */
    private Optional<PeopleFinding> behind(ExperienceGroup group, ImmutableList<MeetingFile> meetings) {
        Instant now = books.clock().instant();
        Duration each = YEAR.dividedBy(rhythm.perYear());
        int due = rhythm.perYear();
        while (due > 0
                && people.at(now.minus(each.multipliedBy(due)))
                        .experienceGroup(group.id())
                        .isEmpty()) {
            due--;
        }
        Instant since = now.minus(each.multipliedBy(due));
        long held = meetings.stream()
                .filter(file -> !file.attended().isEmpty())
                .filter(file -> file.meeting().time().begins().isAfter(since))
                .count();
        return held < due
                ? Optional.of(new PeopleFinding(
                        PeopleFindingCode.GROUP_FALLS_BEHIND,
                        group.id().value(),
                        ImmutableMap.of("held", held, "since", books.day(since), "due", due)))
                : Optional.empty();
    }

    private Optional<PeopleFinding> unmet(ExperienceGroup group, Release release, ImmutableList<MeetingFile> meetings) {
        boolean now = around(release, books.today());
        boolean meets = meetings.stream()
                .filter(this::counts)
                .anyMatch(
                        file -> around(release, books.day(file.meeting().time().begins())));
        return group.concerns(release.system()) && now && !meets
                ? Optional.of(new PeopleFinding(
                        PeopleFindingCode.RELEASE_WITHOUT_MEETING,
                        group.id().value(),
                        ImmutableMap.of("release", release.name(), "on", release.on())))
                : Optional.empty();
    }

    /** One that is over counts if somebody attended; one to come, if it is not cancelled. */
    private boolean counts(MeetingFile file) {
        boolean over = !file.meeting().time().ends().isAfter(books.clock().instant());
        return over ? !file.attended().isEmpty() : !file.cancelled();
    }

    private boolean around(Release release, LocalDate day) {
        return !day.isBefore(release.on().minusWeeks(rhythm.weeksAround()))
                && !day.isAfter(release.on().plusWeeks(rhythm.weeksAround()));
    }
}
