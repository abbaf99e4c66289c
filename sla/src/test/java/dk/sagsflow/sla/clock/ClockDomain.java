package dk.sagsflow.sla.clock;

import static dk.sagsflow.sla.clock.Story.BIT;
import static dk.sagsflow.sla.clock.Story.CENTRE;
import static dk.sagsflow.sla.clock.Story.KMD;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.PriorityMatrix;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Cases of every course, around a change of the clocks, and agreements of every sort. */
public final class ClockDomain extends DomainContextBase {
    private static final Instant START = Instant.parse("2007-10-25T06:00:00Z");
    private static final List<ServiceCalendar> CALENDARS = List.of(
            ServiceCalendar.always(Story.COPENHAGEN),
            ServiceCalendar.in(Story.COPENHAGEN)
                    .open(MONDAY, FRIDAY, "08:00", "16:00")
                    .build(),
            ServiceCalendar.in(Story.COPENHAGEN)
                    .open(MONDAY, SUNDAY, "22:00", "06:00")
                    .build());

    private static final PriorityMatrix MILD = mild();
    private static final List<Span> SPANS = List.of(
            Span.from(EventKind.RESUMED),
            Span.until(EventKind.RESUMED),
            Span.from(EventKind.ACCEPTED),
            Span.from(EventKind.REOPENED, EventKind.HANDED_OVER),
            Span.until(EventKind.WORKAROUND_PROVIDED, EventKind.ACCEPTED),
            Span.until(EventKind.ANSWERED),
            Span.from(EventKind.PRIORITISED).withStoppedBy(EventKind.PRIORITISED, EventKind.RESUMED),
            Span.builder()
                    .addPausedBetween(pause(EventKind.NOTE_ADDED, EventKind.HANDED_OVER))
                    .addPausedBetween(pause(EventKind.PUT_ON_HOLD, EventKind.RESUMED))
                    .build(),
            Span.until(EventKind.WORKAROUND_PROVIDED).withPausedBetween(pause(EventKind.ANSWERED, EventKind.ACCEPTED)));

    /** Called by jqwik. */
    public ClockDomain() {}

    /** What happens next, and how long after. */
    private record Step(int what, long seconds) {}

    @Provide
    Arbitrary<CaseHistory> histories() {
        Arbitrary<Long> gaps = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(1, 7_200)),
                Tuple.of(2, Arbitraries.longs().between(1, 200_000)));
        return Combinators.combine(Arbitraries.integers().between(0, 21), gaps)
                .as(Step::new)
                .list()
                .ofMaxSize(16)
                .map(ClockDomain::told);
    }

    @Provide
    Arbitrary<Agreements> agreements() {
        return Combinators.combine(
                        Arbitraries.of(CALENDARS),
                        Arbitraries.integers().between(1, 200_000),
                        Arbitraries.integers().between(1, 200_000),
                        Arbitraries.of(WaitingFor.values()).set().ofMaxSize(3),
                        Arbitraries.of(ChangePolicy.values()),
                        Arbitraries.of(ReopeningPolicy.values()),
                        Arbitraries.just(MILD).optional(0.5),
                        Arbitraries.of(SPANS))
                .as(ClockDomain::promised);
    }

    private static Span.Break pause(EventKind from, EventKind until) {
        return new Span.Break(ImmutableSet.of(from), ImmutableSet.of(until));
    }

    /** To it, what touches everybody is urgent, and what touches few. */
    private static PriorityMatrix mild() {
        ImmutableTable.Builder<Impact, Urgency, Priority> cells = ImmutableTable.builder();
        for (Impact impact : Impact.values()) {
            Priority priority = impact == Impact.MAJOR || impact == Impact.LOW ? Priority.P1 : Priority.P3;
            for (Urgency urgency : Urgency.values()) {
                cells.put(impact, urgency, priority);
            }
        }
        return new PriorityMatrix(cells.build());
    }

    private static CaseHistory told(List<Step> steps) {
        Story story = Story.registered(START);
        Instant now = START;
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            tell(story, step, now);
        }
        return story.history();
    }

    private static void tell(Story story, Step step, Instant now) {
        int what = step.what();
        SupportCase current = story.current();
        boolean working = current.working().isPresent();
        boolean held = current.status() == CaseStatus.ON_HOLD;
        int links = current.chain().links().size();
        if (!working) {
            if (what < 9) {
                story.by(what < 3 ? "anna" : "karen").reopened(now).by("karen");
            }
        } else if (held) {
            if (what < 12) {
                story.resumed(now);
            }
        } else if (what < 4 && links < 3) {
            story.handedOver(now, links == 1 ? BIT : KMD);
        } else if (what < 8) {
            story.answered(now);
        } else if (what == 8 && links > 1) {
            story.givenBack(now);
        } else if (what < 11) {
            story.waiting(now, what == 9 ? WaitingFor.CUSTOMER : WaitingFor.SUPPLIER);
        } else if (what < 14) {
            tellPriority(story, what, now);
        } else if (what < 16) {
            story.noted(now, what == 14 ? Visibility.CUSTOMER : Visibility.INTERNAL);
        } else if (what == 16) {
            story.by("anna").noted(now, Visibility.CUSTOMER).by("karen");
        } else if (what == 17) {
            story.closed(now);
        } else if (what == 18) {
            story.workaround(now);
        } else if (what == 19) {
            // Only a log of another system reopens a case that is worked on.
            story.reopened(now);
        } else if (what == 20) {
            story.accepted(now);
        } else {
            story.waiting(now, WaitingFor.DATE, Optional.of(now.plusSeconds(step.seconds() + 1)));
        }
    }

    /** Of three judgements, two are P1 to the organisation, and another two to {@link #MILD}. */
    private static void tellPriority(Story story, int what, Instant now) {
        switch (what) {
            case 11 -> story.prioritised(now, Impact.HIGH, Urgency.HIGH, Priority.P1);
            case 12 -> story.prioritised(now, Impact.MAJOR, Urgency.LOW, Priority.P1);
            default -> story.prioritised(now, Impact.LOW, Urgency.HIGH, Priority.P3);
        }
    }

    private static Agreements promised(
            ServiceCalendar calendar,
            int seconds,
            int urgent,
            Set<WaitingFor> pausedBy,
            ChangePolicy change,
            ReopeningPolicy reopening,
            Optional<PriorityMatrix> matrix,
            Span span) {
        Agreement.Builder customers = Agreement.builder()
                .id("customers")
                .name("Customers")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("1st")))
                .consumer(new Party.EveryCustomer())
                .priorityMatrix(matrix)
                .onChange(change)
                .onReopening(reopening);
        Agreement.Builder tiers = Agreement.builder()
                .id("bit")
                .name("BIT")
                .kind(AgreementKind.OLA)
                .provider(new Party.OfTier(BIT.tier()))
                .consumer(new Party.OfTier(CENTRE.tier()))
                .priorityMatrix(matrix)
                .onChange(change);
        for (Measure measure : Measure.values()) {
            Agreement.Builder of = measure.concernsCustomer() ? customers : tiers;
            Target plain = target(measure.name(), measure, seconds, calendar, pausedBy);
            of.addTargets(
                    plain,
                    target(measure + "-urgent", measure, urgent, calendar, pausedBy)
                            .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1")),
                    plain.withId(measure + "-spanned").withSpan(span),
                    plain.withId(measure + "-spanned-urgent")
                            .withSpan(span)
                            .withAppliesTo(Condition.is(CaseField.PRIORITY, "P1"))
                            .withBudget(Budget.of(Duration.ofSeconds(urgent))));
        }
        return Agreements.of(ImmutableList.of(customers.build(), tiers.build()));
    }

    private static Target target(
            String id, Measure measure, int seconds, ServiceCalendar calendar, Set<WaitingFor> pausedBy) {
        return Target.builder()
                .id(id)
                .measure(measure)
                .budget(Budget.of(Duration.ofSeconds(seconds)))
                .calendar(calendar)
                .addAllPausedBy(pausedBy)
                .addThresholds(Threshold.at(50), Threshold.at(100), Threshold.offset(Duration.ofHours(1)))
                .build();
    }
}
