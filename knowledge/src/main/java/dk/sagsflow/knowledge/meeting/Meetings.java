package dk.sagsflow.knowledge.meeting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.feed.CalendarFile;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.ExperienceGroup;
import dk.sagsflow.knowledge.people.ExperienceGroupId;
import dk.sagsflow.knowledge.people.PeopleBook;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.people.PeopleRefusal;
import dk.sagsflow.knowledge.people.PeopleSnapshot;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.release.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Meetings of experience groups: who was invited, who attended, and whether a group meets as often as it should (R30). Keepers
 * call them, and members of the group do. Safe for use by many threads.
 */
public final class Meetings {
    private final BookKeeping books;
    private final PeopleBook people;
    private final Releases releases;
    private final Picture<State> picture;

    private static final class State {
        private final Map<MeetingId, MeetingFile> files = new LinkedHashMap<>();

        void fold(KnowledgeEvent event) {
            if (event instanceof MeetingEvent.MeetingCalled called) {
                files.put(called.meeting().id(), MeetingFile.of(called));
            } else if (event instanceof MeetingEvent told) {
                files.computeIfPresent(MeetingId.of(told.stamp().record().value()), (unused, file) -> file.after(told));
            }
        }

        ImmutableList<MeetingFile> files() {
            return ImmutableList.copyOf(files.values());
        }

        Optional<MeetingFile> file(MeetingId id) {
            return Optional.ofNullable(files.get(id));
        }
    }

    /** Made by what reaches the books. */
    public Meetings(BookKeeping books, PeopleBook people, Releases releases) {
        this.books = requireNonNull(books, "books");
        this.people = requireNonNull(people, "people");
        this.releases = requireNonNull(releases, "releases");
        this.picture = new Picture<>(books.store(), State::new, State::fold);
    }

    /** All meetings, in the order in which they were called. */
    public ImmutableList<MeetingFile> all() {
        return picture.ask(State::files);
    }

    /** The meetings of a group. */
    public ImmutableList<MeetingFile> of(ExperienceGroupId group) {
        requireNonNull(group, "group");
        return all().stream()
                .filter(file -> file.meeting().group().equals(group))
                .collect(ImmutableList.toImmutableList());
    }

    /** The meetings that somebody was invited to: what the person's calendar shows. */
    public ImmutableList<MeetingFile> invitationsOf(ActorId person) {
        requireNonNull(person, "person");
        return all().stream().filter(file -> file.invited().contains(person)).collect(ImmutableList.toImmutableList());
    }

    /**
     * The meetings that somebody was invited to as a calendar file, cancelled ones too, so that calendars take them out.
     *
     * @param name what the calendar is called
     */
    public CalendarFile calendarOf(ActorId person, String name) {
        return new CalendarFile(
                name,
                invitationsOf(person).stream().map(MeetingFile::appointment).collect(ImmutableList.toImmutableList()));
    }

    /** How long somebody was at meetings that began in this time: from, inclusive; to, exclusive. */
    public Duration attended(ActorId person, Instant from, Instant to) {
        return all().stream()
                .filter(file -> file.attended().contains(person))
                .map(file -> file.meeting().time())
                .filter(time -> !time.begins().isBefore(from) && time.begins().isBefore(to))
                .map(Meeting.Time::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Calls a meeting, and invites whoever belongs to the group. */
    public KnowledgeOutcome<MeetingFile> call(ActorId by, Meeting meeting) {
        PeopleSnapshot now = people.now();
        Optional<KnowledgeRefusal> forbidden =
                objection(by, meeting.group(), now).or(() -> groupThere(now, meeting));
        return BookKeepers.unless(
                forbidden,
                () -> picture.decide(
                        state -> state.file(meeting.id()).isPresent()
                                ? KnowledgeOutcome.refused(new MeetingRefusal.MeetingThere(meeting.id()))
                                : accepted(new MeetingEvent.MeetingCalled(
                                        Stamp.after(
                                                0,
                                                meeting.id().record(),
                                                books.clock().instant(),
                                                by),
                                        meeting,
                                        now.members(meeting.group()))),
                        state -> state.file(meeting.id()).orElseThrow()));
    }

    private Optional<KnowledgeRefusal> objection(ActorId by, ExperienceGroupId group, PeopleSnapshot now) {
        return now.members(group).contains(by)
                ? Optional.empty()
                : books.keepers().objection(by);
    }

    private static Optional<KnowledgeRefusal> groupThere(PeopleSnapshot now, Meeting meeting) {
        return now.experienceGroup(meeting.group()).isPresent()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.ExperienceGroupNotThere(
                        meeting.group(),
                        now.experienceGroups().stream()
                                .map(ExperienceGroup::id)
                                .collect(ImmutableSet.toImmutableSet())));
    }

    /** Moves a meeting to another time or place; who is invited stays so. */
    public KnowledgeOutcome<MeetingFile> move(ActorId by, Meeting meeting) {
        return changed(
                by,
                meeting.id(),
                file -> over(file).or(() -> ofAnother(file, meeting)),
                stamp -> new MeetingEvent.MeetingMoved(stamp, meeting));
    }

    private static Optional<KnowledgeRefusal> ofAnother(MeetingFile file, Meeting meeting) {
        ExperienceGroupId group = file.meeting().group();
        return group.equals(meeting.group())
                ? Optional.empty()
                : Optional.of(new MeetingRefusal.MeetingOfAnotherGroup(meeting.id(), group));
    }

    private static Optional<KnowledgeRefusal> over(MeetingFile file) {
        return file.outcome() instanceof MeetingFile.Outcome.Called
                ? Optional.empty()
                : Optional.of(new MeetingRefusal.MeetingOver(file.meeting().id()));
    }

    /** Invites more people. */
    public KnowledgeOutcome<MeetingFile> invite(ActorId by, MeetingId meeting, Set<ActorId> more) {
        ImmutableSet<ActorId> invited = ImmutableSet.copyOf(more);
        Optional<KnowledgeRefusal> unknown = books.keepers().unknown(invited);
        return changed(
                by,
                meeting,
                file -> unknown.or(() -> over(file)),
                stamp -> new MeetingEvent.MeetingInvited(stamp, invited));
    }

    /** Says that a meeting is not held. */
    public KnowledgeOutcome<MeetingFile> cancel(ActorId by, MeetingId meeting, String reason) {
        return changed(by, meeting, Meetings::over, stamp -> new MeetingEvent.MeetingCancelled(stamp, reason));
    }

    /** Says who attended a meeting, invited or not, in place of what was said before, and what was said at it. */
    public KnowledgeOutcome<MeetingFile> held(ActorId by, MeetingId meeting, Set<ActorId> attended, String minutes) {
        ImmutableSet<ActorId> people = ImmutableSet.copyOf(attended);
        Optional<KnowledgeRefusal> unknown = books.keepers().unknown(people);
        return changed(
                by,
                meeting,
                file -> unknown.or(() -> file.cancelled() ? over(file) : toCome(file)),
                stamp -> new MeetingEvent.MeetingHeld(stamp, people, minutes));
    }

    private Optional<KnowledgeRefusal> toCome(MeetingFile file) {
        Instant begins = file.meeting().time().begins();
        return begins.isAfter(books.clock().instant())
                ? Optional.of(new MeetingRefusal.MeetingToCome(file.meeting().id(), begins))
                : Optional.empty();
    }

    private KnowledgeOutcome<MeetingFile> changed(
            ActorId by,
            MeetingId id,
            Function<MeetingFile, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, MeetingEvent> event) {
        Optional<MeetingFile> asked = picture.ask(state -> state.file(id));
        Optional<KnowledgeRefusal> forbidden = asked.isEmpty()
                ? Optional.of(new MeetingRefusal.MeetingNotThere(id))
                : objection(by, asked.orElseThrow().meeting().group(), people.now());
        return BookKeepers.unless(
                forbidden,
                () -> picture.decide(
                        state -> {
                            MeetingFile file = state.file(id).orElseThrow();
                            return BookKeepers.unless(
                                    objection.apply(file),
                                    () -> accepted(event.apply(Stamp.after(
                                            file.revision(),
                                            id.record(),
                                            books.clock().instant(),
                                            by))));
                        },
                        state -> state.file(id).orElseThrow()));
    }

    private static KnowledgeOutcome<ImmutableList<MeetingEvent>> accepted(MeetingEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }

    /** Which groups fall behind: they met less often than this, or do not meet around a release of their systems. */
    public ImmutableList<PeopleFinding> findings(MeetingRhythm rhythm) {
        MeetingFindings asked = new MeetingFindings(books, people, releases.all(), requireNonNull(rhythm, "rhythm"));
        return people.now().experienceGroups().stream()
                .flatMap(group -> asked.of(group, of(group.id())))
                .collect(ImmutableList.toImmutableList());
    }
}
