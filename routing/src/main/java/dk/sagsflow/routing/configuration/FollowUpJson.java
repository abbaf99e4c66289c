package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.json.AgreementsJson;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the JSON form of follow-up rules, a part of {@code routing.json}. */
final class FollowUpJson {
    private static final ImmutableMap<String, FollowUpAction> ACTIONS = ImmutableMap.of(
            "tell customer", new FollowUpAction.TellCustomer(),
            "notify responsible group", new FollowUpAction.NotifyResponsibleGroup(),
            "notify working group", new FollowUpAction.NotifyWorkingGroup(),
            "put on follow-up list", new FollowUpAction.PutOnFollowUpList(),
            "close", new FollowUpAction.Close());

    private static final ImmutableMap<String, Boolean> REPLIES =
            ImmutableMap.of("reopen", true, "count as thanks", false);

    private static final String[] MEMBERS = {
        "name", "in", "when", "handedOverBy", "after", "every", "times", "calendar", "do", "last", "heldToOpeningHours"
    };

    private final ConditionJson conditions;
    private final ImmutableMap<String, GroupId> groups;
    private final ImmutableMap<String, TierId> tiers;
    private final ImmutableMap<String, ServiceCalendar> calendars;

    FollowUpJson(
            SupportOrganisation organisation,
            ConditionJson conditions,
            ImmutableMap<String, ServiceCalendar> calendars) {
        this.conditions = conditions;
        this.calendars = calendars;
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
        this.tiers = organisation.tiers().stream()
                .map(tier -> tier.id())
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
    }

    ImmutableList<FollowUpRule> rules(JsonPlace place) {
        place.checkUnique("follow-up rule", "name");
        return place.all("an array of follow-up rules", this::rule);
    }

    /** What becomes of a word of the customer on a case that is over. */
    Optional<Replies> replies(JsonPlace place) {
        place.allowOnly("within", "calendar", "do");
        Optional<Budget> within = amount(place.at("within"));
        Optional<ServiceCalendar> calendar = calendar(place.at("calendar"));
        Optional<Boolean> reopens = place.at("do").ifPresent(action -> action.oneOf("actions", REPLIES));
        return place.made(() -> {
            Replies.Builder builder =
                    Replies.builder().within(within.orElseThrow()).calendar(calendar.orElseThrow());
            reopens.ifPresent(builder::reopens);
            return builder.build();
        });
    }

    private Optional<FollowUpRule> rule(JsonPlace place) {
        place.allowOnly(MEMBERS);
        Optional<String> name = place.at("name").text("a name");
        Optional<FollowUpOccasion> in = place.at("in").constant(FollowUpOccasion.class);
        Optional<TierId> by = place.at("handedOverBy").ifPresent(tier -> tier.oneOf("tiers", tiers));
        Optional<Budget> after = amount(place.at("after"));
        Optional<ServiceCalendar> calendar = calendar(place.at("calendar"));
        ImmutableList<FollowUpAction> actions = actions(place.at("do"));
        Optional<FollowUpRule.LastStep> last = place.at("last").ifPresent(this::last);
        Consumer<FollowUpRule.Builder> unlessUsual = unlessUsual(place);
        return place.made(() -> {
            FollowUpRule.Builder builder = FollowUpRule.builder()
                    .name(name.orElseThrow())
                    .occasion(in.orElseThrow())
                    .handedOverBy(by)
                    .after(after.orElseThrow())
                    .calendar(calendar.orElseThrow())
                    .addAllActions(actions)
                    .last(last);
            unlessUsual.accept(builder);
            return builder.build();
        });
    }

    /** What a rule says only if it is otherwise than usual. */
    private Consumer<FollowUpRule.Builder> unlessUsual(JsonPlace place) {
        Optional<Condition> when = place.at("when").ifPresent(conditions::read);
        Optional<Budget> every = place.at("every").ifPresent(FollowUpJson::amount);
        Optional<Integer> times = place.at("times").ifPresent(value -> value.integer(1, 100));
        Optional<Boolean> held = place.at("heldToOpeningHours").ifPresent(JsonPlace::flag);
        return builder -> {
            when.ifPresent(builder::when);
            every.ifPresent(builder::every);
            times.ifPresent(builder::times);
            held.ifPresent(builder::heldToOpeningHours);
        };
    }

    private Optional<FollowUpRule.LastStep> last(JsonPlace place) {
        place.allowOnly("after", "do");
        Optional<Budget> after = amount(place.at("after"));
        ImmutableList<FollowUpAction> actions = actions(place.at("do"));
        return place.made(() -> new FollowUpRule.LastStep(after.orElseThrow(), actions));
    }

    private static Optional<Budget> amount(JsonPlace place) {
        return place.parsed("a positive ISO 8601 duration as PT4H, or \"2 working days\"", AgreementsJson::budget);
    }

    private Optional<ServiceCalendar> calendar(JsonPlace place) {
        return place.oneOf("calendars", calendars);
    }

    private ImmutableList<FollowUpAction> actions(JsonPlace place) {
        return place.atLeastOne("an array of actions", this::action);
    }

    private Optional<FollowUpAction> action(JsonPlace place) {
        if (place.isText()) {
            return place.oneOf("actions", ACTIONS);
        }
        place.allowOnly("notify");
        return place.at("notify").oneOf("groups", groups).map(FollowUpAction.NotifyGroup::new);
    }
}
