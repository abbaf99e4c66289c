package dk.sagsflow.sla.calibration;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Cases that wait, change priority, are answered, come back and are closed, and agreements that judge them. */
public final class CalibrationDomain extends DomainContextBase {
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final ClockFamily FAMILY = ClockFamily.builder()
            .measure(Measure.CLOSURE)
            .measure(Measure.RESOLUTION)
            .calendar("around the clock", ServiceCalendar.always(COPENHAGEN))
            .calendar("Monday to Friday", week("00:00", "24:00"))
            .calendar("office hours", week("08:00", "16:00"))
            .pausedBy()
            .pausedBy(WaitingFor.CUSTOMER)
            .build();

    private static final Instant START = Instant.parse("2007-10-22T06:00:00Z");
    private static final Station CENTRE = new Station(GroupId.of("centre"), TierId.of("1st"));

    /** Called by jqwik. */
    public CalibrationDomain() {}

    /**
     * An agreement to be found again.
     *
     * @param clock its clock, of {@link #FAMILY}
     * @param limits its limits
     * @param otherwise its limit for other cases
     */
    record Planted(CandidateClock clock, ImmutableMap<Priority, Duration> limits, Duration otherwise) {}

    /** What happens to a case, and when: seconds after the one before. */
    private record Fate(
            long registered,
            long waits,
            long waited,
            long answered,
            long back,
            long closed,
            int shape,
            Priority first,
            Priority later) {}

    @Provide
    Arbitrary<Planted> agreements() {
        Arbitrary<Duration> limits = Arbitraries.longs().between(1, 400_000).map(Duration::ofSeconds);
        return Combinators.combine(Arbitraries.of(FAMILY.clocks()), limits, limits, limits)
                .as((clock, one, three, other) ->
                        new Planted(clock, ImmutableMap.of(Priority.P1, one, Priority.P3, three), other));
    }

    @Provide
    Arbitrary<List<CaseHistory>> cases() {
        Arbitrary<Long> spans = Arbitraries.longs().between(0, 150_000);
        Arbitrary<Long> days = Arbitraries.longs().between(0, 20 * 86_400L);
        Arbitrary<Priority> priorities = Arbitraries.of(Priority.P1, Priority.P3);
        Arbitrary<Fate> fates = Combinators.combine(
                        days,
                        spans,
                        spans,
                        spans,
                        spans,
                        spans,
                        Arbitraries.integers().between(0, 31))
                .flatAs((registered, waits, waited, answered, back, closed, shape) -> Combinators.combine(
                                priorities, priorities)
                        .as((first, later) ->
                                new Fate(registered, waits, waited, answered, back, closed, shape, first, later)));
        return fates.list().ofMinSize(1).ofMaxSize(30).map(CalibrationDomain::told);
    }

    static ServiceCalendar week(String opening, String closing) {
        return ServiceCalendar.in(COPENHAGEN)
                .open(MONDAY, FRIDAY, opening, closing)
                .build();
    }

    private static List<CaseHistory> told(List<Fate> fates) {
        List<CaseHistory> histories = new ArrayList<>();
        for (Fate fate : fates) {
            histories.add(new Telling("C-" + (histories.size() + 1)).tell(fate));
        }
        return histories;
    }

    /** One case while it is told. Not thread-safe. */
    private static final class Telling {
        private final List<CaseEvent> events = new ArrayList<>();
        private final CaseNumber number;
        private Instant now = START;

        Telling(String number) {
            this.number = CaseNumber.of(number);
        }

        /** Each bit of the shape says whether something happens. */
        CaseHistory tell(Fate fate) {
            events.add(new CaseEvent.Registered(
                    after(fate.registered()),
                    CENTRE,
                    CustomerId.of("anna"),
                    CustomerKind.CITIZEN,
                    Optional.empty(),
                    CaseKind.INCIDENT,
                    Optional.empty(),
                    "help",
                    "help"));
            if ((fate.shape() & 1) == 0) {
                prioritise(fate.first());
            }
            if ((fate.shape() & 2) == 0) {
                events.add(new CaseEvent.PutOnHold(
                        after(fate.waits()),
                        fate.waits() % 2 == 0 ? WaitingFor.CUSTOMER : WaitingFor.SUPPLIER,
                        Optional.empty(),
                        ""));
                events.add(new CaseEvent.Resumed(after(fate.waited())));
            }
            answer(fate.answered());
            if ((fate.shape() & 4) == 0) {
                if ((fate.shape() & 16) == 0) {
                    close(fate.closed());
                }
                events.add(new CaseEvent.Reopened(after(fate.back()), CENTRE, "again"));
                prioritise(fate.later());
                answer(fate.answered());
            }
            if ((fate.shape() & 8) == 0) {
                close(fate.closed());
            }
            return CaseHistory.of(events);
        }

        private void answer(long seconds) {
            events.add(new CaseEvent.Answered(after(seconds), CENTRE, Optional.empty(), "so"));
        }

        private void close(long seconds) {
            events.add(new CaseEvent.Closed(after(seconds), ClosingReason.UNANSWERED, ""));
        }

        private void prioritise(Priority priority) {
            events.add(new CaseEvent.Prioritised(after(0), Impact.HIGH, Urgency.HIGH, priority));
        }

        private EventHeader after(long seconds) {
            now = now.plusSeconds(seconds);
            return EventHeader.of(number, events.size() + 1, now, ActorId.of("karen"), Side.ORGANISATION);
        }
    }
}
