package dk.sagsflow.core.notification;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * A lane that somebody took out of an {@link Outbox} to send what comes next in it. While the claim is in force nobody else
 * gets anything of the lane. Immutable.
 *
 * @param lane the lane
 * @param fence tells this claim from earlier and later ones
 * @param until when the claim ends, exclusive, unless its holder says before what came of it
 * @param messages what goes out now, at least one: the first of the lane, or all that go into one digest
 */
public record ClaimedLane(Lane lane, long fence, Instant until, ImmutableList<QueuedMessage> messages) {
    /** Refuses null and a lane with nothing to send. */
    public ClaimedLane {
        requireNonNull(lane, "lane");
        requireNonNull(until, "until");
        checkArgument(!messages.isEmpty(), "lane %s has nothing to send", lane);
    }

    /** The ids of what goes out now. */
    public ImmutableList<MessageId> ids() {
        return messages.stream().map(queued -> queued.message().id()).collect(ImmutableList.toImmutableList());
    }
}
