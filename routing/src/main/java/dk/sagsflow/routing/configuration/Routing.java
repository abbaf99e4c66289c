package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.HandOverWays;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.triage.Triage;
import java.util.Optional;
import org.immutables.value.Value;

/** How cases find their way through an organisation: what {@code routing.json} of a model says. Immutable. */
@Value.Immutable
@ValueStyle
public interface Routing extends WithRouting {
    /** Where cases go by themselves; without rules they stay where they are. */
    @Value.Default
    default Triage triage() {
        return new Triage(ImmutableList.of());
    }

    /** The ways along which cases are handed over; empty if every way is open that the responsibility chain allows. */
    Optional<HandOverGraph> handOvers();

    /** What is asked for each hand-over: the declared ways, or all. */
    default HandOverWays ways() {
        return handOvers().<HandOverWays>map(graph -> graph).orElseGet(HandOverWays::all);
    }

    /** Routing that leaves everything to people. */
    static Routing byHand() {
        return builder().build();
    }

    /** Routing by these rules alone. */
    static Routing of(Triage triage) {
        return builder().triage(triage).build();
    }

    /** A builder; nothing is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds routings. Not thread-safe. */
    final class Builder extends ImmutableRouting.Builder {
        Builder() {}
    }
}
