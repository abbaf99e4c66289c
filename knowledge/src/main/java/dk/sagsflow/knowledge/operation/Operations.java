package dk.sagsflow.knowledge.operation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.news.NewsSource;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.subscription.TopicRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How systems run: incidents and planned work, with what is told of them (R23). Everybody of the support organisation tells of them
 * within it; what superusers and everyone are to read takes the right to publish. Each word reaches those at once who speak to
 * customers, and others as they subscribe. Safe for use by many threads.
 */
public final class Operations {
    private static final ImmutableSet<Readership> PUBLISHED =
            ImmutableSet.of(Readership.everyone(), Readership.superusers());

    private final OperationParts parts;
    private final Picture<DisruptionBook> picture;

    /** Made by the knowledge base. */
    public Operations(OperationParts parts) {
        this.parts = requireNonNull(parts, "parts");
        this.picture = new Picture<>(parts.store(), DisruptionBook::new, DisruptionBook::fold);
    }

    /** What of this people are told. */
    public NewsSource news(KnowledgeWords words) {
        return new OperationNews(this, parts.organisation(), words);
    }

    /** The disruption of this name, for code that guards who sees it. */
    public Optional<Disruption> find(DisruptionId id) {
        requireNonNull(id, "id");
        return picture.ask(book -> book.find(id));
    }

    /** Which tells of this case, for code that guards who sees it. */
    public Optional<Disruption> about(CaseNumber number) {
        requireNonNull(number, "number");
        return picture.ask(book -> book.about(number));
    }

    /** Those of which this can be said, for code that guards who sees them. */
    ImmutableList<Disruption> all(Predicate<Disruption> which) {
        return picture.ask(book -> book.all(which));
    }

    /** What this reader may read of a disruption. */
    public KnowledgeOutcome<Disruption> read(Reader reader, DisruptionId id) {
        return find(id).flatMap(disruption -> disruption.seenBy(reader))
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new DisruptionRefusal.UnknownDisruption(id)));
    }

    /** How a system runs now, as far as this reader may know. */
    public SystemStatus status(Reader reader, SystemId system) {
        Instant now = parts.clock().instant();
        ImmutableList<Disruption> all = history(reader, system);
        return new SystemStatus(
                system, at(all, now, DisruptionStatus.ONGOING), at(all, now, DisruptionStatus.ANNOUNCED));
    }

    private static ImmutableList<Disruption> at(ImmutableList<Disruption> all, Instant now, DisruptionStatus status) {
        return all.stream()
                .filter(disruption -> disruption.statusAt(now) == status)
                .sorted(Comparator.comparing(Disruption::begins))
                .collect(ImmutableList.toImmutableList());
    }

    /** How each system runs now, as far as this reader may know. */
    public ImmutableList<SystemStatus> statuses(Reader reader) {
        return parts.organisation().systemIds().stream()
                .map(system -> status(reader, system))
                .collect(ImmutableList.toImmutableList());
    }

    /** What disturbed a system ever and will, as far as this reader may know, the latest first. */
    public ImmutableList<Disruption> history(Reader reader, SystemId system) {
        return seen(reader, disruption -> disruption.details().systems().contains(system));
    }

    /** Everything that disturbed systems ever and will, as far as this reader may know, the latest first. */
    public ImmutableList<Disruption> seenBy(Reader reader) {
        return seen(reader, disruption -> true);
    }

    /** Planned work that this reader may know of and that is not over at this instant; what was cancelled too. */
    public ImmutableList<Disruption> planned(Reader reader, Instant now) {
        return seen(
                reader,
                disruption -> disruption.kind() == DisruptionKind.PLANNED_WORK
                        && disruption.until().filter(now::isBefore).isPresent());
    }

    private ImmutableList<Disruption> seen(Reader reader, Predicate<Disruption> which) {
        return all(which).stream()
                .flatMap(disruption -> disruption.seenBy(reader).stream())
                .sorted(Comparator.comparing(Disruption::begins).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    /** Tells that a system does not run as it should, since now. */
    public KnowledgeOutcome<Disruption> report(ActorId by, DisruptionId id, DisruptionDetails details) {
        Instant now = parts.clock().instant();
        return begun(by, id, details, stamp -> new OperationEvent.IncidentReported(stamp, details, now));
    }

    /** Tells that a system will be worked on. */
    public KnowledgeOutcome<Disruption> plan(
            ActorId by, DisruptionId id, DisruptionDetails details, WorkWindow window) {
        return begun(by, id, details, stamp -> new OperationEvent.WorkPlanned(stamp, details, window));
    }

    private KnowledgeOutcome<Disruption> begun(
            ActorId by, DisruptionId id, DisruptionDetails details, Function<Stamp, OperationEvent> event) {
        requireNonNull(id, "id");
        return parts.editing()
                .known(by)
                .flatMap(actor -> decided(
                        actor,
                        id,
                        book -> objection(actor, details).or(() -> there(book, id)),
                        book -> event.apply(
                                Stamp.after(0, id.record(), parts.clock().instant(), by))));
    }

    private static Optional<KnowledgeRefusal> there(DisruptionBook book, DisruptionId id) {
        return book.taken(id) ? Optional.of(new DisruptionRefusal.DisruptionThere(id)) : Optional.empty();
    }

    /** Describes it anew; a word that was for fewer readers than it is for now stays with them. */
    public KnowledgeOutcome<Disruption> describe(ActorId by, DisruptionId id, DisruptionDetails details) {
        return changed(
                by,
                id,
                (actor, before) -> objection(actor, details),
                stamp -> new OperationEvent.DisruptionDescribed(stamp, details));
    }

    /** Does the work at another time. */
    public KnowledgeOutcome<Disruption> move(ActorId by, DisruptionId id, WorkWindow window) {
        return changed(
                by,
                id,
                (actor, before) -> unless(before, DisruptionKind.PLANNED_WORK, DisruptionStatus.ANNOUNCED),
                stamp -> new OperationEvent.WorkMoved(stamp, window));
    }

    /** Does not do the work at all. */
    public KnowledgeOutcome<Disruption> cancel(ActorId by, DisruptionId id, String reason) {
        return changed(
                by,
                id,
                (actor, before) -> unless(before, DisruptionKind.PLANNED_WORK, DisruptionStatus.ANNOUNCED),
                stamp -> new OperationEvent.WorkCancelled(stamp, reason));
    }

    private Optional<KnowledgeRefusal> unless(Disruption before, DisruptionKind kind, DisruptionStatus status) {
        DisruptionStatus now = before.statusAt(parts.clock().instant());
        return before.kind() == kind && now == status
                ? Optional.empty()
                : Optional.of(new DisruptionRefusal.NotPossibleNow(before.id(), before.kind(), now));
    }

    /** Says a word of it. */
    public KnowledgeOutcome<Disruption> tell(ActorId by, DisruptionId id, String text) {
        return changed(by, id, (actor, before) -> over(before), stamp -> new OperationEvent.StatusTold(stamp, text));
    }

    /** Tells a way around it. */
    public KnowledgeOutcome<Disruption> workAround(ActorId by, DisruptionId id, String text) {
        return changed(
                by, id, (actor, before) -> over(before), stamp -> new OperationEvent.WorkaroundTold(stamp, text));
    }

    /** Tells that it is over; what tells of a case ends with the case. */
    public KnowledgeOutcome<Disruption> end(ActorId by, DisruptionId id, String text) {
        return changed(
                by,
                id,
                (actor, before) -> over(before).or(() -> followsCase(before)),
                stamp -> new OperationEvent.DisruptionEnded(stamp, text));
    }

    private Optional<KnowledgeRefusal> over(Disruption before) {
        DisruptionStatus now = before.statusAt(parts.clock().instant());
        return now == DisruptionStatus.OVER || now == DisruptionStatus.CANCELLED
                ? Optional.of(new DisruptionRefusal.NotPossibleNow(before.id(), before.kind(), now))
                : Optional.empty();
    }

    private static Optional<KnowledgeRefusal> followsCase(Disruption before) {
        return before.number().map(number -> new DisruptionRefusal.FollowsItsCase(before.id(), number));
    }

    private Optional<KnowledgeRefusal> objection(Actor actor, DisruptionDetails details) {
        return mayTell(actor, details)
                .or(() -> leftOut(details.readership()))
                .or(() -> unknownSystems(details.systems()))
                .or(() -> unknownTopic(details.topics()));
    }

    private Optional<KnowledgeRefusal> mayTell(Actor actor, DisruptionDetails details) {
        boolean staff = parts.readers().of(actor).mayRead(Readership.supportOrganisation());
        if (staff && !PUBLISHED.contains(details.readership())) {
            return Optional.empty();
        } else if (!staff && !parts.editing().rights().publisher(actor)) {
            return Optional.of(new DisruptionRefusal.NotOfTheOrganisation(actor.id()));
        }
        return parts.editing()
                .rights()
                .objection(actor, EditorialAct.PUBLISH, details.topics(), details.systems())
                .map(missing -> missing);
    }

    private Optional<KnowledgeRefusal> leftOut(Readership readership) {
        Readership contact = new Readership.OfTier(parts.organisation().contactTier());
        return parts.readers().least(contact).mayRead(readership)
                ? Optional.empty()
                : Optional.of(new DisruptionRefusal.ContactTierLeftOut(
                        readership, parts.organisation().contactTier()));
    }

    private Optional<KnowledgeRefusal> unknownSystems(Set<SystemId> systems) {
        ImmutableSet<SystemId> known = parts.organisation().systemIds();
        Set<SystemId> unknown = Sets.difference(systems, known);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArticleRefusal.SystemsUnknown(ImmutableSet.copyOf(unknown), known));
    }

    private Optional<KnowledgeRefusal> unknownTopic(Set<TopicId> topics) {
        return topics.stream()
                .filter(topic -> parts.topics().find(topic).isEmpty())
                .findFirst()
                .map(topic ->
                        new TopicRefusal.UnknownTopic(topic, parts.topics().ids()));
    }

    /** What stands in the way of a change that somebody wants. */
    private interface Obstacle {
        Optional<KnowledgeRefusal> to(Actor actor, Disruption before);
    }

    private KnowledgeOutcome<Disruption> changed(
            ActorId by, DisruptionId id, Obstacle obstacle, Function<Stamp, OperationEvent> event) {
        return parts.editing()
                .known(by)
                .flatMap(actor -> decided(
                        actor,
                        id,
                        book -> unchangeable(book, actor, id)
                                .or(() -> obstacle.to(actor, book.find(id).orElseThrow())),
                        book -> event.apply(next(book.find(id).orElseThrow(), by))));
    }

    private Optional<KnowledgeRefusal> unchangeable(DisruptionBook book, Actor actor, DisruptionId id) {
        return unseen(book, actor, id)
                .or(() -> mayTell(actor, book.find(id).orElseThrow().details()));
    }

    /** Joins a case to what may be changed by whoever does it; in whose eyes it is a major incident, the desk says. */
    KnowledgeOutcome<Disruption> link(
            ActorId by, DisruptionId id, CaseNumber number, Supplier<Optional<KnowledgeRefusal>> byDesk) {
        return parts.editing()
                .known(by)
                .flatMap(actor -> decided(
                                actor,
                                id,
                                book -> unchangeable(book, actor, id)
                                        .or(byDesk)
                                        .or(() -> taken(book, actor, number))
                                        .or(() -> unfit(book.find(id).orElseThrow())),
                                book -> new OperationEvent.StatusLinked(
                                        next(book.find(id).orElseThrow(), by), number))
                        .flatMap(linked -> unlessElsewhere(actor, linked, number)));
    }

    private Optional<KnowledgeRefusal> taken(DisruptionBook book, Actor actor, CaseNumber number) {
        Reader reader = parts.readers().of(actor);
        return book.about(number)
                .map(there -> new DisruptionRefusal.CaseHasStatus(
                        number,
                        there.seenBy(reader).stream().map(Disruption::id).collect(ImmutableSet.toImmutableSet())));
    }

    private Optional<KnowledgeRefusal> unfit(Disruption before) {
        if (before.kind() != DisruptionKind.INCIDENT) {
            return Optional.of(new DisruptionRefusal.NoIncident(before.id(), before.kind()));
        }
        return before.number()
                .<KnowledgeRefusal>map(other -> new DisruptionRefusal.StatusHasCase(before.id(), other))
                .or(() -> over(before));
    }

    /** Somebody on another node may have been faster to join the case to something else. */
    private KnowledgeOutcome<Disruption> unlessElsewhere(Actor actor, Disruption linked, CaseNumber number) {
        return picture.ask(book -> book.about(number)
                .filter(there -> !there.id().equals(linked.id()))
                .flatMap(there -> taken(book, actor, number))
                .<KnowledgeOutcome<Disruption>>map(KnowledgeOutcome::refused)
                .orElseGet(() -> KnowledgeOutcome.accepted(linked)));
    }

    private Optional<KnowledgeRefusal> unseen(DisruptionBook book, Actor actor, DisruptionId id) {
        Reader reader = parts.readers().of(actor);
        return book.find(id).flatMap(disruption -> disruption.seenBy(reader)).isPresent()
                ? Optional.empty()
                : Optional.of(new DisruptionRefusal.UnknownDisruption(id));
    }

    /** Decides what cases bring about, on the picture of now: no question of rights. */
    <R> KnowledgeOutcome<R> decide(
            Function<DisruptionBook, KnowledgeOutcome<ImmutableList<OperationEvent>>> decision,
            Function<DisruptionBook, R> result) {
        return picture.decide(decision::apply, result);
    }

    /** The first event of what this program tells, or why it may not. */
    KnowledgeOutcome<OperationEvent> reported(ActorId program, DisruptionId id, DisruptionDetails details) {
        Instant now = parts.clock().instant();
        return parts.editing()
                .known(program)
                .flatMap(actor -> objection(actor, details)
                        .<KnowledgeOutcome<OperationEvent>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(new OperationEvent.IncidentReported(
                                Stamp.after(0, id.record(), now, program), details, now))));
    }

    Stamp next(Disruption disruption, ActorId by) {
        return Stamp.after(
                disruption.version(), disruption.id().record(), parts.clock().instant(), by);
    }

    private KnowledgeOutcome<Disruption> decided(
            Actor actor,
            DisruptionId id,
            Function<DisruptionBook, Optional<KnowledgeRefusal>> objection,
            Function<DisruptionBook, OperationEvent> event) {
        Reader reader = parts.readers().of(actor);
        return picture.decide(
                book -> objection
                        .apply(book)
                        .<KnowledgeOutcome<ImmutableList<OperationEvent>>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(ImmutableList.of(event.apply(book)))),
                book -> shown(book.find(id).orElseThrow(), reader));
    }

    /** Whoever made it unreadable to themselves is shown that it was done. */
    private static Disruption shown(Disruption disruption, Reader reader) {
        return disruption
                .seenBy(reader)
                .orElseGet(() -> disruption
                        .withEntries(ImmutableList.of())
                        .withWorkaround(Optional.empty())
                        .withNumber(Optional.empty()));
    }
}
