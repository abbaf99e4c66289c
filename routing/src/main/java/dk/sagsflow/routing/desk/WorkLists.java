package dk.sagsflow.routing.desk;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.access.AccessPolicy;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.Link;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CasePage;
import dk.sagsflow.core.repository.CaseQuery;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.sla.clock.ClockReading;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is to be done, as one actor may see it: lists by what is due first, and the load of every group. */
final class WorkLists {
    private static final int PAGE = 500;

    private static final Comparator<WorkItem> DUE_FIRST = Comparator.comparing(WorkLists::dueAt)
            .thenComparing(item -> item.current().registeredAt())
            .thenComparing(item -> item.current().number());

    private final SupportOrganisation organisation;
    private final CaseRepository repository;
    private final AccessPolicy access;
    private final CaseClocks clocks;

    WorkLists(SupportOrganisation organisation, CaseRepository repository, AccessPolicy access, CaseClocks clocks) {
        this.organisation = organisation;
        this.repository = repository;
        this.access = access;
        this.clocks = clocks;
    }

    ImmutableList<WorkItem> workedOnBy(GroupId group, Actor actor, Instant now, int limit) {
        return dueFirst(CaseQuery.builder().group(group).build(), actor, now, limit);
    }

    ImmutableList<WorkItem> followedUpBy(GroupId group, Actor actor, Instant now, int limit) {
        return dueFirst(CaseQuery.builder().followedUpBy(group).build(), actor, now, limit);
    }

    /** Every group of the organisation, the lowest tier first, whether it has cases or not. */
    ImmutableList<GroupLoad> loads(Actor actor, Instant now) {
        Map<Station, Tally> tallies = new LinkedHashMap<>();
        organisation.tiers().stream()
                .flatMap(tier -> organisation.groupsAt(tier.id()))
                .forEach(group -> tallies.put(station(group), new Tally()));
        each(
                openCases(),
                actor,
                found -> found.chain()
                        .working()
                        .ifPresent(link -> tallies.computeIfAbsent(link.station(), moved -> new Tally())
                                .add(found, link, exceeded(found, actor, now))));
        return tallies.entrySet().stream()
                .map(tally -> tally.getValue().of(tally.getKey()))
                .collect(ImmutableList.toImmutableList());
    }

    private static CaseQuery openCases() {
        return CaseQuery.builder()
                .addStatuses(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS, CaseStatus.ON_HOLD)
                .build();
    }

    private static Station station(SupportGroup group) {
        return new Station(group.id(), group.tier());
    }

    /** Looks at every case but keeps the first ones alone, so that the longest list takes no more room than asked for. */
    private ImmutableList<WorkItem> dueFirst(CaseQuery query, Actor actor, Instant now, int limit) {
        checkArgument(limit >= 1, "limit is %s, not 1 or more", limit);
        PriorityQueue<WorkItem> first = new PriorityQueue<>(DUE_FIRST.reversed());
        each(query, actor, found -> {
            first.add(new WorkItem(found, dueFirst(found, actor, now)));
            if (first.size() > limit) {
                first.remove();
            }
        });
        return ImmutableList.sortedCopyOf(DUE_FIRST, first);
    }

    private void each(CaseQuery query, Actor actor, Consumer<SupportCase> consumer) {
        CaseQuery seen = query.withScope(access.scope(actor)).withPageSize(PAGE);
        CasePage page = repository.query(seen);
        page.cases().forEach(consumer);
        while (page.next().isPresent()) {
            page = repository.query(seen.withAfter(page.next()));
            page.cases().forEach(consumer);
        }
    }

    private Optional<ClockReading> dueFirst(SupportCase found, Actor actor, Instant now) {
        return goingOn(found, actor, now).stream()
                .filter(reading -> reading.due().isPresent())
                .min(Comparator.comparing(reading -> reading.due().orElseThrow()));
    }

    private boolean exceeded(SupportCase found, Actor actor, Instant now) {
        return goingOn(found, actor, now).stream().anyMatch(ClockReading::exceeded);
    }

    private ImmutableList<ClockReading> goingOn(SupportCase found, Actor actor, Instant now) {
        return clocks.read(actor, repository.history(found.number()), now).stream()
                .filter(reading -> reading.ended().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    private static Instant dueAt(WorkItem item) {
        return item.dueFirst().flatMap(ClockReading::due).orElse(Instant.MAX);
    }

    /** Counts the cases of one group. */
    private static final class Tally {
        private int queued;
        private int inProgress;
        private int onHold;
        private int exceeded;
        private Optional<Instant> oldest = Optional.empty();

        void add(SupportCase found, Link link, boolean overLimit) {
            switch (found.status()) {
                case QUEUED -> queued++;
                case IN_PROGRESS -> inProgress++;
                default -> onHold++;
            }
            exceeded += overLimit ? 1 : 0;
            oldest = Optional.of(oldest.filter(link.visitBegan()::isAfter).orElse(link.visitBegan()));
        }

        GroupLoad of(Station station) {
            return new GroupLoad(station, queued, inProgress, onHold, exceeded, oldest);
        }
    }
}
