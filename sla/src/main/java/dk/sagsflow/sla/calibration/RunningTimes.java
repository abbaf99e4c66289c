package dk.sagsflow.sla.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.TraceStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What clocks have in common that differ in their calendars only: when they would run if the service never closed. It is
 * asked of {@link Clocks}, once for all calendars. Immutable.
 */
final class RunningTimes {
    private static final Duration ANY = Duration.ofDays(1);

    private final Clocks clocks;

    RunningTimes(Measure measure, ImmutableSet<WaitingFor> pausedBy) {
        CandidateClock unclosed = new CandidateClock(measure, "never closed", ServiceCalendar.always(), pausedBy);
        this.clocks = new Clocks(Agreements.of(ImmutableList.of(Agreement.builder()
                .id("running times")
                .name("running times")
                .kind(AgreementKind.SLA)
                .provider(new Party.OfTier(TierId.of("any")))
                .consumer(new Party.EveryCustomer())
                .addAllTargets(PriorityTargets.ALL.stream()
                        .map(priority -> PriorityTargets.of(unclosed, priority, ANY))
                        .toList())
                .build())));
    }

    /**
     * When the clock of one case may run.
     *
     * @param priority the priority whose target holds
     * @param spans in order
     */
    record Run(Optional<Priority> priority, ImmutableList<Range<Instant>> spans) {
        /** The service time on this calendar, in nanoseconds. */
        long on(ServiceCalendar calendar) {
            Duration used = Duration.ZERO;
            for (Range<Instant> span : spans) {
                used = used.plus(calendar.openTime(span.lowerEndpoint(), span.upperEndpoint()));
            }
            return used.toNanos();
        }
    }

    Run of(JudgedCase judged) {
        // A measure of a candidate has one clock for a case, from its registration on.
        Explanation explanation =
                clocks.explain(judged.history(), judged.judgedAt()).get(0);
        return new Run(
                PriorityTargets.priority(explanation.reading().selected().target()),
                explanation.steps().stream()
                        .filter(TraceStep.Counted.class::isInstance)
                        .map(TraceStep.Counted.class::cast)
                        .map(counted -> Range.closedOpen(counted.from(), counted.to()))
                        .collect(ImmutableList.toImmutableList()));
    }
}
