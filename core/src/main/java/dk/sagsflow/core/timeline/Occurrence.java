package dk.sagsflow.core.timeline;

import dk.sagsflow.core.cases.CaseEvent;
import java.util.ArrayList;
import java.util.List;

/** In which order what was recorded occurred. */
final class Occurrence {
    private Occurrence() {}

    /**
     * The places of events among those recorded, as they occurred: one that was reported late comes before the programs' own
     * records at the end that are later than it.
     */
    static List<Integer> order(List<? extends CaseEvent> recorded) {
        List<Integer> order = new ArrayList<>(recorded.size());
        for (int index = 0; index < recorded.size(); index++) {
            int place = order.size();
            while (place > 0 && late(recorded.get(index), recorded.get(order.get(place - 1)))) {
                place--;
            }
            order.add(place, index);
        }
        return order;
    }

    /** Whether the event occurred before one that was recorded earlier, which says nothing of what happened. */
    static boolean late(CaseEvent event, CaseEvent before) {
        return before.ownRecord() && !event.ownRecord() && event.occurredAt().isBefore(before.occurredAt());
    }
}
