package dk.sagsflow.core.json;

import com.google.common.collect.ImmutableTable;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.document.JsonPlace;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a priority matrix, {@code {"LOW": {"LOW": "P5", "MEDIUM": "P4", "HIGH": "P3"}, ...}}: a row for each
 * impact, in it the priority for each urgency. Every pair must have one. Immutable.
 */
public final class PriorityMatrixJson {
    private PriorityMatrixJson() {}

    /** The matrix; empty if anything was wrong, which the document then knows. */
    public static Optional<PriorityMatrix> read(JsonPlace place) {
        place.allowOnly(names(Impact.values()));
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            JsonPlace row = place.at(impact.name());
            row.allowOnly(names(Urgency.values()));
            for (Urgency urgency : Urgency.values()) {
                row.at(urgency.name())
                        .constant(Priority.class)
                        .ifPresent(priority -> cells.put(impact, urgency, priority));
            }
        }
        return place.made(() -> new PriorityMatrix(cells.build()));
    }

    /** The matrix as JSON that reads back as an equal one. */
    public static ObjectNode write(PriorityMatrix matrix) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        matrix.cells().rowMap().forEach((impact, row) -> {
            ObjectNode cells = node.putObject(impact.name());
            row.forEach((urgency, priority) -> cells.put(urgency.name(), priority.name()));
        });
        return node;
    }

    private static String[] names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
