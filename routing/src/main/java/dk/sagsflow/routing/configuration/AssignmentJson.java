package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.assignment.AssignmentMethod;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.assignment.CompetenceRule;
import dk.sagsflow.routing.assignment.DutyShift;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how groups give cases to their members, a part of {@code routing.json}. */
final class AssignmentJson {
    private static final String AN_ACTOR = "an actor id";

    private final ConditionJson conditions;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, CompetenceId> competences;
    private final ImmutableMap<String, ServiceCalendar> calendars;

    AssignmentJson(SupportOrganisation organisation, ImmutableMap<String, ServiceCalendar> calendars) {
        this.conditions = new ConditionJson(organisation);
        this.groups = Maps.uniqueIndex(organisation.groupIds(), GroupId::value);
        this.competences = Maps.uniqueIndex(organisation.competenceIds(), CompetenceId::value);
        this.calendars = calendars;
    }

    Optional<AssignmentRule> rule(JsonPlace place) {
        place.allowOnly("group", "by", "capacity", "capacities", "competences", "duty", "retry");
        Optional<GroupId> group = place.at("group").oneOf("groups", groups);
        Optional<AssignmentMethod> method = place.at("by").constant(AssignmentMethod.class);
        Optional<Integer> capacity = place.at("capacity").ifPresent(AssignmentJson::limit);
        ImmutableMap<ActorId, Integer> capacities = capacities(place.at("capacities"));
        ImmutableList<CompetenceRule> needed =
                place.at("competences").all("an array of competences that cases need", this::competence);
        ImmutableList<Optional<DutyShift>> duty =
                place.at("duty").all("an array of shifts", shift -> Optional.of(shift(shift)));
        Optional<Duration> retry = place.at("retry")
                .ifPresent(value -> value.parsed("an ISO 8601 duration such as PT15M", Duration::parse));
        return place.made(() -> {
            AssignmentRule.Builder builder = AssignmentRule.builder()
                    .group(group.orElseThrow())
                    .method(method.orElseThrow())
                    .capacity(capacity)
                    .putAllCapacities(capacities)
                    .addAllCompetences(needed)
                    .addAllDuty(duty.stream().flatMap(Optional::stream).toList());
            retry.ifPresent(builder::retry);
            return builder.build();
        });
    }

    private static Optional<Integer> limit(JsonPlace place) {
        return place.integer(0, Integer.MAX_VALUE);
    }

    private static ImmutableMap<ActorId, Integer> capacities(JsonPlace place) {
        Stream<String> members = place.present() ? place.keys().stream() : Stream.of();
        return members.<Map.Entry<ActorId, Integer>>mapMulti((member, next) -> actor(place.at(member), member)
                        .ifPresent(id -> limit(place.at(member)).ifPresent(limit -> next.accept(Map.entry(id, limit)))))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<ActorId> actor(JsonPlace place, String member) {
        if (member.isBlank() || !member.equals(member.strip())) {
            place.report("\"" + member + "\" is not " + AN_ACTOR);
            return Optional.empty();
        }
        return Optional.of(ActorId.of(member));
    }

    private Optional<CompetenceRule> competence(JsonPlace place) {
        place.allowOnly("when", "needs");
        Optional<Condition> when = place.at("when").ifPresent(conditions::read);
        Optional<CompetenceId> needs = place.at("needs").oneOf("competences", competences);
        return place.made(() -> new CompetenceRule(when.orElseGet(Condition::always), needs.orElseThrow()));
    }

    private Optional<DutyShift> shift(JsonPlace place) {
        place.allowOnly("member", "calendar");
        Optional<ActorId> member = place.at("member").parsed(AN_ACTOR, ActorId::of);
        Optional<ServiceCalendar> calendar = place.at("calendar").oneOf("calendars", calendars);
        return calendar.flatMap(hours -> place.made(() -> new DutyShift(member.orElseThrow(), hours)));
    }
}
