package dk.sagsflow.routing.desk;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.notification.DeadLetter;
import dk.sagsflow.core.notification.MessageId;
import dk.sagsflow.core.notification.Notifier;
import dk.sagsflow.core.repository.UnhandledCase;
import dk.sagsflow.routing.delivery.Delivery;
import dk.sagsflow.routing.operation.DeliveryPolicy;
import dk.sagsflow.routing.operation.DeliveryReport;
import dk.sagsflow.routing.operation.SweepReport;
import dk.sagsflow.routing.sweep.Sweep;
import java.time.InstantSource;

/**
 * What those who run a desk do: the regular work, and seeing to what it could not do. These have no actor and ask no access
 * policy: whoever holds the desk in code may call them, so a host gives them to its own scheduler and to its own page for
 * administrators, behind rights of the host's, and to nobody else. What they show may hold personal data. Safe for use by
 * many threads and by several desks on one store at once.
 */
public final class DeskOperations {
    private final InstantSource clock;
    private final Notifier notifier;
    private final Sweep sweep;
    private final Delivery delivery;

    DeskOperations(SupportDeskBuilder builder, Sweep sweep, Delivery delivery) {
        this.clock = builder.clock;
        this.notifier = builder.notifier;
        this.sweep = sweep;
        this.delivery = delivery;
    }

    /**
     * Handles what has come due: puts thresholds that clocks went past on record, each once, with the escalations that
     * they ask for (R17), follows up on cases that wait too long (R14, R20), gives waiting cases to people, and ends holds
     * whose date has come. Late and repeated sweeps do no harm, nor do several at once. A case that cannot be handled is set
     * aside with an event, is not looked at again until something happens to it or it is {@linkplain #takeUp taken up}, and
     * holds up none of the others.
     *
     * @param limit how many cases to look at, at most
     * @return what was done, and whether more may be due
     */
    public SweepReport sweep(int limit) {
        return sweep.sweep(clock.instant(), limit);
    }

    /** The cases that sweeps have set aside and nobody has taken up since, with the reasons. */
    public ImmutableList<UnhandledCase> setAside(int limit) {
        return sweep.setAside(limit);
    }

    /**
     * Lets the next sweep look at a case again, once what stood in the way is out of it.
     *
     * @return whether there is such a case
     */
    public boolean takeUp(CaseNumber number) {
        return sweep.takeUp(number, clock.instant());
    }

    /**
     * Sends what waits to be sent and is not held to opening hours, to each recipient in the order of the case. What
     * cannot be sent is tried again later, less and less often, and given up in the end ({@link DeliveryPolicy}); what
     * waits behind it for the same recipient and case waits so long, and nothing else does. Several desks may deliver at
     * once.
     *
     * @param limit how many notifications to try, at most
     * @return what was done
     */
    public DeliveryReport deliver(int limit) {
        return delivery.deliver(notifier, limit);
    }

    /** The notifications that were given up, the longest dead first. */
    public ImmutableList<DeadLetter> deadLetters(int limit) {
        return delivery.deadLetters(limit);
    }

    /**
     * Puts a notification that was given up back to be sent, as if it had never been tried.
     *
     * @return whether there was one
     */
    public boolean sendAgain(MessageId id) {
        return delivery.revive(id);
    }

    /**
     * Forgets a notification that was given up.
     *
     * @return whether there was one
     */
    public boolean discard(MessageId id) {
        return delivery.drop(id);
    }
}
