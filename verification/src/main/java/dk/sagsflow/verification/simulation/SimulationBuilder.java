package dk.sagsflow.verification.simulation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.load.SimulatedLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Builds simulations. Not thread-safe. */
public final class SimulationBuilder {
    final SupportModel model;
    SimulatedLoad load;
    ImmutableList<Actor> actors = ImmutableList.of();
    ImmutableList<Customer> customers = ImmutableList.of();
    Duration runOut = Duration.ZERO;
    Duration sweepEvery = Duration.ofMinutes(15);
    Consumer<Instant> progress = reached -> {};

    SimulationBuilder(SupportModel model) {
        this.model = model;
        this.load = SimulatedLoad.standard(model);
    }

    /**
     * Puts this load on; {@link SimulatedLoad#standard} unless said otherwise.
     *
     * @throws IllegalArgumentException if it names a group, tier, entrance or attribute that the organisation does not have, or says of
     *     a group neither itself nor by its tier how it works
     */
    public SimulationBuilder withLoad(SimulatedLoad value) {
        value.checkFor(model.organisation());
        load = value;
        return this;
    }

    /**
     * Lets these people work, each in every group that they are members of, and these customers ask; where there are none of a
     * group or of a kind of customer, some are made up.
     */
    @CanIgnoreReturnValue
    public SimulationBuilder withPeople(Iterable<Actor> supporters, Iterable<Customer> asking) {
        ImmutableList<Actor> working = ImmutableList.copyOf(supporters);
        customers = ImmutableList.copyOf(asking);
        actors = working;
        return this;
    }

    /**
     * Goes on for so long after the last case came in, so that those that are open can end; not at all unless said otherwise.
     * Ends earlier if nothing more can happen.
     */
    public SimulationBuilder withRunOut(Duration value) {
        checkArgument(!value.isNegative(), "run-out of %s; not less than none", value);
        runOut = value;
        return this;
    }

    /** Sweeps so often; every 15 minutes unless said otherwise. */
    public SimulationBuilder withSweepEvery(Duration value) {
        checkArgument(value.compareTo(Duration.ofSeconds(1)) >= 0, "a sweep every %s; not under a second", value);
        sweepEvery = value;
        return this;
    }

    /** Tells this how far the simulation has come, at every sweep, on the thread of the run; what it throws ends the run. */
    public SimulationBuilder withProgress(Consumer<Instant> value) {
        progress = value;
        return this;
    }

    /** The simulation. */
    public Simulation build() {
        return new Simulation(this);
    }
}
