package dk.sagsflow.core.organisation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableTable;

/**
 * Derives the priority of a case from impact and urgency (ITIL: priority matrix). Total: every pair has a priority.
 * Immutable.
 *
 * @param cells the priority of each pair
 */
public record PriorityMatrix(ImmutableTable<Impact, Urgency, Priority> cells) {
    /** Refuses a matrix that leaves a pair without priority. */
    public PriorityMatrix {
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                checkArgument(
                        cells.contains(impact, urgency),
                        "priority matrix has nothing for impact %s and urgency %s; every pair needs a priority",
                        impact,
                        urgency);
            }
        }
    }

    /** The matrix most organisations begin with: the sum of both steps decides, and a major impact is always P1. */
    public static PriorityMatrix standard() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                int stepsFromTop =
                        impact == Impact.MAJOR ? 0 : 4 - Math.min(impact.ordinal(), 2) - urgency.ordinal();
                cells.put(impact, urgency, Priority.values()[stepsFromTop]);
            }
        }
        return new PriorityMatrix(cells.build());
    }

    /** The priority of this pair. */
    public Priority priority(Impact impact, Urgency urgency) {
        Priority priority = cells.get(impact, urgency);
        if (priority == null) {
            throw new IllegalStateException("no priority for impact " + impact + " and urgency " + urgency);
        }
        return priority;
    }
}
