package dk.sagsflow.knowledge.people;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.bounds.Texts;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.UnitId;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there: units, their superusers and managers, supporters, experience groups, absences. Every change is an event, so who
 * was there at any time before can be asked. Keepers write in it; everybody says themselves where they read mail (R26) and when
 * they are away. What is read here is for the host to guard. Safe for use by many threads.
 */
public final class PeopleBook {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleBook.class);

    /** For how long an address that was reported can be confirmed. */
    public static final Duration CONFIRMATION = Duration.ofDays(7);

    private static final int SHORTEST_TOKEN = 16;

    private final SupportOrganisation organisation;
    private final InstantSource clock;
    private final BookKeepers keepers;
    private final Supplier<String> tokens;
    private final Consumer<ActorId> absences;
    private final Picture<PeopleState> picture;

    /**
     * Made by what reaches the books.
     *
     * @param tokens gives a secret that nobody can guess, each time another
     * @param absences is told of everybody whose absences changed
     */
    public PeopleBook(BookKeeping books, Supplier<String> tokens, Consumer<ActorId> absences) {
        this.organisation = books.organisation();
        this.clock = books.clock();
        this.keepers = books.keepers();
        this.tokens = requireNonNull(tokens, "tokens");
        this.absences = requireNonNull(absences, "absences");
        this.picture = new Picture<>(books.store(), PeopleState::new, PeopleState::fold);
    }

    /** Everybody who is there now. */
    public PeopleSnapshot now() {
        return picture.ask(PeopleState::now);
    }

    /** Everybody who was there at this time, as it was known then. */
    public PeopleSnapshot at(Instant time) {
        requireNonNull(time, "time");
        // Whatever is recorded from now on is not older than the question, also if the clock is set back.
        var unused = clock.instant();
        return picture.ask(state -> state.at(time));
    }

    /** Lists a unit, or describes it anew. */
    public KnowledgeOutcome<Unit> open(ActorId by, Unit unit) {
        requireNonNull(unit, "unit");
        return kept(by, Unit.record(unit.id()), PeopleBook::none, stamp -> new PeopleEvent.UnitOpened(stamp, unit))
                .map(unused -> unit);
    }

    /** Takes a unit off the list; nobody may belong to it any more. */
    public KnowledgeOutcome<PeopleSnapshot> close(ActorId by, UnitId unit) {
        return kept(
                by,
                Unit.record(unit),
                now -> unitThere(now, unit).or(() -> unitInUse(now, unit)),
                PeopleEvent.UnitClosed::new);
    }

    private static Optional<KnowledgeRefusal> unitThere(PeopleSnapshot now, UnitId unit) {
        return now.unit(unit).isPresent()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.UnitNotThere(
                        unit, now.units().stream().map(Unit::id).collect(ImmutableSet.toImmutableSet())));
    }

    private static Optional<KnowledgeRefusal> unitInUse(PeopleSnapshot now, UnitId unit) {
        ImmutableSet<ActorId> people = now.people().stream()
                .map(PersonEntry::person)
                .filter(person -> person.unit().filter(unit::equals).isPresent())
                .map(ListedPerson::id)
                .collect(ImmutableSet.toImmutableSet());
        return people.isEmpty() ? Optional.empty() : Optional.of(new PeopleRefusal.UnitInUse(unit, people));
    }

    /** Lists somebody, or describes them anew; what they said of themselves stays. */
    public KnowledgeOutcome<PersonEntry> enter(ActorId by, ListedPerson person) {
        requireNonNull(person, "person");
        return kept(
                        by,
                        ListedPerson.record(person.id()),
                        now -> objection(now, person),
                        stamp -> new PeopleEvent.PersonEntered(stamp, person))
                .map(now -> now.person(person.id()).orElseThrow());
    }

    private Optional<KnowledgeRefusal> objection(PeopleSnapshot now, ListedPerson person) {
        Set<GroupId> unknown = Sets.difference(person.groups(), organisation.groupIds());
        Optional<KnowledgeRefusal> refusal = person.unit().flatMap(unit -> unitThere(now, unit));
        return refusal.or(() -> unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.GroupsNotThere(ImmutableSet.copyOf(unknown), organisation.groupIds())));
    }

    /** Takes somebody off the list, and out of experience groups. */
    public KnowledgeOutcome<PeopleSnapshot> leave(ActorId by, ActorId person) {
        return kept(by, ListedPerson.record(person), now -> personThere(now, person), PeopleEvent.PersonLeft::new);
    }

    private static Optional<KnowledgeRefusal> personThere(PeopleSnapshot now, ActorId person) {
        return now.person(person).isPresent() ? Optional.empty() : Optional.of(new PeopleRefusal.NobodyThere(person));
    }

    /** Founds an experience group, or describes it anew. */
    public KnowledgeOutcome<ExperienceGroup> found(ActorId by, ExperienceGroup group) {
        requireNonNull(group, "group");
        ImmutableSet<SystemId> known =
                organisation.systems().stream().map(SupportedSystem::id).collect(ImmutableSet.toImmutableSet());
        Set<SystemId> unknown = Sets.difference(group.systems(), known);
        Optional<KnowledgeRefusal> refusal = unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.SystemsNotSupported(ImmutableSet.copyOf(unknown), known));
        return kept(
                        by,
                        group.id().record(),
                        now -> refusal,
                        stamp -> new PeopleEvent.ExperienceGroupFounded(stamp, group))
                .map(unused -> group);
    }

    /** Ends an experience group. */
    public KnowledgeOutcome<PeopleSnapshot> dissolve(ActorId by, ExperienceGroupId group) {
        return kept(by, group.record(), now -> groupThere(now, group), PeopleEvent.ExperienceGroupDissolved::new);
    }

    private static Optional<KnowledgeRefusal> groupThere(PeopleSnapshot now, ExperienceGroupId group) {
        return now.experienceGroup(group).isPresent()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.ExperienceGroupNotThere(
                        group,
                        now.experienceGroups().stream()
                                .map(ExperienceGroup::id)
                                .collect(ImmutableSet.toImmutableSet())));
    }

    /** Takes somebody into an experience group; people may join themselves. */
    public KnowledgeOutcome<ImmutableSet<ActorId>> join(ActorId by, ExperienceGroupId group, ActorId person) {
        return belonging(
                by,
                group,
                person,
                now -> now.members(group).contains(person),
                stamp -> new PeopleEvent.ExperienceGroupJoined(stamp, person));
    }

    /** Takes somebody out of an experience group; people may leave themselves. */
    public KnowledgeOutcome<ImmutableSet<ActorId>> part(ActorId by, ExperienceGroupId group, ActorId person) {
        return belonging(
                by,
                group,
                person,
                now -> !now.members(group).contains(person),
                stamp -> new PeopleEvent.ExperienceGroupLeft(stamp, person));
    }

    private KnowledgeOutcome<ImmutableSet<ActorId>> belonging(
            ActorId by,
            ExperienceGroupId group,
            ActorId person,
            Function<PeopleSnapshot, Boolean> so,
            Function<Stamp, PeopleEvent> event) {
        return changed(
                        keepers.objection(by, person),
                        (state, now) -> BookKeepers.unless(
                                groupThere(now, group).or(() -> personThere(now, person)),
                                () -> KnowledgeOutcome.accepted(
                                        so.apply(now)
                                                ? ImmutableList.of()
                                                : ImmutableList.of(event.apply(next(state, group.record(), by))))))
                .map(now -> now.members(group));
    }

    /** Says when somebody is away; people may say so of themselves. */
    public KnowledgeOutcome<PersonEntry> planAbsence(ActorId by, ActorId person, Absence absence) {
        Optional<KnowledgeRefusal> nobody = absence.deputy().flatMap(deputy -> personThere(now(), deputy));
        return ofThemselves(by, person, entry -> nobody, stamp -> new PeopleEvent.AbsencePlanned(stamp, absence))
                .map(this::told);
    }

    /** Says that somebody is there after all; people may say so of themselves. */
    public KnowledgeOutcome<PersonEntry> cancelAbsence(ActorId by, ActorId person, Absence absence) {
        requireNonNull(absence, "absence");
        return ofThemselves(
                        by,
                        person,
                        entry -> entry.absences().contains(absence)
                                ? Optional.empty()
                                : Optional.of(new PeopleRefusal.AbsenceNotPlanned(person)),
                        stamp -> new PeopleEvent.AbsenceCancelled(stamp, absence))
                .map(this::told);
    }

    /** What is in the book is there, whatever becomes of the news of it. */
    private PersonEntry told(PersonEntry entry) {
        ActorId person = entry.person().id();
        try {
            absences.accept(person);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "the news that somebody's absences changed was not taken: {}",
                    failure.getClass().getName());
        }
        return entry;
    }

    /**
     * Takes note of where somebody says that they read mail (R26). Nothing is sent there but the token, by the host, until it is
     * {@linkplain #confirmAddress confirmed}; what was used before is used until then. Of several reports the last counts.
     */
    public KnowledgeOutcome<AddressReport> reportAddress(ActorId by, String address) {
        Texts.requireAddress(address);
        String token = tokens.get();
        checkArgument(token.length() >= SHORTEST_TOKEN, "token is shorter than %s characters", SHORTEST_TOKEN);
        Instant until = clock.instant().plus(CONFIRMATION);
        return ofThemselves(
                        by,
                        by,
                        entry -> Optional.empty(),
                        stamp -> new PeopleEvent.AddressReported(stamp, address, digest(by, token), until))
                .map(unused -> new AddressReport(by, address, token, until));
    }

    /**
     * Uses the address from now on to which this token was mailed: it is asked of nobody who it is that has the token, and not told
     * whether there is such a person.
     */
    public KnowledgeOutcome<PersonEntry> confirmAddress(ActorId person, String token) {
        if (now().person(person).isEmpty()) {
            return KnowledgeOutcome.refused(new PeopleRefusal.AddressTokenUnknown(person));
        }
        return ofPerson(person, Optional.empty(), (state, entry) -> {
            Optional<PeopleEvent.AddressReported> reported =
                    state.unconfirmed(person).filter(one -> same(one.digest(), digest(person, token)));
            if (reported.isEmpty()) {
                return KnowledgeOutcome.refused(new PeopleRefusal.AddressTokenUnknown(person));
            }
            PeopleEvent.AddressReported one = reported.orElseThrow();
            return one.until().isAfter(clock.instant())
                    ? accepted(new PeopleEvent.AddressConfirmed(
                            next(state, ListedPerson.record(person), person), one.address()))
                    : KnowledgeOutcome.refused(new PeopleRefusal.AddressTokenOver(person, one.until()));
        });
    }

    private static String digest(ActorId person, String token) {
        return Hashing.sha256()
                .hashString(person + "\n" + token, StandardCharsets.UTF_8)
                .toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends nothing to this address any more: mail came back from there. Whoever has it is asked for another by the host. */
    public KnowledgeOutcome<ImmutableList<PersonEntry>> bounced(ActorId by, String address) {
        return changed(
                        keepers.objection(by),
                        (state, now) -> KnowledgeOutcome.accepted(now.people().stream()
                                .filter(entry -> entry.address()
                                        .filter(used -> PersonEntry.same(used, address))
                                        .isPresent())
                                .map(entry -> new PeopleEvent.AddressBounced(
                                        next(
                                                state,
                                                ListedPerson.record(
                                                        entry.person().id()),
                                                by),
                                        address))
                                .collect(ImmutableList.toImmutableList())))
                .map(now -> now.people().stream()
                        .filter(entry -> entry.bounces(address))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** What an export would change; nothing is changed. */
    public DirectoryChanges compare(PeopleExport export) {
        return DirectoryChanges.between(now(), requireNonNull(export, "export"));
    }

    /** Changes what was shown, all of it in one step, if nobody has changed it since. */
    public KnowledgeOutcome<PeopleSnapshot> apply(ActorId by, DirectoryChanges changes) {
        requireNonNull(changes, "changes");
        return changed(
                keepers.objection(by),
                (state, now) -> BookKeepers.unless(
                        changes.objection(now)
                                .or(() -> changes.entering()
                                        .flatMap(person -> objection(now, person).stream())
                                        .findFirst()),
                        () -> KnowledgeOutcome.accepted(changes.events(record -> next(state, record, by)))));
    }

    private KnowledgeOutcome<PeopleSnapshot> kept(
            ActorId by,
            RecordId record,
            Function<PeopleSnapshot, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, PeopleEvent> event) {
        return changed(
                keepers.objection(by),
                (state, now) ->
                        BookKeepers.unless(objection.apply(now), () -> accepted(event.apply(next(state, record, by)))));
    }

    private static Optional<KnowledgeRefusal> none(PeopleSnapshot unused) {
        return Optional.empty();
    }

    private KnowledgeOutcome<PersonEntry> ofThemselves(
            ActorId by,
            ActorId person,
            Function<PersonEntry, Optional<KnowledgeRefusal>> objection,
            Function<Stamp, PeopleEvent> event) {
        return ofPerson(
                person,
                keepers.objection(by, person),
                (state, entry) -> BookKeepers.unless(
                        objection.apply(entry),
                        () -> accepted(event.apply(next(state, ListedPerson.record(person), by)))));
    }

    private KnowledgeOutcome<PersonEntry> ofPerson(
            ActorId person,
            Optional<KnowledgeRefusal> forbidden,
            BiFunction<PeopleState, PersonEntry, KnowledgeOutcome<ImmutableList<PeopleEvent>>> decision) {
        return changed(
                        forbidden,
                        (state, now) -> now.person(person)
                                .map(entry -> decision.apply(state, entry))
                                .orElseGet(() -> KnowledgeOutcome.refused(new PeopleRefusal.NobodyThere(person))))
                .map(now -> now.person(person).orElseThrow());
    }

    private KnowledgeOutcome<PeopleSnapshot> changed(
            Optional<KnowledgeRefusal> forbidden,
            BiFunction<PeopleState, PeopleSnapshot, KnowledgeOutcome<? extends ImmutableList<? extends PeopleEvent>>>
                    decision) {
        return BookKeepers.unless(
                forbidden, () -> picture.decide(state -> decision.apply(state, state.now()), PeopleState::now));
    }

    private Stamp next(PeopleState state, RecordId record, ActorId by) {
        return state.next(record, clock.instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<PeopleEvent>> accepted(PeopleEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }
}
