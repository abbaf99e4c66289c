package dk.sagsflow.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.organisation.AgeBuckets;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.style.PlainJson;
import dk.sagsflow.core.style.ValueStyle;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Instant;
import java.time.ZoneId;
import org.immutables.value.Value;

/** What a report is of, and what things are called in it. Immutable. */
@Value.Immutable
@ValueStyle
public interface ReportPlan extends WithReportPlan {
    /** What stands above it. */
    String title();

    /** Whose clock and calendar it goes by. */
    ZoneId zone();

    /**
     * Until when cases are told, inclusive: what goes on then is still open, and its clocks are read at that time. Of what a
     * case is, what is known in the end counts; what happens to it later does not.
     */
    Instant end();

    /** How long its periods are. */
    @Value.Default
    default PeriodLength periods() {
        return PeriodLength.MONTH;
    }

    /** The names of tiers by their ids, from the customer on. */
    ImmutableMap<String, String> tiers();

    /** The names of groups by their ids; a group without a name is called by its id. */
    ImmutableMap<String, String> groups();

    /** The names of systems by their ids; a system without a name is called by its id. */
    ImmutableMap<String, String> systems();

    /** The categories that are told apart: any other may be what somebody wrote. */
    ImmutableSet<String> categories();

    /** Whose clocks are read. */
    @Value.Default
    default Agreements agreements() {
        return Agreements.none();
    }

    /** When the organisation works: ages are told in its service time too. */
    @Value.Default
    default ServiceCalendar hours() {
        return ServiceCalendar.always(zone());
    }

    /** The buckets in which the ages of open cases are told, those of the organisation for instance. */
    @Value.Default
    default AgeBuckets ages() {
        return AgeBuckets.standard();
    }

    /** What histories do not tell, so that no figure is made of it. */
    ImmutableSet<Untold> untold();

    /** What a history may not tell. */
    enum Untold {
        /** Which groups had the case in between. */
        MOVES,
        /** When the case waited. */
        WAITING,
        /** When somebody first did something about it. */
        FIRST_RESPONSE,
        /** Why it was closed. */
        CLOSING_REASONS
    }

    /** Refuses a blank title. */
    @Value.Check
    default void check() {
        checkArgument(!title().isBlank(), "a report has no title");
    }

    /** Whether histories tell this. */
    default boolean tells(Untold what) {
        return !untold().contains(what);
    }

    /** Of this organisation, whose names and ages it uses; times are those of the calendar. */
    static ReportPlan of(SupportOrganisation organisation, ServiceCalendar hours, Instant end) {
        Builder plan = builder()
                .title(organisation.name())
                .zone(hours.zone())
                .end(end)
                .hours(hours)
                .ages(organisation.ages());
        organisation.tiers().forEach(tier -> plan.putTier(tier.id().value(), tier.name()));
        organisation.groups().forEach(group -> plan.putGroup(group.id().value(), group.name()));
        organisation.systems().forEach(system -> plan.putSystem(system.id().value(), system.name()));
        return plan.build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    @JsonValue
    private Object plainJson() {
        throw PlainJson.refused(ReportPlan.class, "use ReportJson");
    }

    /** Builds plans. Not thread-safe. */
    final class Builder extends ImmutableReportPlan.Builder {
        Builder() {}
    }
}
