package dk.sagsflow.core.command;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.conversation.Channel;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** When and how a request came about, as far as it was not made at the desk just now. Immutable. */
@Value.Immutable
@ValueStyle
public interface Circumstances extends WithCircumstances {
    /**
     * When it happened, if that was before the desk is told of it: an answer given on the telephone, say. Kept to the
     * microsecond. Empty if it happens now.
     */
    Optional<Instant> occurredAt();

    /** By which way it came; the helpdesk unless said otherwise. */
    @Value.Default
    default Channel channel() {
        return Channel.HELPDESK;
    }

    /** What it answers elsewhere: the id of a mail, or of an event of another system. */
    Optional<String> correlation();

    /**
     * Whose words these are, if whoever asks only passes them on: a program that reads mail, a supporter who writes down
     * what a customer says. What customers ask for is their own word, whatever stands here.
     */
    Optional<Side> relays();

    /** Keeps when it happened to the microsecond, and refuses words of a program: those are its own. */
    @Value.Check
    default Circumstances check() {
        checkArgument(
                relays().filter(Side.PROGRAM::equals).isEmpty(),
                "nobody passes on words of a program; CUSTOMER or ORGANISATION");
        correlation().ifPresent(told -> Bounds.line("correlation", told));
        Optional<Instant> kept = occurredAt().map(Microseconds::kept);
        return kept.equals(occurredAt()) ? this : withOccurredAt(kept);
    }

    /** Here and now. */
    static Circumstances usual() {
        return builder().build();
    }

    /** Reported after it happened. */
    static Circumstances late(Instant occurredAt) {
        return builder().occurredAt(requireNonNull(occurredAt, "occurredAt")).build();
    }

    /** A builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Circumstances.class, "use RequestJson");
    }

    /** Builds circumstances. Not thread-safe. */
    final class Builder extends ImmutableCircumstances.Builder {
        Builder() {}
    }
}
