package dk.sagsflow.routing.handover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.decision.HandOverWays;

/**
 * The ways along which an organisation hands cases over, and no others. Their order does not matter: a hand-over is
 * declared if one of them leads the case there, and direct if one of those is. Immutable.
 *
 * @param ways the ways; without any, no case is handed over
 */
public record HandOverGraph(ImmutableList<HandOverWay> ways) implements HandOverWays {
    @Override
    public Condition declared(Station from, Station to) {
        return led(ways, from, to);
    }

    @Override
    public Condition direct(Station from, Station to) {
        return led(Iterables.filter(ways, HandOverWay::direct), from, to);
    }

    private static Condition led(Iterable<HandOverWay> ways, Station from, Station to) {
        ImmutableList.Builder<Condition> found = ImmutableList.builder();
        for (HandOverWay way : ways) {
            if (way.joins(from, to)) {
                found.add(way.when());
            }
        }
        ImmutableList<Condition> leading = found.build();
        return leading.isEmpty() ? Condition.always().negate() : new Condition.Any(leading);
    }
}
