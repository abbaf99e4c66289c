package dk.sagsflow.examples.sagsflow.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.examples.sagsflow.log.mapping.LogShape;
import dk.sagsflow.report.ReportPlan;
import dk.sagsflow.report.ReportPlan.Untold;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a report on a log is of: its mapping says what the log tells, its model what was agreed and what things are called. */
public final class LogPlan {
    private final LogMapping mapping;
    private final Agreements agreements;
    private final Optional<SupportModel> model;

    /**
     * A plan for logs of this mapping.
     *
     * @param limits the limits of the mapping, which judge its cases if there is no model
     */
    public LogPlan(LogMapping mapping, Agreements limits, Optional<SupportModel> model) {
        this.mapping = mapping;
        this.model = model;
        this.agreements = model.map(SupportModel::agreements).orElse(limits);
    }

    /**
     * Until the end of the log.
     *
     * @param categories those that are told apart
     */
    public ReportPlan until(Instant end, PeriodLength periods, ImmutableSet<String> categories) {
        ServiceCalendar hours = hours();
        return ReportPlan.builder()
                .title(mapping.name())
                .zone(hours.zone())
                .end(end)
                .periods(periods)
                .hours(hours)
                .ages(model.map(known -> known.organisation().ages()).orElseGet(AgeBuckets::standard))
                .agreements(agreements)
                .putAllTiers(tiers())
                .putAllGroups(groups())
                .putAllSystems(systems())
                .addAllCategories(categories)
                .addAllUntold(untold(mapping.shape()))
                .build();
    }

    /** Those of the first target that is agreed with customers, or at all: when the organisation says that it works. */
    private ServiceCalendar hours() {
        return agreements.all().stream()
                .flatMap(agreement -> agreement.targets().stream())
                .map(Target::calendar)
                .filter(calendar -> !calendar.equals(ServiceCalendar.always(calendar.zone())))
                .findFirst()
                .orElseGet(() -> ServiceCalendar.always(mapping.time().zone()));
    }

    private ImmutableMap<String, String> tiers() {
        Map<String, String> names = new LinkedHashMap<>();
        mapping.tiers().forEach(tier -> names.put(tier.id(), tier.name()));
        return ImmutableMap.copyOf(names);
    }

    private ImmutableMap<String, String> groups() {
        Map<String, String> names = new LinkedHashMap<>();
        model.ifPresent(known -> known.organisation()
                .groups()
                .forEach(group -> names.put(group.id().value(), group.name())));
        return ImmutableMap.copyOf(names);
    }

    private ImmutableMap<String, String> systems() {
        Map<String, String> names = new LinkedHashMap<>();
        model.ifPresent(known -> known.organisation()
                .systems()
                .forEach(system -> names.put(system.id().value(), system.name())));
        return ImmutableMap.copyOf(names);
    }

    private static ImmutableSet<Untold> untold(LogShape shape) {
        ImmutableSet.Builder<Untold> untold = ImmutableSet.builder();
        untold.add(Untold.CLOSING_REASONS);
        if (!shape.tellsMoves()) {
            untold.add(Untold.MOVES);
        }
        if (!shape.tellsWaiting()) {
            untold.add(Untold.WAITING);
        }
        if (!shape.tellsFirstResponse()) {
            untold.add(Untold.FIRST_RESPONSE);
        }
        return untold.build();
    }
}
