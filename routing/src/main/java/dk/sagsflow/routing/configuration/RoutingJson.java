package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Optional;

/** Reads the JSON form of routing, {@code routing.json} of a model. */
final class RoutingJson {
    private static final int FORMAT = 1;

    private final ConditionJson conditions;
    private final ImmutableMap<String, GroupId> groups;

    private final FollowUpJson followUps;
    private final AssignmentJson assignments;

    private RoutingJson(SupportOrganisation organisation, Optional<ImmutableMap<String, ServiceCalendar>> calendars) {
        this.assignments = new AssignmentJson(organisation, calendars);
        this.conditions = new ConditionJson(organisation);
        this.followUps = new FollowUpJson(organisation, conditions, calendars);
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
    }

    /**
     * Reads a routing.
     *
     * @param calendars all calendars by their ids; empty if something is wrong with them, so that their names say nothing
     */
    static Optional<Routing> read(
            JsonPlace root,
            SupportOrganisation organisation,
            Optional<ImmutableMap<String, ServiceCalendar>> calendars) {
        return new RoutingJson(organisation, calendars).routing(root);
    }

    private Optional<Routing> routing(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly("$schema", "format", "rules", "followUps", "assignments", "handOverLimit");
        root.at("rules").checkUnique("rule", "name");
        ImmutableList<TriageRule> rules = root.at("rules").all("an array of rules", this::rule);
        ImmutableList<FollowUpRule> waiting = followUps.rules(root.at("followUps"));
        ImmutableList<AssignmentRule> rulesOfGroups =
                root.at("assignments").all("an array of assignments", assignments::rule);
        Optional<Integer> limit = root.at("handOverLimit").ifPresent(value -> value.integer(1, Integer.MAX_VALUE));
        return root.made(() -> Routing.builder()
                .triage(new Triage(rules))
                .addAllFollowUps(waiting)
                .addAllAssignments(rulesOfGroups)
                .handOverLimit(limit)
                .build());
    }

    private Optional<TriageRule> rule(JsonPlace place) {
        place.allowOnly("name", "when", "to");
        Optional<String> name = place.at("name").text("a name");
        Optional<Condition> when = place.at("when").ifPresent(conditions::read);
        Optional<GroupId> to = place.at("to").oneOf("groups", groups);
        return place.made(
                () -> new TriageRule(name.orElseThrow(), when.orElseGet(Condition::always), to.orElseThrow()));
    }
}
