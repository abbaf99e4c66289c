package dk.sagsflow.knowledge.erasure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.knowledge.editing.Editing;
import dk.sagsflow.knowledge.editing.EditorialAct;
import dk.sagsflow.knowledge.history.ErasureEvent;
import dk.sagsflow.knowledge.history.KnowledgeStore;
import dk.sagsflow.knowledge.history.RecordId;
import dk.sagsflow.knowledge.history.Stamp;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * Forgets people: in every event the person is called otherwise, as nobody else is, so that figures stay as they were, and what the
 * person said in own words is gone. What the organisation wrote down, articles among it, stays. Whatever is folded from the log is
 * folded again, on every node, before it is next asked. Safe for use by many threads.
 */
public final class KnowledgeErasure {
    private static final String KIND = "erasure";

    private final KnowledgeStore store;
    private final Directory directory;
    private final Editing editing;
    private final InstantSource clock;

    /** Made by the knowledge base. */
    public KnowledgeErasure(KnowledgeStore store, Directory directory, Editing editing, InstantSource clock) {
        this.store = requireNonNull(store, "store");
        this.directory = requireNonNull(directory, "directory");
        this.editing = requireNonNull(editing, "editing");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Forgets this person, as an actor and as a customer; editors may. What the person does meanwhile may be left out: called again,
     * it goes too.
     *
     * @return what the person is called from now on
     */
    public KnowledgeOutcome<ActorId> forget(ActorId by, ActorId person) {
        requireNonNull(person, "person");
        return editing.known(by)
                .flatMap(actor -> editing.rights()
                        .objection(actor, EditorialAct.FORGET)
                        .<KnowledgeOutcome<ActorId>>map(KnowledgeOutcome::refused)
                        .orElseGet(() -> KnowledgeOutcome.accepted(forgotten(by, person))));
    }

    private ActorId forgotten(ActorId by, ActorId person) {
        ActorId called = unused();
        WithoutPerson without = new WithoutPerson(names(person), called.value());
        Stamp stamp = Stamp.after(0, record(called), clock.instant(), by);
        store.rewrite(without, without.apply(new ErasureEvent.PersonForgotten(stamp)));
        return called;
    }

    private ImmutableSet<String> names(ActorId person) {
        Stream<String> customer = directory.actor(person).flatMap(Actor::customer).map(CustomerId::value).stream();
        return Stream.concat(Stream.of(person.value()), customer).collect(ImmutableSet.toImmutableSet());
    }

    private ActorId unused() {
        int number = 1;
        while (!store.history(record(called(number))).isEmpty()) {
            number++;
        }
        return called(number);
    }

    private static ActorId called(int number) {
        return ActorId.of("forgotten-" + number);
    }

    private static RecordId record(ActorId called) {
        return RecordId.of(KIND, called.value());
    }
}
