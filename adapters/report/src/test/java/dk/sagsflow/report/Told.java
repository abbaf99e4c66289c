package dk.sagsflow.report;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.PassedThreshold;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
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
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.clock.CaseHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Cases of a small organisation, told event by event in the local time of Copenhagen. Not thread-safe. */
public final class Told {
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final Station CENTRE = station("centre", "1st");
    static final Station BIT = station("bit", "2nd");
    static final Station KMD = station("kmd", "3rd");
    static final ServiceCalendar OFFICE = ServiceCalendar.in(COPENHAGEN)
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:00")
            .build();

    private final List<CaseEvent> events = new ArrayList<>();

    private Told() {}

    private static Station station(String group, String tier) {
        return new Station(GroupId.of(group), TierId.of(tier));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }

    static Told registered(String number, String local) {
        return registered(number, at(local), "amanda");
    }

    static Told registered(String number, Instant at, String system) {
        Told told = new Told();
        return told.add(new CaseEvent.Registered(
                header(CaseNumber.of(number), 1, at),
                CENTRE,
                CustomerId.of("anna"),
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.of(SystemId.of(system)),
                "help",
                "help"));
    }

    @CanIgnoreReturnValue
    Told handedOver(Instant at, Station to) {
        return add(new CaseEvent.HandedOver(next(at), working(), to, ""));
    }

    @CanIgnoreReturnValue
    Told givenBack(Instant at) {
        Station to = current().chain().awaiting().orElseThrow().station();
        return add(new CaseEvent.GivenBack(next(at), working(), to, GiveBackReason.MISROUTED, ""));
    }

    @CanIgnoreReturnValue
    Told answered(Instant at) {
        return add(new CaseEvent.Answered(
                next(at), working(), current().chain().awaiting().map(link -> link.station()), "so"));
    }

    @CanIgnoreReturnValue
    Told waited(Instant from, Instant to) {
        add(new CaseEvent.PutOnHold(next(from), WaitingFor.CUSTOMER, Optional.empty(), ""));
        return add(new CaseEvent.Resumed(next(to)));
    }

    @CanIgnoreReturnValue
    Told prioritised(Instant at, Priority priority) {
        return add(new CaseEvent.Prioritised(next(at), Impact.MEDIUM, Urgency.MEDIUM, priority));
    }

    @CanIgnoreReturnValue
    Told reopened(Instant at) {
        return add(new CaseEvent.Reopened(next(at), CENTRE, ""));
    }

    @CanIgnoreReturnValue
    Told closed(Instant at) {
        return add(new CaseEvent.Closed(next(at), ClosingReason.CONFIRMED, ""));
    }

    @CanIgnoreReturnValue
    Told causedBy(Instant at, String number) {
        return add(new CaseEvent.CaseLinked(next(at), CaseRelation.CAUSED_BY, CaseNumber.of(number), Optional.empty()));
    }

    /** What a sweep put on record: the eight hours of the centre were used up. */
    @CanIgnoreReturnValue
    Told exceeded(Instant at) {
        return add(new CaseEvent.ThresholdPassed(
                next(at),
                PassedThreshold.builder()
                        .id("centre")
                        .agreement("centre")
                        .version("1")
                        .target("residence")
                        .dueAt(at)
                        .exceeded(true)
                        .superseded(false)
                        .build()));
    }

    @CanIgnoreReturnValue
    Told retracted(Instant at) {
        return add(new CaseEvent.ThresholdRetracted(next(at), "centre"));
    }

    private EventHeader next(Instant at) {
        return header(current().number(), current().version() + 1, at);
    }

    private static EventHeader header(CaseNumber number, long sequence, Instant at) {
        return EventHeader.builder()
                .caseNumber(number)
                .sequence(sequence)
                .actor(ActorId.of("karen"))
                .side(Side.ORGANISATION)
                .occurredAt(at)
                .build();
    }

    private Station working() {
        return current().working().orElseThrow();
    }

    private SupportCase current() {
        return SupportCase.of(events);
    }

    @CanIgnoreReturnValue
    private Told add(CaseEvent event) {
        events.add(event);
        return this;
    }

    CaseHistory history() {
        return CaseHistory.of(events);
    }

    /** Eight service hours at the centre, sixteen at BIT, twenty-four at KMD; eighty for the customer. */
    static Agreements agreements() {
        return Agreements.of(ImmutableList.of(
                agreement("centre", "1st", Measure.RESIDENCE, 8),
                agreement("bit", "2nd", Measure.RESIDENCE, 16),
                agreement("kmd", "3rd", Measure.RESIDENCE, 24),
                agreement("customers", "1st", Measure.RESOLUTION, 80)));
    }

    private static Agreement agreement(String id, String tier, Measure measure, int hours) {
        return Agreement.builder()
                .id(id)
                .name("Promise of <" + id + ">")
                .kind(AgreementKind.OLA)
                .provider(new Party.OfTier(TierId.of(tier)))
                .consumer(new Party.EveryCustomer())
                .addTarget(Target.builder()
                        .id(measure.name().toLowerCase(Locale.ROOT))
                        .measure(measure)
                        .budget(Budget.of(Duration.ofHours(hours)))
                        .calendar(OFFICE)
                        .build())
                .build();
    }

    /** Until a moment, with names that a page and a spreadsheet must not take at their word. */
    static ReportPlan plan(String end) {
        return ReportPlan.builder()
                .title("Support & <sons>")
                .zone(COPENHAGEN)
                .end(at(end))
                .hours(OFFICE)
                .agreements(agreements())
                .putTier("1st", "Support centre")
                .putTier("2nd", "BIT")
                .putTier("3rd", "Suppliers")
                .putGroup("kmd", "=HYPERLINK(\"http://evil\")")
                .putSystem("amanda", "<script>alert(1)</script>")
                .build();
    }

    /** A quarter of a year, made by chance that is always the same; some cases are still open at its end. */
    public static Report quarter() {
        Random random = new Random(2007);
        ReportTally tally = new ReportTally(plan("2007-03-31T12:00:00"));
        Instant at = at("2007-01-02T08:00:00");
        for (int number = 0; number < 150; number++) {
            at = at.plus(Duration.ofMinutes(300 + random.nextInt(1_000)));
            if (at.isBefore(at("2007-03-31T11:00:00"))) {
                tally.add(lived(random, number, at).history());
            }
        }
        return tally.report(new Omissions(
                12,
                1_234,
                ImmutableList.of(new Omissions.Reason(12, 7, "no time in \"<b>\"")),
                ImmutableList.of("half of the dates may be the other way round")));
    }

    private static Told lived(Random random, int number, Instant registered) {
        Told told = registered(
                "C-" + number, registered, List.of("amanda", "jobnet", "map").get(random.nextInt(3)));
        Instant end = at("2007-03-31T12:00:00");
        Instant at = registered.plus(Duration.ofMinutes(random.nextInt(600)));
        if (random.nextInt(4) == 0) {
            told.causedBy(registered, "P-" + random.nextInt(3));
        }
        for (Station next : List.of(BIT, KMD)) {
            if (random.nextBoolean() && at.isBefore(end)) {
                told.handedOver(at, next);
                Instant later = at.plus(Duration.ofMinutes(random.nextInt(5_000)));
                if (random.nextInt(3) == 0 && later.isBefore(end)) {
                    told.waited(at.plusSeconds(60), later);
                }
                at = later;
            }
        }
        return ended(told, random, at, end);
    }

    private static Told ended(Told told, Random random, Instant from, Instant end) {
        Instant at = from;
        while (told.current().working().isPresent() && at.isBefore(end)) {
            told.answered(at);
            at = at.plus(Duration.ofMinutes(30 + random.nextInt(400)));
        }
        if (at.isBefore(end) && random.nextInt(8) == 0) {
            told.reopened(at).answered(at.plusSeconds(3_600));
        }
        return told;
    }
}
