package dk.sagsflow.imports.draft;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A target that is being written. Not thread-safe. */
public final class TargetDraft {
    private final String name;
    private final Measure measure;
    private final String budget;
    private final String calendar;
    private ConditionDraft condition = ConditionDraft.always();
    private Set<WaitingFor> pausedBy = Set.of();
    private boolean registered;
    private boolean heldByAnyHold;
    private Set<EventKind> stoppedBy = Set.of();
    private Set<EventKind> startedBy = Set.of();
    private final List<ObjectNode> thresholds = new ArrayList<>();

    private TargetDraft(String name, Measure measure, String budget, String calendar) {
        this.name = name;
        this.measure = measure;
        this.budget = budget;
        this.calendar = calendar;
    }

    /** A target of service time. */
    public static TargetDraft of(String name, Measure measure, Duration budget, String calendar) {
        return new TargetDraft(name, measure, budget.toString(), calendar);
    }

    /** A target of working days. */
    public static TargetDraft ofWorkingDays(String name, Measure measure, int days, String calendar) {
        return new TargetDraft(name, measure, days + (days == 1 ? " working day" : " working days"), calendar);
    }

    /** For these cases. */
    @CanIgnoreReturnValue
    public TargetDraft appliesTo(ConditionDraft cases) {
        condition = cases;
        return this;
    }

    /** What a case may wait for without the clock running. */
    @CanIgnoreReturnValue
    public TargetDraft pausedBy(WaitingFor... reasons) {
        pausedBy = Set.of(reasons);
        return this;
    }

    /** The clock stands while the case is on hold, whatever for; it runs beside a clock of the whole measure. */
    @CanIgnoreReturnValue
    public TargetDraft pausedWhileOnHold() {
        heldByAnyHold = true;
        return this;
    }

    /** The clock of the whole measure as one that runs beside it. */
    @CanIgnoreReturnValue
    public TargetDraft beside() {
        registered = true;
        return this;
    }

    /** What stops the clock, beside what ends the measure. */
    @CanIgnoreReturnValue
    public TargetDraft stoppedBy(EventKind... kinds) {
        stoppedBy = Set.of(kinds);
        return this;
    }

    /** What starts the clock. */
    @CanIgnoreReturnValue
    public TargetDraft startedBy(EventKind... kinds) {
        startedBy = Set.of(kinds);
        return this;
    }

    /** Something happens at a point of the budget. */
    @CanIgnoreReturnValue
    public TargetDraft threshold(ObjectNode threshold) {
        thresholds.add(threshold);
        return this;
    }

    /** Whether it counts working days, which do not pause and have no thresholds but their end. */
    public boolean inWorkingDays() {
        return budget.contains("day");
    }

    /** What it is called. */
    String name() {
        return name;
    }

    /** What two targets of one agreement compete for: one measure over one span. */
    String span() {
        return measure + " " + registered + heldByAnyHold + stoppedBy + startedBy;
    }

    /** For which cases. */
    ConditionDraft condition() {
        return condition;
    }

    void write(String id, ObjectNode node) {
        node.put("id", id).put("measure", measure.name());
        writeSpan(node);
        if (!condition.equals(ConditionDraft.always())) {
            node.set("appliesTo", condition.json());
        }
        node.put("budget", budget).put("calendar", calendar);
        if (!pausedBy.isEmpty()) {
            list(node, "pausedBy", pausedBy.stream().sorted().map(Enum::name).toList());
        }
        if (!thresholds.isEmpty()) {
            thresholds.forEach(node.putArray("thresholds")::add);
        }
    }

    private void writeSpan(ObjectNode node) {
        if (registered) {
            list(node, "startedBy", ImmutableList.of(EventKind.REGISTERED.typeName()));
        } else if (!startedBy.isEmpty()) {
            list(node, "startedBy", names(startedBy));
        }
        if (!stoppedBy.isEmpty()) {
            list(node, "stoppedBy", names(stoppedBy));
        }
        if (heldByAnyHold) {
            ObjectNode pause = node.putArray("pausedBetween").addObject();
            list(pause, "from", ImmutableList.of(EventKind.PUT_ON_HOLD.typeName()));
            list(pause, "until", ImmutableList.of(EventKind.RESUMED.typeName()));
        }
    }

    private static List<String> names(Set<EventKind> kinds) {
        return kinds.stream().sorted().map(EventKind::typeName).toList();
    }

    private static void list(ObjectNode node, String member, List<String> values) {
        ArrayNode list = node.putArray(member);
        values.forEach(list::add);
    }
}
