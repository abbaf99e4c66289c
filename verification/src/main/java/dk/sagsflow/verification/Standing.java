package dk.sagsflow.verification;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.assignment.AssignmentRule;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.followup.FollowUpAction;
import dk.sagsflow.routing.followup.FollowUpRule;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Place;
import java.util.List;
import java.util.Optional;

/**
 * What in a model stands on what: a target on its calendar and on who promises it, a rule on the group that it leads to, a
 * group on its tier. A part of a thing stands on what the thing stands on, and on the thing. Immutable.
 */
final class Standing {
    private static final Splitter STEPS = Splitter.on('/');

    private final ImmutableMap<ServiceCalendar, Place> calendars;
    private final ImmutableMap<GroupId, Place> groups;
    private final ImmutableSetMultimap<Place, Place> ground;

    Standing(SupportModel model, ImmutableMap<String, ServiceCalendar> named) {
        this.calendars = places(named.values().asList());
        this.groups = places(model.organisation());
        ImmutableSetMultimap.Builder<Place, Place> found = ImmutableSetMultimap.builder();
        tiers(model.organisation(), found);
        agreements(model, found);
        rules(model.triage().rules(), found);
        followUps(model.routing().followUps(), found);
        assignments(model.routing().assignments(), found);
        this.ground = found.build();
    }

    private static ImmutableMap<ServiceCalendar, Place> places(List<ServiceCalendar> calendars) {
        ImmutableMap.Builder<ServiceCalendar, Place> places = ImmutableMap.builder();
        for (int i = 0; i < calendars.size(); i++) {
            places.put(calendars.get(i), Place.calendars("/calendars/" + i));
        }
        return places.buildKeepingLast();
    }

    private static ImmutableMap<GroupId, Place> places(SupportOrganisation organisation) {
        ImmutableMap.Builder<GroupId, Place> places = ImmutableMap.builder();
        for (int i = 0; i < organisation.groups().size(); i++) {
            places.put(organisation.groups().get(i).id(), Place.group(i));
        }
        return places.buildOrThrow();
    }

    private static void tiers(SupportOrganisation organisation, ImmutableSetMultimap.Builder<Place, Place> found) {
        for (int i = 0; i < organisation.groups().size(); i++) {
            SupportGroup group = organisation.groups().get(i);
            for (int rank = 0; rank <= organisation.rank(group.tier()); rank++) {
                found.put(Place.group(i), Place.organisation("/tiers/" + rank));
            }
        }
    }

    private void agreements(SupportModel model, ImmutableSetMultimap.Builder<Place, Place> found) {
        ImmutableList<Agreement> all = model.agreements().all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).provider() instanceof Party.OfGroup provider) {
                group(Place.agreement(i), provider.group(), found);
            }
            for (int j = 0; j < all.get(i).targets().size(); j++) {
                Place target = Place.agreements("/agreements/" + i + "/targets/" + j);
                calendar(target, all.get(i).targets().get(j).calendar(), found);
            }
        }
    }

    /** A group that cases come to by a rule alone stands on the rule as well. */
    private void rules(List<TriageRule> rules, ImmutableSetMultimap.Builder<Place, Place> found) {
        for (int i = 0; i < rules.size(); i++) {
            Place place = Place.rule(i);
            rules.get(i).during().ifPresent(state -> calendar(place, state.calendar(), found));
            Place to = groups.get(rules.get(i).to());
            if (to != null) {
                found.put(to, place);
            }
        }
    }

    private void followUps(List<FollowUpRule> rules, ImmutableSetMultimap.Builder<Place, Place> found) {
        for (int i = 0; i < rules.size(); i++) {
            Place place = Place.routing("/followUps/" + i);
            calendar(place, rules.get(i).calendar(), found);
            for (FollowUpAction action : rules.get(i).actions()) {
                if (action instanceof FollowUpAction.NotifyGroup told) {
                    group(place, told.group(), found);
                }
            }
        }
    }

    private void assignments(List<AssignmentRule> rules, ImmutableSetMultimap.Builder<Place, Place> found) {
        for (int i = 0; i < rules.size(); i++) {
            Place place = Place.assignment(i);
            group(place, rules.get(i).group(), found);
            rules.get(i).duty().forEach(shift -> calendar(place, shift.calendar(), found));
        }
    }

    private void calendar(Place from, ServiceCalendar used, ImmutableSetMultimap.Builder<Place, Place> found) {
        calendars.forEach((calendar, place) -> {
            if (used.madeOf(calendar)) {
                found.put(from, place);
            }
        });
    }

    private void group(Place from, GroupId used, ImmutableSetMultimap.Builder<Place, Place> found) {
        Place place = groups.get(used);
        if (place != null) {
            found.put(from, place);
        }
    }

    /** Whether what is at the one place is part of what is at the other, or stands on it. */
    boolean on(Place part, Place thing) {
        List<String> steps = STEPS.splitToList(part.pointer());
        for (int length = 2; length <= steps.size(); length++) {
            Place whole = new Place(part.file(), String.join("/", Iterables.limit(steps, length)), Optional.empty());
            if (same(whole, thing) || ground.get(whole).stream().anyMatch(under -> same(under, thing))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Place one, Place other) {
        return one.file().equals(other.file()) && one.pointer().equals(other.pointer());
    }
}
