package dk.sagsflow.core.classification;

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

    /** The matrix most organisations begin with: one step down in impact or urgency is one step down in priority. */
    public static PriorityMatrix standard() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        row(cells, Impact.MAJOR, Priority.P1, Priority.P1, Priority.P1);
        row(cells, Impact.HIGH, Priority.P1, Priority.P2, Priority.P3);
        row(cells, Impact.MEDIUM, Priority.P2, Priority.P3, Priority.P4);
        row(cells, Impact.LOW, Priority.P3, Priority.P4, Priority.P5);
        return new PriorityMatrix(cells.build());
    }

    private static void row(
            ImmutableTable.Builder<Impact, Urgency, Priority> cells,
            Impact impact,
            Priority urgent,
            Priority medium,
            Priority low) {
        cells.put(impact, Urgency.HIGH, urgent)
                .put(impact, Urgency.MEDIUM, medium)
                .put(impact, Urgency.LOW, low);
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
