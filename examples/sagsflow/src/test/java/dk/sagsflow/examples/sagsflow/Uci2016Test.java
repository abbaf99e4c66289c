package dk.sagsflow.examples.sagsflow;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.examples.sagsflow.log.CaseLogReader;
import dk.sagsflow.examples.sagsflow.log.CaseTranslator;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calibration.Calibration;
import dk.sagsflow.sla.calibration.CandidateClock;
import dk.sagsflow.sla.calibration.ClockFamily;
import dk.sagsflow.sla.calibration.FittedClock;
import dk.sagsflow.sla.calibration.FittedLimit;
import dk.sagsflow.sla.calibration.JudgedCase;
import dk.sagsflow.sla.calibration.Verdict;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import dk.sagsflow.sla.evaluation.Evaluation;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Finds the agreement behind the verdicts of the UCI incident log no. 498, which is not part of the project: the file is
 * looked for in the folder that the system property {@value #FOLDER} names, then in {@code shared/data} beside each folder
 * above this one. All calibrations are of one reading.
 */
final class Uci2016Test {
    private static final String LOG = "uci-incident-event-log.csv.gz";
    private static final String MAPPING = "mappings/uci2016.json";
    private static final Party SUPPORT = new Party.OfTier(TierId.of("support"));
    private static final ServiceCalendar WORKING_WEEK = ServiceCalendar.in(ZoneId.of("UTC"))
            .open(MONDAY, FRIDAY, "00:00", "24:00")
            .build();
    private static final ServiceCalendar SHIFTED_OFFICE = ServiceCalendar.in(ZoneOffset.ofHours(-6))
            .open(MONDAY, FRIDAY, "08:00", "17:00")
            .build();

    private final LogMapping mapping = LogMapping.read(RealLogs.mapping(MAPPING));

    @Test
    void the_clock_of_the_verdicts_is_found_and_its_agreement_judges_alike() {
        List<JudgedCase> cases = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        new CaseLogReader(mapping).read(RealLogs.log(LOG), one -> cases.add(judged(one)), rejected::add, bytes -> {});
        Calibration calibration =
                Calibration.of(ClockFamily.usual(mapping.time().zone()), cases);
        FittedClock best = calibration.best();

        assertThat(rejected).as("two rows run back, and are put in order").isEmpty();
        assertThat(cases).hasSize(24_918);
        assertThat(right(stated(), cases)).isEqualTo(24_750);
        assertThat(best.clock().measure()).isEqualTo(Measure.CLOSURE);
        assertThat(best.clock().calendar()).isEqualTo(WORKING_WEEK);
        assertThat(best.clock().pausedBy()).isEmpty();
        assertThat(best.explained()).isEqualTo(24_755);
        assertThat(best.accuracy()).isGreaterThanOrEqualTo(0.9930);
        assertThat(best.contradictions()).hasSize(24_918 - 24_755);
        assertThat(asGood(best, Priority.P3, Duration.ofMinutes(9_204))).isTrue();
        assertThat(asGood(best, Priority.P3, Duration.ofMinutes(9_243))).isTrue();
        assertThat(asGood(best, Priority.P4, Duration.ofMinutes(20_736))).isTrue();
        assertThat(right(best.toAgreement("found", "Found", SUPPORT), cases)).isEqualTo(best.explained());
        assertThat(explained(calibration, Measure.CLOSURE, "around the clock")).isBetween(0.979, 0.983);
        assertThat(explained(calibration, Measure.RESOLUTION, "Monday to Friday around the clock in UTC"))
                .isLessThan(0.93);

        Calibration shifted = Calibration.of(
                ClockFamily.builder()
                        .measure(Measure.CLOSURE)
                        .calendar("working week", WORKING_WEEK)
                        .calendar("office hours, six hours behind", SHIFTED_OFFICE)
                        .build(),
                cases);
        assertThat(shifted.best().clock().calendar()).isEqualTo(SHIFTED_OFFICE);
        assertThat(shifted.best().explained()).isEqualTo(24_902);
        assertThat(right(shifted.best().toAgreement("found", "Found", SUPPORT), cases))
                .isEqualTo(24_902);
    }

    private JudgedCase judged(LoggedCase logged) {
        CaseHistory history = CaseHistory.of(CaseTranslator.events(logged));
        return new JudgedCase(history, logged.last().at(), logged.verdict().orElseThrow());
    }

    private static double explained(Calibration calibration, Measure measure, String hours) {
        return calibration.ranking().stream()
                .filter(one -> one.clock()
                        .equals(new CandidateClock(measure, hours, one.clock().calendar(), ImmutableSet.of())))
                .mapToDouble(FittedClock::accuracy)
                .findFirst()
                .orElseThrow();
    }

    private static boolean asGood(FittedClock fitted, Priority priority, Duration limit) {
        FittedLimit found = fitted.limits().stream()
                .filter(one -> one.priority().equals(Optional.of(priority)))
                .findFirst()
                .orElseThrow();
        return found.equallyGood().stream().anyMatch(range -> range.contains(limit));
    }

    /** How many cases an evaluation under this agreement judges as they were. */
    private static long right(Agreement agreement, List<JudgedCase> cases) {
        Clocks clocks = new Clocks(Agreements.of(ImmutableList.of(agreement)));
        return cases.stream()
                .filter(one -> {
                    Evaluation evaluation = Evaluation.of(clocks, one.history(), one.judgedAt());
                    boolean exceeded = evaluation.tallies().values().stream().anyMatch(tally -> tally.exceeded() > 0);
                    return exceeded == (one.verdict() == Verdict.MISSED);
                })
                .count();
    }

    /** The agreement that others counted with: the first two priorities are as good as always missed. */
    private static Agreement stated() {
        Agreement.Builder agreement = Agreement.builder()
                .id("stated")
                .name("Stated")
                .kind(AgreementKind.SLA)
                .provider(SUPPORT)
                .consumer(new Party.EveryCustomer());
        Map<Priority, Duration> limits = ImmutableMap.of(
                Priority.P1, Duration.ofNanos(1),
                Priority.P2, Duration.ofNanos(1),
                Priority.P3, Duration.ofMinutes(9_204),
                Priority.P4, Duration.ofMinutes(20_736));
        limits.forEach((priority, limit) -> agreement.addTarget(Target.builder()
                .id(priority.name())
                .measure(Measure.CLOSURE)
                .appliesTo(Condition.is(CaseField.PRIORITY, priority.name()))
                .budget(Budget.of(limit))
                .calendar(WORKING_WEEK)
                .build()));
        return agreement.build();
    }
}
