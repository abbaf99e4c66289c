package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.notification.MessageCarrier;
import dk.sagsflow.core.repository.StoreTransaction;
import dk.sagsflow.routing.attachment.Attachments;
import dk.sagsflow.routing.delivery.Delivery;
import dk.sagsflow.routing.delivery.PatientNotifier;
import dk.sagsflow.routing.erasure.CustomerErasure;
import dk.sagsflow.routing.family.ChildrenNews;
import dk.sagsflow.routing.following.Following;
import dk.sagsflow.routing.guard.GuardedDecisions;
import dk.sagsflow.routing.request.Callers;
import dk.sagsflow.routing.request.Commands;
import dk.sagsflow.routing.request.Imports;
import dk.sagsflow.routing.request.Registrations;
import dk.sagsflow.routing.request.Repetitions;
import dk.sagsflow.routing.request.Requests;
import dk.sagsflow.routing.step.Listeners;
import dk.sagsflow.routing.step.Steps;
import dk.sagsflow.routing.sweep.DueWork;
import dk.sagsflow.routing.sweep.Renewal;
import dk.sagsflow.routing.sweep.Sweep;
import java.util.Optional;

/** A desk put together of what its builder was given. */
final class Assembly {
    private final SupportDeskBuilder builder;
    private final Consequences follow;
    private final AccessPolicy access;
    private final GuardedDecisions decisions;
    private final Steps steps;

    Assembly(SupportDeskBuilder builder, Optional<StoreTransaction> transaction) {
        this.builder = builder;
        this.access =
                builder.access.orElseGet(() -> AccessPolicy.standard(builder.model.organisation(), builder.directory));
        this.follow = new Consequences(builder, access);
        this.decisions = follow.guarded();
        this.steps = new Steps(
                follow.histories(),
                builder.clock,
                WayOfAStep.of(follow),
                new Listeners(ImmutableList.copyOf(builder.listeners)),
                transaction);
    }

    Requests requests() {
        return new Requests(
                builder.repository,
                steps,
                new Registrations(callers(), follow.decisions(), builder.numbers(), attachments()),
                commands(),
                new Repetitions(builder.repository, access, builder.directory));
    }

    private Commands commands() {
        return new Commands(callers(), decisions, follow.families(), attachments());
    }

    private Callers callers() {
        return new Callers(follow.histories(), builder.directory, access);
    }

    Options options() {
        return new Options(builder, access, follow.histories(), commands(), questions());
    }

    Imports imports() {
        return new Imports(follow.histories(), follow.decisions(), builder.numbers(), attachments(), follow.families());
    }

    CustomerErasure customerErasure() {
        return new CustomerErasure(
                builder.repository, steps, follow.decisions(), builder.subscriptions, follow.forgetting());
    }

    Steps steps() {
        return steps;
    }

    Questions questions() {
        return new Questions(builder, access, new CaseClocks(follow.clocks()), attachments());
    }

    DeskOperations operations() {
        return new DeskOperations(builder, this);
    }

    Sweep sweep() {
        return new Sweep(
                builder.repository,
                steps,
                new DueWork(follow.histories(), decisions, follow.dues().cameDue(decisions), follow.arrivals()),
                new ChildrenNews(
                        builder.repository, steps, follow.histories(), follow.decisions(), follow.forgetting()),
                builder.sweeping);
    }

    Renewal renewal() {
        return new Renewal(builder.repository, steps, follow.histories());
    }

    Delivery delivery() {
        return delivery(carriers());
    }

    /** Delivery that waits for carriers as it does for the notifier. */
    Delivery delivery(PatientNotifier patient) {
        return delivery(ImmutableMap.copyOf(Maps.transformValues(carriers(), patient::patient)));
    }

    private Delivery delivery(ImmutableMap<String, MessageCarrier> carriers) {
        return new Delivery(builder.repository.outbox(), builder.delivery, builder.templates, builder.clock, carriers);
    }

    private ImmutableMap<String, MessageCarrier> carriers() {
        ImmutableMap.Builder<String, MessageCarrier> carriers = ImmutableMap.builder();
        attachments().carrier().ifPresent(carrier -> carriers.put(Attachments.TOPIC, carrier));
        return carriers.putAll(builder.carriers).buildOrThrow();
    }

    private Attachments attachments() {
        return new Attachments(builder.attachments);
    }

    Following following() {
        return new Following(
                builder.repository, ImmutableList.copyOf(builder.followers), builder.following, builder.clock);
    }

    PatientNotifier patientNotifier() {
        return new PatientNotifier(builder.notifier, builder.delivery.lease());
    }
}
