package dk.sagsflow.knowledge.editing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.knowledge.history.KnowledgeEvent;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rights of those who publish (R25): web editors are set up with the knowledge base and let others in: groups of 2nd level,
 * projects, people. Safe for use by many threads.
 */
public final class Editing {
    private static final RecordId RECORD = RecordId.of("editing", "rights");

    private final SupportOrganisation organisation;
    private final Directory directory;
    private final InstantSource clock;
    private final Picture<State> picture;

    private record Right(RightHolder holder, EditorialScope scope) {}

    private static final class State {
        private final ImmutableSet<RightHolder> editors;
        private final Set<Right> rights = new LinkedHashSet<>();
        private long version;
        private Optional<EditorialRights> read = Optional.empty();

        State(Set<RightHolder> editors) {
            this.editors = ImmutableSet.copyOf(editors);
        }

        void fold(KnowledgeEvent event) {
            if (!(event instanceof EditorialEvent editorial)) {
                return;
            }
            version = event.stamp().sequence();
            read = Optional.empty();
            if (editorial instanceof EditorialEvent.LetIn in) {
                rights.add(new Right(in.holder(), in.scope()));
            } else if (editorial instanceof EditorialEvent.ShutOut out) {
                rights.remove(new Right(out.holder(), out.scope()));
            }
        }

        EditorialRights rights() {
            EditorialRights current = read.orElseGet(() -> new EditorialRights(
                    editors,
                    rights.stream().collect(ImmutableSetMultimap.toImmutableSetMultimap(Right::holder, Right::scope))));
            read = Optional.of(current);
            return current;
        }
    }

    /** Made by the knowledge base. */
    public Editing(
            KnowledgeStore store,
            SupportOrganisation organisation,
            Directory directory,
            InstantSource clock,
            Set<RightHolder> editors) {
        this.organisation = requireNonNull(organisation, "organisation");
        this.directory = requireNonNull(directory, "directory");
        this.clock = requireNonNull(clock, "clock");
        this.picture = new Picture<>(store, () -> new State(editors), State::fold);
    }

    /** Who may publish what now. */
    public EditorialRights rights() {
        return picture.ask(State::rights);
    }

    /** The actor of this id, or that nobody is known by it. */
    public KnowledgeOutcome<Actor> known(ActorId id) {
        return directory
                .actor(id)
                .map(KnowledgeOutcome::accepted)
                .orElseGet(() -> KnowledgeOutcome.refused(new EditorialRefusal.UnknownEditor(id)));
    }

    /** Lets somebody in to publish about this; editors may. */
    public KnowledgeOutcome<EditorialRights> letIn(ActorId by, RightHolder holder, EditorialScope scope) {
        return changed(by, holder, stamp -> new EditorialEvent.LetIn(stamp, holder, scope));
    }

    /** Takes that back; editors may. */
    public KnowledgeOutcome<EditorialRights> shutOut(ActorId by, RightHolder holder, EditorialScope scope) {
        return changed(by, holder, stamp -> new EditorialEvent.ShutOut(stamp, holder, scope));
    }

    private KnowledgeOutcome<EditorialRights> changed(
            ActorId by, RightHolder holder, Function<Stamp, EditorialEvent> event) {
        return known(by)
                .flatMap(actor -> picture.decide(
                        state -> objection(state.rights(), actor, holder)
                                .<KnowledgeOutcome<ImmutableList<EditorialEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(() -> KnowledgeOutcome.accepted(ImmutableList.of(
                                        event.apply(Stamp.after(state.version, RECORD, clock.instant(), by))))),
                        State::rights));
    }

    private Optional<EditorialRefusal> objection(EditorialRights rights, Actor actor, RightHolder holder) {
        return rights.objection(actor, EditorialAct.GIVE_RIGHTS).or(() -> unknown(holder));
    }

    private Optional<EditorialRefusal> unknown(RightHolder holder) {
        if (holder instanceof RightHolder.Members members) {
            return organisation.group(members.group()).isPresent()
                    ? Optional.empty()
                    : Optional.of(new EditorialRefusal.UnknownRightHolder(members.group(), organisation.groupIds()));
        }
        ActorId id = ((RightHolder.Person) holder).actor();
        return directory.actor(id).isPresent() ? Optional.empty() : Optional.of(new EditorialRefusal.UnknownEditor(id));
    }
}
