package dk.sagsflow.imports.zendesk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.imports.draft.TargetDraft;
import dk.sagsflow.imports.note.NoteCode;
import dk.sagsflow.sla.agreement.Measure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What policies measure. Pending is waiting for the customer; on hold is waiting for anybody else. */
enum ZendeskMetric {
    FIRST_REPLY_TIME(Measure.FIRST_RESPONSE, NoteCode.ZENDESK_FIRST_REPLY),
    NEXT_REPLY_TIME(Measure.NEXT_RESPONSE, NoteCode.ZENDESK_NEXT_REPLY),
    REQUESTER_WAIT_TIME(Measure.RESOLUTION, NoteCode.ZENDESK_REQUESTER_WAIT),
    AGENT_WORK_TIME(Measure.RESOLUTION, NoteCode.ZENDESK_AGENT_WORK),
    TOTAL_RESOLUTION_TIME(Measure.RESOLUTION, NoteCode.ZENDESK_TOTAL_RESOLUTION),
    PERIODIC_UPDATE_TIME(Measure.UPDATE_INTERVAL, NoteCode.ZENDESK_PERIODIC_UPDATE),
    PAUSABLE_UPDATE_TIME(Measure.UPDATE_INTERVAL, NoteCode.ZENDESK_PAUSABLE_UPDATE),
    GROUP_OWNERSHIP_TIME(Measure.RESIDENCE, NoteCode.ZENDESK_GROUP_OWNERSHIP);

    private static final ImmutableMap<String, ZendeskMetric> BY_NAME =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(ZendeskMetric::named, metric -> metric));

    private final Measure measure;
    private final NoteCode otherwise;

    ZendeskMetric(Measure measure, NoteCode otherwise) {
        this.measure = measure;
        this.otherwise = otherwise;
    }

    /** The metrics of one kind of policy by their names there. */
    static ImmutableMap<String, ZendeskMetric> of(boolean groups) {
        return ImmutableMap.copyOf(Maps.filterValues(BY_NAME, metric -> (metric == GROUP_OWNERSHIP_TIME) == groups));
    }

    /** What it is called there. */
    String named() {
        return name().toLowerCase(Locale.ROOT);
    }

    Measure measure() {
        return measure;
    }

    /** Where it differs at its edges. */
    NoteCode otherwise() {
        return otherwise;
    }

    TargetDraft target(Optional<String> priority, Duration budget, String calendar) {
        String name =
                named().replace('_', '-') + priority.map(each -> "-" + each).orElse("");
        TargetDraft target = TargetDraft.of(name, measure, budget, calendar);
        return switch (this) {
            case REQUESTER_WAIT_TIME, PAUSABLE_UPDATE_TIME -> target.pausedBy(WaitingFor.CUSTOMER);
            case AGENT_WORK_TIME -> target.pausedWhileOnHold();
            case TOTAL_RESOLUTION_TIME, PERIODIC_UPDATE_TIME -> target.beside();
            default -> target;
        };
    }
}
