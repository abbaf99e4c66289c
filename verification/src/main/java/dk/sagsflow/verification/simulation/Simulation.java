package dk.sagsflow.verification.simulation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.Customer;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.load.SimulatedLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Plays weeks of a model: cases come in, people take them up in the hours of their group, do as triage says, hand over and
 * answer back along the chain, and sweeps escalate what is late, all at a real desk with a clock that goes from one event to
 * the next. The same model, load, day and seed give the same report. People work on the most urgent case first, of two alike
 * on the one that came first. Immutable; safe for use by many threads, each with its own runs.
 */
public final class Simulation {
    private static final int MOST_WEEKS = 520;

    final SupportModel model;
    final SimulatedLoad load;
    final ImmutableList<Actor> actors;
    final ImmutableList<Customer> customers;
    final Duration runOut;
    final Duration sweepEvery;
    final Consumer<Instant> progress;

    Simulation(SimulationBuilder builder) {
        this.model = builder.model;
        this.load = builder.load;
        this.actors = builder.actors;
        this.customers = builder.customers;
        this.runOut = builder.runOut;
        this.sweepEvery = builder.sweepEvery;
        this.progress = builder.progress;
    }

    /** A simulation of this model with the load that {@link SimulatedLoad#standard} makes up, and people to fit. */
    public static Simulation of(SupportModel model) {
        return builder(model).build();
    }

    /** A builder of a simulation of this model. */
    public static SimulationBuilder builder(SupportModel model) {
        return new SimulationBuilder(model);
    }

    /**
     * Plays so many weeks.
     *
     * @param first the first day, from midnight in the zone of the arrivals
     * @param weeks for how long cases come in, 1 to 520
     * @param seed what chance is made of
     */
    public SimulationReport run(LocalDate first, int weeks, long seed) {
        return run(first, weeks, seed, CaseRepository.inMemory());
    }

    /**
     * Plays so many weeks, and leaves the cases where they can be looked at.
     *
     * @param first the first day, from midnight in the zone of the arrivals
     * @param weeks for how long cases come in, 1 to 520
     * @param seed what chance is made of
     * @param repository keeps the cases; empty
     */
    public SimulationReport run(LocalDate first, int weeks, long seed, CaseRepository repository) {
        checkArgument(weeks >= 1 && weeks <= MOST_WEEKS, "%s weeks; 1 to %s are possible", weeks, MOST_WEEKS);
        Instant start = first.atStartOfDay(load.arrivals().zone()).toInstant();
        Instant lastArrival =
                first.plusWeeks(weeks).atStartOfDay(load.arrivals().zone()).toInstant();
        return new SimulationRun(this, repository, start, lastArrival, new Dice(seed)).play();
    }
}
