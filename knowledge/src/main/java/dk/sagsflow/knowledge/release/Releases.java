package dk.sagsflow.knowledge.release;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.catalogue.SupportedSystem;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.people.BookKeepers;
import dk.sagsflow.knowledge.people.BookKeeping;
import dk.sagsflow.knowledge.people.PeopleRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The planned releases of the systems: experience groups meet around them (R30), and certificates may have to be renewed after
 * them (R29). Safe for use by many threads.
 */
public final class Releases {
    private final BookKeeping books;
    private final Picture<State> picture;

    private static final class State {
        private final List<ReleaseEvent> events = new ArrayList<>();
        private final Map<ReleaseId, Release> planned = new LinkedHashMap<>();
        private final Map<ReleaseId, Long> versions = new HashMap<>();
        /** Of whatever is in the log, so that nothing is recorded as older than what was known already. */
        private Instant last = Instant.MIN;

        void fold(KnowledgeEvent event) {
            last = event.stamp().at().isAfter(last) ? event.stamp().at() : last;
            if (event instanceof ReleaseEvent told) {
                events.add(told);
                ReleaseId id = ReleaseId.of(told.stamp().record().value());
                versions.put(id, told.stamp().sequence());
                if (told instanceof ReleaseEvent.ReleasePlanned one) {
                    planned.put(id, one.release());
                } else {
                    planned.remove(id);
                }
            }
        }

        ImmutableList<Release> planned() {
            return ImmutableList.copyOf(planned.values());
        }

        ImmutableList<Release> at(Instant time) {
            if (!last.isAfter(time)) {
                return planned();
            }
            State then = new State();
            events.stream().filter(event -> !event.stamp().at().isAfter(time)).forEach(then::fold);
            return then.planned();
        }

        Stamp next(ReleaseId id, Instant now, ActorId by) {
            return Stamp.after(versions.getOrDefault(id, 0L), id.record(), now.isAfter(last) ? now : last, by);
        }
    }

    /** Made by what reaches the books. */
    public Releases(BookKeeping books) {
        this.books = requireNonNull(books, "books");
        this.picture = new Picture<>(books.store(), State::new, State::fold);
    }

    /** The releases that are planned, past ones too, in the order in which they were planned first. */
    public ImmutableList<Release> all() {
        return picture.ask(State::planned);
    }

    /** What was planned at this time. */
    public ImmutableList<Release> at(Instant time) {
        requireNonNull(time, "time");
        return picture.ask(state -> state.at(time));
    }

    /** Plans a release, or moves it. */
    public KnowledgeOutcome<Release> plan(ActorId by, Release release) {
        requireNonNull(release, "release");
        return BookKeepers.unless(
                books.keepers().objection(by).or(() -> unsupported(release)),
                () -> picture.decide(
                        state -> accepted(new ReleaseEvent.ReleasePlanned(next(state, release.id(), by), release)),
                        state -> release));
    }

    private Optional<KnowledgeRefusal> unsupported(Release release) {
        return books.organisation().system(release.system()).isPresent()
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.SystemsNotSupported(
                        ImmutableSet.of(release.system()),
                        books.organisation().systems().stream()
                                .map(SupportedSystem::id)
                                .collect(ImmutableSet.toImmutableSet())));
    }

    /** Says that a release does not come. */
    public KnowledgeOutcome<ImmutableList<Release>> drop(ActorId by, ReleaseId id) {
        requireNonNull(id, "id");
        return BookKeepers.unless(
                books.keepers().objection(by),
                () -> picture.decide(
                        state -> state.planned.containsKey(id)
                                ? accepted(new ReleaseEvent.ReleaseDropped(next(state, id, by)))
                                : KnowledgeOutcome.refused(new ReleaseRefusal.ReleaseNotThere(
                                        id, ImmutableSet.copyOf(state.planned.keySet()))),
                        State::planned));
    }

    private Stamp next(State state, ReleaseId id, ActorId by) {
        return state.next(id, books.clock().instant(), by);
    }

    private static KnowledgeOutcome<ImmutableList<ReleaseEvent>> accepted(ReleaseEvent event) {
        return KnowledgeOutcome.accepted(ImmutableList.of(event));
    }
}
