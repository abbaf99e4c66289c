package dk.sagsflow.knowledge.people;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who keeps the books about people: the directory, agreements, training, meetings. Somebody who is named keeps them also while
 * the directory knows nobody yet, so that there is a beginning. Safe for use by many threads.
 */
public final class BookKeepers {
    private final ImmutableSet<RightHolder> entitled;
    private final Function<ActorId, Optional<Actor>> lookup;

    /** Made by what reaches the books. */
    public BookKeepers(Set<RightHolder> entitled, Function<ActorId, Optional<Actor>> lookup) {
        this.entitled = ImmutableSet.copyOf(entitled);
        this.lookup = requireNonNull(lookup, "lookup");
    }

    /** Why this actor may not write in the books; empty if the actor may. */
    public Optional<KnowledgeRefusal> objection(ActorId by) {
        Actor actor = lookup.apply(requireNonNull(by, "by"))
                .orElseGet(() -> Actor.builder().id(by).name(by.value()).build());
        return entitled.stream().anyMatch(holder -> holder.includes(actor))
                ? Optional.empty()
                : Optional.of(new PeopleRefusal.NotAKeeper(by, entitled));
    }

    /** Why this actor may write neither in the books nor about this person; empty if the actor may. */
    public Optional<KnowledgeRefusal> objection(ActorId by, ActorId about) {
        return by.equals(about) ? Optional.empty() : objection(by);
    }

    /** That one of these people is not known; empty if all of them are. */
    public Optional<KnowledgeRefusal> unknown(Collection<ActorId> people) {
        return people.stream()
                .filter(person -> lookup.apply(person).isEmpty())
                .findFirst()
                .<KnowledgeRefusal>map(PeopleRefusal.NobodyThere::new);
    }

    /** Refused for this reason, or else decided by this. */
    public static <T> KnowledgeOutcome<T> unless(
            Optional<KnowledgeRefusal> refusal, Supplier<KnowledgeOutcome<T>> decision) {
        return refusal.<KnowledgeOutcome<T>>map(KnowledgeOutcome::refused).orElseGet(decision);
    }
}
