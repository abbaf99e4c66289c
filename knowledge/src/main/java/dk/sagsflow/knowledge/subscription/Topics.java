package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.Picture;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The topics, in a tree: editors arrange them. Safe for use by many threads. */
public final class Topics {
    private static final RecordId RECORD = RecordId.of("topics", "tree");

    private final Editing editing;
    private final InstantSource clock;
    private final Picture<TopicTree> picture;

    /** Made by the knowledge base. */
    public Topics(KnowledgeStore store, Editing editing, InstantSource clock) {
        this.editing = requireNonNull(editing, "editing");
        this.clock = requireNonNull(clock, "clock");
        this.picture = new Picture<>(store, TopicTree::new, TopicTree::fold);
    }

    /** All topics, in the order in which they were declared. */
    public ImmutableList<Topic> all() {
        return picture.ask(TopicTree::all);
    }

    /** The ids of all topics. */
    public ImmutableSet<TopicId> ids() {
        return picture.ask(TopicTree::ids);
    }

    /** The topic of this id; empty if there is none. */
    public Optional<Topic> find(TopicId id) {
        requireNonNull(id, "id");
        return picture.ask(tree -> tree.topic(id));
    }

    /** The topic and those under which it stands, from the topic up; none if there is no such topic. */
    public ImmutableList<Topic> path(TopicId id) {
        requireNonNull(id, "id");
        return picture.ask(tree -> tree.path(id));
    }

    /** Declares a topic, or describes it anew. */
    public KnowledgeOutcome<Topic> declare(ActorId by, Topic topic) {
        requireNonNull(topic, "topic");
        return changed(
                by,
                topic.id(),
                tree -> tree.objection(topic.id(), topic.parent()),
                stamp -> new TopicEvent.TopicDeclared(stamp, topic),
                tree -> topic);
    }

    /** Moves a topic, with those under it, under another one; under none if that is empty. */
    public KnowledgeOutcome<Topic> move(ActorId by, TopicId id, Optional<TopicId> parent) {
        requireNonNull(parent, "parent");
        return changed(
                by,
                id,
                tree -> unknown(tree, id).or(() -> tree.objection(id, parent)),
                stamp -> new TopicEvent.TopicMoved(stamp, id, parent),
                tree -> tree.topic(id).orElseThrow());
    }

    /** Takes a topic out of use, under which no other stands any more; who subscribed to it hears no more of it. */
    public KnowledgeOutcome<ImmutableSet<TopicId>> retire(ActorId by, TopicId id) {
        return changed(
                by,
                id,
                tree -> unknown(tree, id).or(() -> branched(tree, id)),
                stamp -> new TopicEvent.TopicRetired(stamp, id),
                TopicTree::ids);
    }

    static Optional<TopicRefusal> unknown(TopicTree tree, TopicId id) {
        return tree.topic(id).isPresent()
                ? Optional.empty()
                : Optional.of(new TopicRefusal.UnknownTopic(id, tree.ids()));
    }

    private static Optional<TopicRefusal> branched(TopicTree tree, TopicId id) {
        ImmutableSet<TopicId> branches = tree.branches(id);
        return branches.isEmpty() ? Optional.empty() : Optional.of(new TopicRefusal.TopicHasBranches(id, branches));
    }

    private <R> KnowledgeOutcome<R> changed(
            ActorId by,
            TopicId id,
            Function<TopicTree, Optional<TopicRefusal>> objection,
            Function<Stamp, TopicEvent> event,
            Function<TopicTree, R> result) {
        requireNonNull(id, "id");
        return editing.known(by)
                .flatMap(actor -> picture.decide(
                        tree -> editing.rights()
                                .objection(actor, EditorialAct.ARRANGE)
                                .<KnowledgeRefusal>map(missing -> missing)
                                .or(() -> objection.apply(tree))
                                .<KnowledgeOutcome<ImmutableList<TopicEvent>>>map(KnowledgeOutcome::refused)
                                .orElseGet(() -> KnowledgeOutcome.accepted(ImmutableList.of(
                                        event.apply(Stamp.after(tree.version(), RECORD, clock.instant(), by))))),
                        result));
    }
}
