package dk.sagsflow.routing.handover;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.condition.Condition;

/**
 * A way along which cases of some sort may be handed over. Immutable.
 *
 * @param name what people call the way
 * @param from where it begins
 * @param to where it ends
 * @param when which cases it is for, as they stand at the hand-over
 * @param direct whether it may pass tiers, as business questions do (R07); they get an advisory notice (R08). It never
 *     passes the contact tier
 */
public record HandOverWay(String name, HandOverEnd from, HandOverEnd to, Condition when, boolean direct) {
    /** Refuses a way without a name. */
    public HandOverWay {
        checkArgument(!name.isBlank(), "a way to %s has no name", to.describe());
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(when, "when");
    }

    /** A way for every case, tier by tier. */
    public static HandOverWay of(String name, HandOverEnd from, HandOverEnd to) {
        return new HandOverWay(name, from, to, Condition.always(), false);
    }

    /** This way for these cases alone. */
    public HandOverWay when(Condition condition) {
        return new HandOverWay(name, from, to, condition, direct);
    }

    /** This way, which may pass tiers. */
    public HandOverWay directly() {
        return new HandOverWay(name, from, to, when, true);
    }

    /** Whether it leads this case from here to there. */
    public boolean leads(SupportCase current, Station here, Station there) {
        return joins(here, there) && when.holds(current);
    }

    /** Whether it leads some case from here to there. */
    public boolean joins(Station here, Station there) {
        return from.includes(here) && to.includes(there);
    }

    /** The way in words. */
    public String describe() {
        return name + ": from " + from.describe() + " to " + to.describe() + ", when " + when.describe()
                + (direct ? ", directly" : "");
    }
}
