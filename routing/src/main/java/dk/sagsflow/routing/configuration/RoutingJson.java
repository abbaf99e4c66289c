package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.notification.Subscriptions;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.handover.HandOverGraph;
import dk.sagsflow.routing.handover.HandOverWay;
import dk.sagsflow.routing.triage.CalendarState;
import dk.sagsflow.routing.triage.Triage;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.util.Arrays;
import java.util.Optional;

/** Reads the JSON form of routing, {@code routing.json} of a model. */
final class RoutingJson {
    private static final int FORMAT = 1;

    private final ConditionJson conditions;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, TierId> tiers;
    private final ImmutableMap<String, ServiceCalendar> calendars;

    private final FollowUpJson followUps;
    private final AssignmentJson assignments;

    private RoutingJson(SupportOrganisation organisation, ImmutableMap<String, ServiceCalendar> calendars) {
        this.assignments = new AssignmentJson(organisation, calendars);
        this.conditions = new ConditionJson(organisation);
        this.followUps = new FollowUpJson(organisation, ConditionJson.ofWhatLasts(organisation), calendars);
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
        this.tiers = organisation.tiers().stream()
                .map(tier -> tier.id())
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
        this.calendars = calendars;
    }

    /** The routing; empty if anything was wrong, which the document then knows. */
    static Optional<Routing> read(
            JsonPlace root, SupportOrganisation organisation, ImmutableMap<String, ServiceCalendar> calendars) {
        return new RoutingJson(organisation, calendars).routing(root);
    }

    private Optional<Routing> routing(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly(
                "$schema",
                "format",
                "rules",
                "handOvers",
                "followUps",
                "assignments",
                "handOverLimit",
                "replies",
                "groupNotices");
        Triage triage = triage(root.at("rules"));
        Optional<HandOverGraph> handOvers = root.at("handOvers").ifPresent(this::handOvers);
        ImmutableList<FollowUpRule> waiting = followUps.rules(root.at("followUps"));
        ImmutableList<AssignmentRule> rulesOfGroups =
                root.at("assignments").all("an array of assignments", assignments::rule);
        Optional<Integer> limit = root.at("handOverLimit").ifPresent(value -> value.integer(1, Integer.MAX_VALUE));
        Optional<Replies> replies = root.at("replies").ifPresent(followUps::replies);
        ImmutableMap<Notification.Kind, Subscriptions.Wish> notices = groupNotices(root.at("groupNotices"));
        return root.made(() -> Routing.builder()
                .triage(triage)
                .handOvers(handOvers)
                .addAllFollowUps(waiting)
                .addAllAssignments(rulesOfGroups)
                .handOverLimit(limit)
                .replies(replies.orElseGet(Replies::standard))
                .putAllGroupNotices(notices)
                .build());
    }

    private static ImmutableMap<Notification.Kind, Subscriptions.Wish> groupNotices(JsonPlace place) {
        if (!place.present()) {
            return ImmutableMap.of();
        }
        String[] kinds = Arrays.stream(Notification.Kind.values())
                .filter(Notification.Kind::subscribedByGroups)
                .map(Enum::name)
                .toArray(String[]::new);
        place.allowOnly(kinds);
        ImmutableMap.Builder<Notification.Kind, Subscriptions.Wish> wishes = ImmutableMap.builder();
        for (String kind : kinds) {
            place.at(kind)
                    .ifPresent(wish -> wish.constant(Subscriptions.Wish.class))
                    .ifPresent(wish -> wishes.put(Notification.Kind.valueOf(kind), wish));
        }
        return wishes.buildOrThrow();
    }

    private Triage triage(JsonPlace place) {
        place.checkUnique("rule", "name");
        return new Triage(place.all("an array of rules", this::rule));
    }

    private Optional<TriageRule> rule(JsonPlace place) {
        place.allowOnly("name", "when", "while", "to");
        Optional<String> name = place.at("name").text("a name");
        Optional<Condition> when = place.at("when").ifPresent(conditions::read);
        Optional<CalendarState> during = place.at("while").ifPresent(this::calendarState);
        Optional<GroupId> to = place.at("to").oneOf("groups", groups);
        return place.made(
                () -> new TriageRule(name.orElseThrow(), when.orElseGet(Condition::always), during, to.orElseThrow()));
    }

    private Optional<CalendarState> calendarState(JsonPlace place) {
        place.allowOnly("calendar", "open");
        Optional<String> id = place.at("calendar").text("the id of a calendar");
        Optional<ServiceCalendar> calendar =
                id.flatMap(unused -> place.at("calendar").oneOf("calendars", calendars));
        Optional<Boolean> open = place.at("open").flag();
        return place.made(() -> new CalendarState(id.orElseThrow(), calendar.orElseThrow(), open.orElseThrow()));
    }

    private Optional<HandOverGraph> handOvers(JsonPlace place) {
        place.checkUnique("way", "name");
        ImmutableList<HandOverWay> ways = place.all("an array of ways", this::way);
        return place.made(() -> new HandOverGraph(ways));
    }

    private Optional<HandOverWay> way(JsonPlace place) {
        place.allowOnly("name", "from", "to", "when", "direct");
        Optional<String> name = place.at("name").text("a name");
        Optional<HandOverEnd> from = end(place.at("from"));
        Optional<HandOverEnd> to = end(place.at("to"));
        Optional<Condition> when = place.at("when").ifPresent(conditions::read);
        boolean direct = place.at("direct").ifPresent(JsonPlace::flag).orElse(false);
        return place.made(() -> new HandOverWay(
                name.orElseThrow(), from.orElseThrow(), to.orElseThrow(), when.orElseGet(Condition::always), direct));
    }

    private Optional<HandOverEnd> end(JsonPlace place) {
        place.allowOnly("tier", "group");
        if (place.at("group").present() && place.at("tier").present()) {
            place.report("names a tier and a group; one of them is allowed, a group works at one tier");
            return Optional.empty();
        }
        return place.at("group").present()
                ? place.at("group").oneOf("groups", groups).map(HandOverEnd.AtGroup::new)
                : place.at("tier").oneOf("tiers", tiers).map(HandOverEnd.AtTier::new);
    }
}
