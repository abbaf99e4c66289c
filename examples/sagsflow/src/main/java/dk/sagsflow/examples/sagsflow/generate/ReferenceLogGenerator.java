package dk.sagsflow.examples.sagsflow.generate;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.repository.CaseNumbers;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.IOException;
import java.io.Writer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Makes a year of the reference organisation as a log, by carrying every case through a real desk with a simulated
 * clock: what the desk would refuse cannot be in the log, and stops the generator. The same seed makes the same log. Not
 * thread-safe.
 */
public final class ReferenceLogGenerator {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate YEAR = LocalDate.of(2007, 1, 1);
    /** How many of a day's cases come in during each hour from midnight, in parts of their sum. */
    private static final int[] ARRIVALS_BY_HOUR = {
        0, 0, 0, 0, 0, 0, 1, 4, 12, 18, 17, 12, 9, 14, 12, 7, 3, 2, 1, 1, 1, 0, 0, 0
    };

    private final Random random;
    private final int cases;
    private final CaseRepository repository = CaseRepository.inMemory();
    private final SimulatedClock clock = new SimulatedClock(Instant.EPOCH);
    private final SupportDesk desk;

    /** A generator of this many cases. */
    public ReferenceLogGenerator(long seed, int cases) {
        this.random = new Random(seed);
        this.cases = cases;
        SupportModel model = SupportModel.of(AmsOrganisation.ORGANISATION);
        this.desk = SupportDesk.builder(model, AmsOrganisation.people(), clock)
                .withRepository(repository)
                .withNumbers(CaseNumbers.counting("AMS-"))
                .build();
    }

    /** Writes the log as CSV, which stays open. */
    public void write(Writer csv) throws IOException {
        List<Instant> arrivals = new ArrayList<>();
        while (arrivals.size() < cases) {
            arrivals.add(arrival());
        }
        arrivals.sort(Instant::compareTo);
        CsvWriter rows = CsvWriter.builder().build(csv);
        var unused = rows.writeRecord("case", "time", "group", "status", "actor", "system");
        for (Instant arrival : arrivals) {
            clock.moveTo(arrival);
            write(rows, live());
        }
        rows.flush();
    }

    private Instant arrival() {
        while (true) {
            LocalDate day = YEAR.plusDays(random.nextInt(YEAR.lengthOfYear()));
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (weekend && random.nextInt(10) > 0) {
                continue;
            }
            return day.atTime(hour(), random.nextInt(60), random.nextInt(60))
                    .atZone(ZONE)
                    .toInstant();
        }
    }

    private int hour() {
        int sum = 0;
        for (int share : ARRIVALS_BY_HOUR) {
            sum += share;
        }
        int left = random.nextInt(sum);
        int hour = 0;
        while (left >= ARRIVALS_BY_HOUR[hour]) {
            left -= ARRIVALS_BY_HOUR[hour];
            hour++;
        }
        return hour;
    }

    /** One case from its registration to its end. */
    private CaseNumber live() {
        SystemId system = AmsOrganisation.SYSTEMS.get(random.nextInt(AmsOrganisation.SYSTEMS.size()));
        boolean bySuperuser = chance(60);
        CaseKind kind = chance(60) ? CaseKind.INCIDENT : chance(60) ? CaseKind.QUESTION : CaseKind.SERVICE_REQUEST;
        CaseNumber number = register(bySuperuser, kind, system);
        if (bySuperuser && answeredAtOnce(number)) {
            return number;
        }
        atCentre(number, kind, system);
        if (bySuperuser && current(number).status() != CaseStatus.CLOSED) {
            work(120);
            submit(AmsOrganisation.SUPERUSERS, number, new CaseCommand.Answer("from the support centre"));
        }
        end(number, bySuperuser, kind, system);
        return number;
    }

    private CaseNumber register(boolean bySuperuser, CaseKind kind, SystemId system) {
        GroupId entrance = bySuperuser ? AmsOrganisation.SUPERUSERS : AmsOrganisation.CENTRE;
        CustomerId other = chance(70) ? AmsOrganisation.CITIZEN : AmsOrganisation.COMPANY;
        Registration registration = Registration.builder()
                .customer(bySuperuser ? AmsOrganisation.SUPERUSER : other)
                .subject(kind.name().toLowerCase(Locale.ROOT) + " about " + system)
                .kind(kind)
                .system(system)
                .group(entrance)
                .build();
        return desk.register(actor(entrance), registration).orElseThrow().number();
    }

    /** What a superuser cannot answer goes to the support centre. */
    private boolean answeredAtOnce(CaseNumber number) {
        accept(number, AmsOrganisation.SUPERUSERS, 60);
        if (chance(30)) {
            work(90);
            submit(AmsOrganisation.SUPERUSERS, number, new CaseCommand.Answer("as we do it here"));
            submit(AmsOrganisation.SUPERUSERS, number, new CaseCommand.Confirm());
            return true;
        }
        handOver(number, AmsOrganisation.SUPERUSERS, AmsOrganisation.CENTRE);
        return false;
    }

    private void atCentre(CaseNumber number, CaseKind kind, SystemId system) {
        accept(number, AmsOrganisation.CENTRE, 45);
        boolean business = kind == CaseKind.QUESTION && chance(25);
        boolean known = chance(55);
        Cause cause = business ? Cause.BUSINESS : known ? Cause.USER_ERROR : Cause.UNKNOWN;
        submit(
                AmsOrganisation.CENTRE,
                number,
                new CaseCommand.Classify(kind, Optional.of(system), Optional.empty(), cause));
        maybeWait(number, AmsOrganisation.CENTRE, WaitingFor.CUSTOMER, 15);
        if (business) {
            handOver(number, AmsOrganisation.CENTRE, AmsOrganisation.SPECIALISTS);
            atSpecialists(number, system);
        } else if (!known) {
            handOver(number, AmsOrganisation.CENTRE, AmsOrganisation.BIT);
            atBit(number, system, true);
        }
        work(90);
        submit(AmsOrganisation.CENTRE, number, new CaseCommand.Answer("this is how"));
    }

    private void atSpecialists(CaseNumber number, SystemId system) {
        accept(number, AmsOrganisation.SPECIALISTS, 24 * 60);
        if (chance(20)) {
            GroupId supplier = supplierOf(system);
            handOver(number, AmsOrganisation.SPECIALISTS, supplier);
            accept(number, supplier, 24 * 60);
            submit(supplier, number, new CaseCommand.DocumentSupplierContact(supplier, "agreed on the meaning"));
            work(48 * 60);
            submit(supplier, number, new CaseCommand.Answer("the rule is built like this"));
        }
        work(24 * 60);
        submit(AmsOrganisation.SPECIALISTS, number, new CaseCommand.Answer("the rule is meant like this"));
    }

    private void atBit(CaseNumber number, SystemId system, boolean firstTime) {
        accept(number, AmsOrganisation.BIT, 8 * 60);
        if (firstTime && chance(8)) {
            askForMore(number);
            atBit(number, system, false);
            return;
        }
        if (chance(35)) {
            atSupplier(number, supplierOf(system));
        }
        work(8 * 60);
        submit(AmsOrganisation.BIT, number, new CaseCommand.Answer("solved"));
    }

    private void askForMore(CaseNumber number) {
        work(120);
        submit(
                AmsOrganisation.BIT,
                number,
                new CaseCommand.GiveBack(GiveBackReason.INFORMATION_MISSING, "what did the screen say?"));
        work(120);
        handOver(number, AmsOrganisation.CENTRE, AmsOrganisation.BIT);
    }

    private void atSupplier(CaseNumber number, GroupId supplier) {
        handOver(number, AmsOrganisation.BIT, supplier);
        accept(number, supplier, 24 * 60);
        maybeWait(number, supplier, WaitingFor.SUPPLIER, 20);
        work(72 * 60);
        submit(supplier, number, new CaseCommand.Answer("corrected"));
    }

    private void end(CaseNumber number, boolean bySuperuser, CaseKind kind, SystemId system) {
        if (chance(5)) {
            comeBack(number, bySuperuser, kind, system);
        }
        if (chance(40)) {
            work(24 * 60);
            submit(AmsOrganisation.CENTRE, number, new CaseCommand.Confirm());
        } else {
            clock.moveTo(clock.instant().plus(10, ChronoUnit.DAYS));
            submit(AmsOrganisation.CENTRE, number, new CaseCommand.Close(ClosingReason.UNANSWERED, "no reply"));
        }
    }

    private void comeBack(CaseNumber number, boolean bySuperuser, CaseKind kind, SystemId system) {
        GroupId answered = bySuperuser ? AmsOrganisation.SUPERUSERS : AmsOrganisation.CENTRE;
        work(48 * 60);
        submit(AmsOrganisation.CENTRE, number, new CaseCommand.Reopen("it came back"));
        accept(number, answered, 60);
        if (bySuperuser) {
            handOver(number, AmsOrganisation.SUPERUSERS, AmsOrganisation.CENTRE);
            atCentre(number, kind, system);
        }
        work(120);
        submit(answered, number, new CaseCommand.Answer("now it should hold"));
    }

    private void maybeWait(CaseNumber number, GroupId group, WaitingFor reason, int percent) {
        if (chance(percent)) {
            submit(group, number, new CaseCommand.Pause(reason, Optional.empty(), "asked"));
            work(24 * 60);
            submit(group, number, new CaseCommand.Resume());
        }
    }

    private void accept(CaseNumber number, GroupId group, int minutesInQueue) {
        work(minutesInQueue);
        if (current(number).status() == CaseStatus.QUEUED) {
            submit(group, number, new CaseCommand.Accept());
        }
    }

    private void handOver(CaseNumber number, GroupId from, GroupId to) {
        work(45);
        submit(from, number, new CaseCommand.HandOver(to, "needs you"));
    }

    private void submit(GroupId group, CaseNumber number, CaseCommand command) {
        CaseView unused = desk.submit(actor(group), number, command).orElseThrow();
    }

    private SupportCase current(CaseNumber number) {
        return repository.find(number).orElseThrow();
    }

    private static ActorId actor(GroupId group) {
        return ActorId.of(group.value());
    }

    private GroupId supplierOf(SystemId system) {
        ImmutableList<GroupId> suppliers = AmsOrganisation.suppliersOf(system);
        return suppliers.get(random.nextInt(suppliers.size()));
    }

    /** Lets time pass, exponentially spread around this many minutes, and into the next working day. */
    private void work(int minutes) {
        long seconds = (long) (-Math.log(1 - random.nextDouble()) * minutes * 60) + 1;
        ZonedDateTime local = clock.instant().plus(Duration.ofSeconds(seconds)).atZone(ZONE);
        if (local.getHour() >= 17) {
            local = local.plusHours(15);
        }
        while (local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            local = local.plusDays(1);
        }
        clock.moveTo(local.toInstant());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void write(CsvWriter rows, CaseNumber number) {
        ImmutableList<CaseEvent> history = repository.history(number);
        SupportCase state = SupportCase.of(history.subList(0, 1));
        write(rows, state, history.get(0), Optional.empty());
        for (CaseEvent event : history.subList(1, history.size())) {
            SupportCase after = state.after(event);
            if (after.status() != state.status() || !after.working().equals(state.working())) {
                write(rows, after, event, state.working());
            }
            state = after;
        }
    }

    private static void write(CsvWriter rows, SupportCase state, CaseEvent event, Optional<Station> before) {
        Station station = state.working().or(() -> before).or(state::answeredBy).orElseThrow();
        String hold = state.hold()
                .map(waiting -> " - " + waiting.waitingFor().name().toLowerCase(Locale.ROOT))
                .orElse("");
        var unused = rows.writeRecord(
                state.number().value(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.occurredAt().atZone(ZONE)),
                station.group().value(),
                state.status().name().toLowerCase(Locale.ROOT) + hold,
                event.actor().value(),
                state.system().map(SystemId::value).orElse(""));
    }
}
