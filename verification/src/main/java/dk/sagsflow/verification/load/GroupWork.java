package dk.sagsflow.verification.load;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** How a group works, as far as a simulation asks. Immutable. */
@Value.Immutable
@ValueStyle
public interface GroupWork extends WithGroupWork {
    /** How many people work there; of a group whose people are known, their number counts instead. */
    int staff();

    /** How long one of them works on a case that comes in, on average; the times are spread exponentially. */
    Duration effort();

    /** How long it takes to pass an answer on that came back, or to go on when the customer has replied, on average. */
    @Value.Default
    default Duration relay() {
        return Duration.ofMinutes(5);
    }

    /**
     * The share of cases that the group answers by itself, from 0 to 1; what it does not answer goes where triage says, or
     * else to the next tier. If nothing is said, the group does as triage says: what a rule leads on goes on, the rest is
     * answered.
     */
    Optional<Double> answered();

    /** The share of cases for which the customer must be asked something, from 0 to 1; only who speaks to customers asks. */
    @Value.Default
    default double waitsForCustomer() {
        return 0;
    }

    /**
     * The share of cases that the group gives back, from 0 to 1, to the group that handed them over, which finds out what is
     * missing and decides anew; a case is given back once at most. None unless said otherwise.
     */
    @Value.Default
    default double givesBack() {
        return 0;
    }

    /** When the group works; when its limits count unless said otherwise. */
    Optional<ServiceCalendar> hours();

    /** Refuses shares that are none, and work that takes no time. */
    @Value.Check
    default void check() {
        checkArgument(staff() >= 0, "staff of %s; not fewer than none", staff());
        checkArgument(effort().compareTo(Duration.ZERO) > 0, "effort of %s; more than none", effort());
        checkArgument(relay().compareTo(Duration.ZERO) > 0, "relay of %s; more than none", relay());
        answered().ifPresent(share -> checkShare("answered", share));
        checkShare("waiting for the customer", waitsForCustomer());
        checkShare("given back", givesBack());
    }

    static void checkShare(String what, double share) {
        checkArgument(share >= 0 && share <= 1, "share %s of %s; from 0 to 1", what, share);
    }

    /** So many people who need so long for a case, and do as triage says. */
    static GroupWork of(int staff, Duration effort) {
        return builder().staff(staff).effort(effort).build();
    }

    /** A builder; staff and effort are required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(GroupWork.class, "it is part of load.json");
    }

    /** Builds how groups work. Not thread-safe. */
    final class Builder extends ImmutableGroupWork.Builder {
        Builder() {}
    }
}
