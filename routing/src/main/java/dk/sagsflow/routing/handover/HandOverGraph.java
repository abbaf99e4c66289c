package dk.sagsflow.routing.handover;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.HandOverWays;
import java.util.stream.Stream;

/**
 * The ways along which an organisation hands cases over, and no others. Their order does not matter: a hand-over is
 * declared if one of them leads the case there, and direct if one of those is. Immutable.
 *
 * @param ways the ways; without any, no case is handed over
 */
public record HandOverGraph(ImmutableList<HandOverWay> ways) implements HandOverWays {
    @Override
    public Condition declared(Station from, Station to) {
        return led(ways.stream(), from, to);
    }

    @Override
    public Condition direct(Station from, Station to) {
        return led(ways.stream().filter(HandOverWay::direct), from, to);
    }

    private static Condition led(Stream<HandOverWay> ways, Station from, Station to) {
        ImmutableList<Condition> leading =
                ways.filter(way -> way.joins(from, to)).map(HandOverWay::when).collect(ImmutableList.toImmutableList());
        return leading.isEmpty() ? Condition.always().negate() : new Condition.Any(leading);
    }
}
