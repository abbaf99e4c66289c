package dk.sagsflow.routing.handover;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
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
    public Permission permission(SupportCase current, Station from, Station to) {
        Permission permission = Permission.NOT_DECLARED;
        for (HandOverWay way : ways) {
            if (way.leads(current, from, to)) {
                if (way.direct()) {
                    return Permission.DIRECT;
                }
                permission = Permission.DECLARED;
            }
        }
        return permission;
    }

    /** The cases that some way leads from here to there, asked while they are here. */
    public Condition declared(Station from, Station to) {
        ImmutableList<Condition> leading = ways.stream()
                .filter(way -> way.joins(from, to))
                .map(HandOverWay::when)
                .collect(ImmutableList.toImmutableList());
        return leading.isEmpty() ? Condition.always().negate() : new Condition.Any(leading);
    }
}
