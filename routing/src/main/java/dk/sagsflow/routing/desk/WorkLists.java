package dk.sagsflow.routing.desk;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCounts;
import dk.sagsflow.core.query.CaseOrder;
import dk.sagsflow.core.query.CasePage;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.Audience;
import dk.sagsflow.core.view.CaseViews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done, as one actor may see it: lists by what is due first, and the load of every group. Read from what is
 * stored of the cases' clocks, not from their histories.
 */
final class WorkLists {
    private final SupportOrganisation organisation;
    private final CaseRepository repository;
    private final AccessPolicy access;
    private final CaseViews views;

    WorkLists(SupportOrganisation organisation, CaseRepository repository, AccessPolicy access, CaseViews views) {
        this.organisation = organisation;
        this.repository = repository;
        this.access = access;
        this.views = views;
    }

    WorkList workedOnBy(GroupId group, Actor actor, Instant now, int limit) {
        return dueFirst(CaseQuery.builder().group(group), actor, now, limit);
    }

    WorkList followedUpBy(GroupId group, Actor actor, Instant now, int limit) {
        return dueFirst(CaseQuery.builder().followedUpBy(group), actor, now, limit);
    }

    private WorkList dueFirst(CaseQuery.Builder asked, Actor actor, Instant now, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        boolean customer = access.audience(actor) == Audience.CUSTOMER;
        CaseQuery query = asked.scope(access.scope(actor))
                .order(customer ? CaseOrder.DUE_FIRST_FOR_CUSTOMER : CaseOrder.DUE_FIRST)
                .pageSize(limit)
                .build();
        CasePage page = repository.query(query);
        return new WorkList(
                page.entries().stream()
                        .map(entry -> item(entry, access.audience(actor), now))
                        .collect(ImmutableList.toImmutableList()),
                customer ? ImmutableList.of() : page.unreadable());
    }

    private WorkItem item(CasePage.Entry entry, Audience audience, Instant now) {
        Agenda.Outlook outlook = audience == Audience.CUSTOMER
                ? entry.agenda().customers()
                : entry.agenda().members();
        return new WorkItem(views.view(entry.state(), audience), outlook.first(), outlook.exceeded(now));
    }

    /** Every group of the organisation, the lowest tier first, whether it has cases or not. */
    ImmutableList<GroupLoad> loads(Actor actor, Instant now) {
        Map<Station, Tally> tallies = new LinkedHashMap<>();
        organisation.tiers().stream()
                .flatMap(tier -> organisation.groupsAt(tier.id()))
                .map(group -> new Station(group.id(), group.tier()))
                .forEach(station -> tallies.put(station, new Tally(station)));
        boolean customer = access.audience(actor) == Audience.CUSTOMER;
        for (CaseCounts.Row row : counts(actor, now).rows()) {
            add(row, customer, tallies);
        }
        return tallies.values().stream().map(Tally::load).collect(ImmutableList.toImmutableList());
    }

    private CaseCounts counts(Actor actor, Instant now) {
        CaseQuery open = CaseQuery.builder()
                .addStatuses(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS, CaseStatus.ON_HOLD)
                .scope(access.scope(actor))
                .build();
        return repository.counts(
                open, ImmutableSet.of(CaseCounts.Field.GROUP, CaseCounts.Field.TIER, CaseCounts.Field.STATUS), now);
    }

    private static void add(CaseCounts.Row row, boolean customer, Map<Station, Tally> tallies) {
        String group = row.values().get(CaseCounts.Field.GROUP);
        String tier = row.values().get(CaseCounts.Field.TIER);
        String status = row.values().get(CaseCounts.Field.STATUS);
        if (group != null && tier != null && status != null) {
            tallies.computeIfAbsent(new Station(GroupId.of(group), TierId.of(tier)), Tally::new)
                    .add(CaseStatus.valueOf(status), row, customer);
        }
    }

    /** Counts the cases of one group. */
    private static final class Tally {
        private final Station station;
        private long queued;
        private long inProgress;
        private long onHold;
        private long exceeded;
        private Optional<Instant> oldest = Optional.empty();

        Tally(Station station) {
            this.station = station;
        }

        void add(CaseStatus status, CaseCounts.Row row, boolean customer) {
            switch (status) {
                case QUEUED -> queued += row.cases();
                case IN_PROGRESS -> inProgress += row.cases();
                default -> onHold += row.cases();
            }
            exceeded += customer ? row.exceededForCustomers() : row.exceeded();
            oldest = row.oldestVisit()
                    .filter(visit -> oldest.filter(visit::isAfter).isEmpty())
                    .or(() -> oldest);
        }

        GroupLoad load() {
            return new GroupLoad(
                    station,
                    Math.toIntExact(queued),
                    Math.toIntExact(inProgress),
                    Math.toIntExact(onHold),
                    Math.toIntExact(exceeded),
                    oldest);
        }
    }
}
