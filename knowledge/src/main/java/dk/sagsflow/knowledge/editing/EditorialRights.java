package dk.sagsflow.knowledge.editing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.knowledge.topic.TopicId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may publish what (R25): editors anything, others what they were let in for. What is about topics takes the right for each
 * of them; what is about none takes the right for each of its systems; what is about neither is for those who may publish
 * everything. Immutable.
 */
public final class EditorialRights {
    private static final EditorialScope EVERYTHING = EditorialScope.everything();

    private final ImmutableSet<RightHolder> editors;
    private final ImmutableSetMultimap<RightHolder, EditorialScope> letIn;

    EditorialRights(Set<RightHolder> editors, ImmutableSetMultimap<RightHolder, EditorialScope> letIn) {
        this.editors = ImmutableSet.copyOf(editors);
        this.letIn = letIn;
    }

    /** The web editors. */
    public ImmutableSet<RightHolder> editors() {
        return editors;
    }

    /** Who else was let in, and for what. */
    public ImmutableSetMultimap<RightHolder, EditorialScope> letIn() {
        return letIn;
    }

    /** Whether this actor is a web editor. */
    public boolean editor(Actor actor) {
        return editors.stream().anyMatch(holder -> holder.includes(actor));
    }

    /** Whether this actor may publish anything at all. */
    public boolean publisher(Actor actor) {
        return editor(actor) || letIn.keySet().stream().anyMatch(holder -> holder.includes(actor));
    }

    /** Why the actor may not do what only editors may; empty if the actor is one. */
    public Optional<EditorialRefusal> objection(Actor actor, EditorialAct act) {
        return editor(actor)
                ? Optional.empty()
                : Optional.of(new EditorialRefusal.RightMissing(actor.id(), act, ImmutableSet.of(), editors));
    }

    /** Why the actor may not do this to what is about these topics and systems; empty if the right is there. */
    public Optional<EditorialRefusal> objection(
            Actor actor, EditorialAct act, Set<TopicId> topics, Set<SystemId> systems) {
        requireNonNull(act, "act");
        Set<EditorialScope> held = held(actor);
        if (editor(actor) || held.contains(EVERYTHING)) {
            return Optional.empty();
        }
        Set<EditorialScope> needed = needed(topics, systems);
        Set<EditorialScope> missing = Sets.difference(needed, held);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new EditorialRefusal.RightMissing(
                        actor.id(), act, ImmutableSet.copyOf(missing), entitled(needed)));
    }

    private static Set<EditorialScope> needed(Set<TopicId> topics, Set<SystemId> systems) {
        Stream<EditorialScope> scopes = topics.isEmpty()
                ? systems.stream().map(EditorialScope.OfSystem::new)
                : topics.stream().map(EditorialScope.OfTopic::new);
        Set<EditorialScope> needed = scopes.collect(Collectors.toSet());
        return needed.isEmpty() ? Set.of(EVERYTHING) : needed;
    }

    private Set<EditorialScope> held(Actor actor) {
        return letIn.entries().stream()
                .filter(right -> right.getKey().includes(actor))
                .map(right -> right.getValue())
                .collect(Collectors.toSet());
    }

    private ImmutableSet<RightHolder> entitled(Set<EditorialScope> needed) {
        Stream<RightHolder> others = letIn.keySet().stream()
                .filter(holder -> letIn.get(holder).contains(EVERYTHING)
                        || letIn.get(holder).containsAll(needed));
        return Stream.concat(editors.stream(), others).collect(ImmutableSet.toImmutableSet());
    }
}
