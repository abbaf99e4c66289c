package dk.sagsflow.knowledge;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.agreement.CaseTime;
import dk.sagsflow.knowledge.agreement.SuperuserAgreements;
import dk.sagsflow.knowledge.agreement.WorkTime;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.mailing.MailingLists;
import dk.sagsflow.knowledge.meeting.MeetingRhythm;
import dk.sagsflow.knowledge.meeting.Meetings;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.PeopleBook;
import dk.sagsflow.knowledge.people.PeopleDirectory;
import dk.sagsflow.knowledge.people.PeopleFinding;
import dk.sagsflow.knowledge.release.Releases;
import dk.sagsflow.knowledge.training.Training;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one object by which an embedder reaches the books about people: who is there, what is agreed with their managers, who is
 * certified in what, when they meet. Its {@link #directory} is one for a desk and for a {@link KnowledgeBase}, on the same store
 * if need be. It keeps no state but its store's, and starts no thread. Safe for use by many threads, as far as its collaborators
 * are.
 */
public final class SupportPeople {
    private final BookKeeping books;
    private final PeopleBook book;
    private final MailingLists lists;
    private final Releases releases;
    private final Training training;
    private final Meetings meetings;
    private final SuperuserAgreements agreements;
    private final Directory directory;
    private final MeetingRhythm rhythm;

    private SupportPeople(Builder parts) {
        BookKeepers keepers = new BookKeepers(parts.keepers, id -> directory().actor(id));
        this.books = new BookKeeping(parts.store, parts.organisation, parts.zone, parts.clock, keepers);
        this.rhythm = parts.rhythm;
        this.book = new PeopleBook(books, parts.tokens, parts.absences);
        this.releases = new Releases(books);
        this.training = new Training(books, releases);
        this.directory = new PeopleDirectory(book, training::held, parts.others);
        this.meetings = new Meetings(books, book, releases);
        this.agreements = new SuperuserAgreements(books, book, new WorkTime(parts.cases, training, meetings));
        this.lists = new MailingLists(books, book);
    }

    /**
     * A builder of the books about the people of this organisation, in memory unless a store is given.
     *
     * @param zone where it is when a day begins, for certificates and agreements
     * @param clock where the time comes from
     */
    public static Builder builder(SupportOrganisation organisation, ZoneId zone, InstantSource clock) {
        return new Builder(organisation, zone, clock);
    }

    /** With what they are kept. */
    BookKeeping books() {
        return books;
    }

    /** Who is there. */
    public PeopleBook book() {
        return book;
    }

    /** Mailing lists, which follow from who is there. */
    public MailingLists mailingLists() {
        return lists;
    }

    /** When new versions of systems are taken into use. */
    public Releases releases() {
        return releases;
    }

    /** Courses, certificates, competence profiles. */
    public Training training() {
        return training;
    }

    /** Meetings of experience groups. */
    public Meetings meetings() {
        return meetings;
    }

    /** What is agreed with the managers of units about their superusers. */
    public SuperuserAgreements agreements() {
        return agreements;
    }

    /**
     * Everything about people that somebody should see to now.
     *
     * @param soon how long before an agreement runs out or a certificate is due it is told
     */
    public ImmutableList<PeopleFinding> findings(Period soon) {
        return ImmutableList.<PeopleFinding>builder()
                .addAll(agreements.findings(soon))
                .addAll(training.findings(book.now(), soon))
                .addAll(meetings.findings(rhythm))
                .build();
    }

    /** Where a desk looks people up: those of the book, and then those of the directory that was given beside it. */
    public Directory directory() {
        return directory;
    }

    /** Builds them. Not thread-safe. */
    public static final class Builder {
        private final SupportOrganisation organisation;
        private final ZoneId zone;
        private final InstantSource clock;
        private final Set<RightHolder> keepers = new LinkedHashSet<>();
        private KnowledgeStore store = KnowledgeStore.inMemory();
        private Optional<Directory> others = Optional.empty();
        private CaseTime cases = CaseTime.none();
        private MeetingRhythm rhythm = MeetingRhythm.standard();
        private Supplier<String> tokens = Builder::secret;
        private Consumer<ActorId> absences = person -> {};

        private Builder(SupportOrganisation organisation, ZoneId zone, InstantSource clock) {
            this.organisation = requireNonNull(organisation, "organisation");
            this.zone = requireNonNull(zone, "zone");
            this.clock = new SteadyClock(Microseconds.of(requireNonNull(clock, "clock")));
        }

        private static String secret() {
            return BaseEncoding.base32().omitPadding().encode(RandomKey.of());
        }

        /** Keeps everything in this store. */
        @CanIgnoreReturnValue
        public Builder withStore(KnowledgeStore kept) {
            this.store = requireNonNull(kept, "kept");
            return this;
        }

        /** Who writes in the books. Somebody who is named begins them. */
        @CanIgnoreReturnValue
        public Builder withKeeper(RightHolder keeper) {
            keepers.add(requireNonNull(keeper, "keeper"));
            return this;
        }

        /** Where people are looked up whom the book does not know: programs, citizens, an LDAP. */
        @CanIgnoreReturnValue
        public Builder withOthers(Directory directory) {
            this.others = Optional.of(requireNonNull(directory, "directory"));
            return this;
        }

        /** Measures by this how long superusers work on cases, for the time that was agreed; nobody does unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder withCaseTime(CaseTime measured) {
            this.cases = requireNonNull(measured, "measured");
            return this;
        }

        /** How often experience groups should meet; {@link MeetingRhythm#standard} unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder withRhythm(MeetingRhythm often) {
            this.rhythm = requireNonNull(often, "often");
            return this;
        }

        /** Takes the secrets that confirm addresses from there, each time another; drawn by chance unless said otherwise. */
        @CanIgnoreReturnValue
        public Builder withTokens(Supplier<String> drawn) {
            this.tokens = requireNonNull(drawn, "drawn");
            return this;
        }

        /**
         * Tells this of everybody whose absences changed, as soon as that is stored. {@code person ->
         * desk.operations().renewAgendasOf(person)} has a desk look at what lies with somebody when the absence begins, or in a
         * minute if it has begun; without it, the desk finds out when the next thing happens to each case. What it throws is
         * logged, and the absence stays.
         */
        @CanIgnoreReturnValue
        public Builder withAbsenceNews(Consumer<ActorId> told) {
            this.absences = requireNonNull(told, "told");
            return this;
        }

        /** The books. */
        public SupportPeople build() {
            return new SupportPeople(this);
        }
    }
}
