package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.bounds.Microseconds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.Tier;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.routing.due.Outlooks;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** Lists and overviews show what is stored of the clocks of a case: it must be what the clocks say, now and later. */
class AgendaProperties {
    private static final ServiceCalendar OFFICE = ServiceCalendar.in(ZoneId.of("Europe/Copenhagen"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();

    private static final List<Span> SPANS = List.of(
            Span.whole(),
            Span.from(EventKind.ACCEPTED),
            Span.whole()
                    .withPausedBetween(new Span.Break(
                            ImmutableSet.of(EventKind.PUT_ON_HOLD), ImmutableSet.of(EventKind.RESUMED))));

    /** A history of a case, and the agreements that it comes under. */
    record Played(ImmutableList<CaseEvent> events, Agreements agreements) {}

    @Provide
    Arbitrary<Played> played() {
        Arbitrary<SupportOrganisation> organisations = Arbitraries.oneOf(
                new SupportDomain().organisations(), Arbitraries.just(ReferenceOrganisation.organisation()));
        return organisations.flatMap(
                organisation -> Combinators.combine(histories(organisation), agreements(organisation))
                        .as(Played::new));
    }

    /** Some end with a hold that has a date. */
    private static Arbitrary<ImmutableList<CaseEvent>> histories(SupportOrganisation organisation) {
        return Combinators.combine(
                        SupportDomain.histories(organisation),
                        Arbitraries.of(WaitingFor.values()),
                        Arbitraries.integers().between(1, 10_000).optional(0.5))
                .as(AgendaProperties::held);
    }

    private static ImmutableList<CaseEvent> held(
            ImmutableList<CaseEvent> events, WaitingFor waitingFor, Optional<Integer> minutes) {
        SupportCase current = SupportCase.of(events);
        if (minutes.isEmpty() || current.working().isEmpty() || current.hold().isPresent()) {
            return events;
        }
        Instant now = current.changedAt();
        EventHeader header =
                EventHeader.of(current.number(), current.version() + 1, now, ActorId.of("somebody"), Side.ORGANISATION);
        Instant until = now.plus(Duration.ofMinutes(minutes.get()));
        return ImmutableList.<CaseEvent>builder()
                .addAll(events)
                .add(new CaseEvent.PutOnHold(header, waitingFor, Optional.of(until), ""))
                .build();
    }

    private static Arbitrary<Agreements> agreements(SupportOrganisation organisation) {
        return targets()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(targets -> Agreements.of(organisation.tiers().stream()
                        .map(tier -> agreement(tier, targets))
                        .collect(ImmutableList.toImmutableList())));
    }

    private static Agreement agreement(Tier tier, List<Target> targets) {
        Agreement.Builder builder = Agreement.builder()
                .id(tier.id().value())
                .name("promised by " + tier.id())
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(tier.id()))
                .consumer(new Party.EveryCustomer());
        for (int place = 0; place < targets.size(); place++) {
            builder.addTarget(targets.get(place).withId("target-" + place));
        }
        return builder.build();
    }

    private static Arbitrary<Target> targets() {
        return Combinators.combine(
                        Arbitraries.of(Measure.values()),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.of(OFFICE, ServiceCalendar.always()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(SPANS))
                .as((measure, hours, calendar, paused, span) -> Target.builder()
                        .span(span)
                        .id("target")
                        .measure(measure)
                        .budget(Budget.of(Duration.ofHours(hours).plusNanos(hours)))
                        .calendar(calendar)
                        .addAllPausedBy(paused ? Set.of(WaitingFor.CUSTOMER) : Set.of())
                        .build());
    }

    @Property(tries = 500)
    void what_is_stored_of_the_clocks_is_what_they_say_as_long_as_nothing_happens(
            @ForAll("played") Played played, @ForAll @LongRange(max = 20_000) long minutes) {
        Clocks clocks = new Clocks(played.agreements());
        CaseHistory history = CaseHistory.of(played.events());
        Instant then = history.latest().changedAt();
        Instant later = then.plus(Duration.ofMinutes(minutes));

        Agenda.Outlook outlook = new Outlooks(clocks).of(history, then).members();

        List<ClockReading> goingOn = clocks.read(history, later).stream()
                .filter(reading -> reading.ended().isEmpty())
                .toList();
        Optional<Instant> first =
                goingOn.stream().flatMap(reading -> reading.due().stream()).min(Comparator.naturalOrder());
        boolean exceeded = goingOn.stream().anyMatch(ClockReading::exceeded);
        assertThat(outlook.first().map(Agenda.Limit::at)).as("%s", outlook).isEqualTo(first.map(Microseconds::due));
        // A store keeps microseconds, and nothing is due before its time.
        assertThat(outlook.exceededFrom()).isEqualTo(outlook.exceededFrom().map(Microseconds::due));
        assertThat(outlook.exceeded(later)).as("%s at %s", outlook, later).isEqualTo(exceeded);
        Optional<Instant> holdEnds =
                history.latest().hold().flatMap(SupportCase.Hold::until).filter(then::isBefore);
        Statistics.label("hold ends")
                .collect(holdEnds.isEmpty() ? "never" : later.isBefore(holdEnds.get()) ? "later" : "before");
        Statistics.label("limit").collect(first.isPresent());
        Statistics.label("exceeded").collect(exceeded);
    }
}
