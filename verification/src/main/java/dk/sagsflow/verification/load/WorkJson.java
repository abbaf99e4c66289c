package dk.sagsflow.verification.load;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads how tiers and groups work: what is not said is as before. Not thread-safe. */
final class WorkJson {
    private static final int MOST_STAFF = 100_000;
    private static final String[] MEMBERS = {
        "tier", "group", "staff", "effort", "relay", "answered", "waitsForCustomer", "givesBack", "hours"
    };

    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final ImmutableMap<String, TierId> tiersById;
    private final ImmutableMap<String, SupportGroup> groupsById;
    private final Map<TierId, GroupWork> ofTiers;
    private final Map<GroupId, GroupWork> ofGroups = new LinkedHashMap<>();

    WorkJson(
            Map<TierId, GroupWork> standard,
            SupportOrganisation organisation,
            ImmutableMap<String, ServiceCalendar> calendars) {
        this.calendars = calendars;
        this.ofTiers = new LinkedHashMap<>(standard);
        this.tiersById = organisation.tiers().stream()
                .map(Tier::id)
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
        this.groupsById =
                Maps.uniqueIndex(organisation.groups(), group -> group.id().value());
    }

    Map<TierId, GroupWork> tiers() {
        return ofTiers;
    }

    Map<GroupId, GroupWork> groups() {
        return ofGroups;
    }

    void read(JsonPlace place) {
        if (place.present()) {
            place.elements("an array of how tiers and groups work").forEach(this::entry);
        }
    }

    private void entry(JsonPlace entry) {
        entry.allowOnly(MEMBERS);
        if (entry.at("group").present()) {
            entry.at("group")
                    .oneOf("groups", groupsById)
                    .ifPresent(
                            group -> changed(entry, before(group)).ifPresent(work -> ofGroups.put(group.id(), work)));
        } else {
            entry.at("tier")
                    .oneOf("tiers", tiersById)
                    .ifPresent(tier -> ofTiers.computeIfPresent(
                            tier, (same, work) -> changed(entry, work).orElse(work)));
        }
    }

    private GroupWork before(SupportGroup group) {
        return Optional.ofNullable(ofTiers.get(group.tier())).orElseThrow();
    }

    private Optional<GroupWork> changed(JsonPlace place, GroupWork before) {
        Optional<Integer> staff = place.at("staff").ifPresent(value -> value.integer(0, MOST_STAFF));
        Optional<Duration> effort = place.at("effort").ifPresent(Numbers::duration);
        Optional<Duration> relay = place.at("relay").ifPresent(Numbers::duration);
        Optional<Double> answered = place.at("answered").ifPresent(Numbers::share);
        Optional<Double> waits = place.at("waitsForCustomer").ifPresent(Numbers::share);
        Optional<Double> givesBack = place.at("givesBack").ifPresent(Numbers::share);
        Optional<ServiceCalendar> hours = place.at("hours").ifPresent(value -> value.oneOf("calendars", calendars));
        return place.made(() -> before.withStaff(staff.orElse(before.staff()))
                .withEffort(effort.orElse(before.effort()))
                .withRelay(relay.orElse(before.relay()))
                .withAnswered(answered.or(before::answered))
                .withWaitsForCustomer(waits.orElse(before.waitsForCustomer()))
                .withGivesBack(givesBack.orElse(before.givesBack()))
                .withHours(hours.or(before::hours)));
    }
}
