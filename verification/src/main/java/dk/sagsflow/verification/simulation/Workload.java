package dk.sagsflow.verification.simulation;

import com.fasterxml.jackson.annotation.JsonValue;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** What a group, or a tier of them, had to do in a simulation. Immutable. */
@Value.Immutable
@ValueStyle
public interface Workload extends WithWorkload {
    /** How often a case came: from a customer, from another group, back, or reopened. */
    long arrivals();

    /** How many of these were answers that came back. */
    long returns();

    /** How often it answered, to a customer or to the group that waited. */
    long answers();

    /** How often it handed a case over. */
    long handOvers();

    /** How often it gave a case back without an answer. */
    long givenBack();

    /** How often a case was taken from it by an escalation. */
    long takenAway();

    /** How long cases lay there, all together, until they left or the simulation ended. */
    Duration present();

    /** How long they waited until somebody took them up, all together. */
    Duration waited();

    /** How many waited at the same time, at most; of a tier, in the group where most did. */
    long longestQueue();

    /** When its people were busy. */
    WeekHours busy();

    /** When they were there. */
    WeekHours staffed();

    /** Nothing to do, and nobody there. */
    static Workload none() {
        return builder()
                .arrivals(0)
                .returns(0)
                .answers(0)
                .handOvers(0)
                .givenBack(0)
                .takenAway(0)
                .present(Duration.ZERO)
                .waited(Duration.ZERO)
                .longestQueue(0)
                .busy(WeekHours.none())
                .staffed(WeekHours.none())
                .build();
    }

    /** Both together; of the longest queues the longer one. */
    default Workload plus(Workload other) {
        return builder()
                .arrivals(arrivals() + other.arrivals())
                .returns(returns() + other.returns())
                .answers(answers() + other.answers())
                .handOvers(handOvers() + other.handOvers())
                .givenBack(givenBack() + other.givenBack())
                .takenAway(takenAway() + other.takenAway())
                .present(present().plus(other.present()))
                .waited(waited().plus(other.waited()))
                .longestQueue(Math.max(longestQueue(), other.longestQueue()))
                .busy(busy().plus(other.busy()))
                .staffed(staffed().plus(other.staffed()))
                .build();
    }

    /** The share of its time in which its people were busy, from 0 to 1; empty if nobody was there. */
    default Optional<Double> busyShare() {
        return share(busy().total(), staffed().total());
    }

    /** The same in one hour of the week. */
    default Optional<Double> busyShare(DayOfWeek day, int hour) {
        return share(busy().at(day, hour), staffed().at(day, hour));
    }

    private static Optional<Double> share(Duration busy, Duration staffed) {
        return staffed.isZero()
                ? Optional.empty()
                : Optional.of(Math.min(1, busy.toSeconds() / (double) staffed.toSeconds()));
    }

    /** A builder; everything is required. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(Workload.class, "write what you need of it");
    }

    /** Builds workloads. Not thread-safe. */
    final class Builder extends ImmutableWorkload.Builder {
        Builder() {}
    }
}
