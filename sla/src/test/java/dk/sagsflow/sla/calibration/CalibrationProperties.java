package dk.sagsflow.sla.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.condition.Condition;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.calibration.CalibrationDomain.Planted;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Clocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.data.Offset;

/** What holds for every calibration of cases that an agreement judged, with and without noise. */
@Domain(DomainContext.Global.class)
@Domain(CalibrationDomain.class)
class CalibrationProperties {
    private static final Party PROVIDER = new Party.OfTier(TierId.of("1st"));

    @Property(tries = 200)
    void a_planted_clock_is_found_again_with_limits_that_judge_as_it_did(
            @ForAll Planted planted, @ForAll List<CaseHistory> cases) {
        Calibration calibration = Calibration.of(CalibrationDomain.FAMILY, judged(planted, cases));

        FittedClock found = fitted(calibration, planted);
        assertThat(calibration.best().accuracy()).isEqualTo(1);
        assertThat(found.accuracy()).isEqualTo(1);
        assertThat(found.contradictions()).isEmpty();
        for (FittedLimit limit : found.limits()) {
            assertThat(limit.equallyGood())
                    .singleElement()
                    .matches(range -> range.contains(limit(planted, limit.priority())));
        }
    }

    @Property(tries = 200)
    void with_noise_no_more_cases_contradict_than_were_falsified(
            @ForAll Planted planted,
            @ForAll List<CaseHistory> cases,
            @ForAll @IntRange(max = 50) int percent,
            @ForAll Random random) {
        List<JudgedCase> noisy = new ArrayList<>();
        int falsified = 0;
        for (JudgedCase judged : judged(planted, cases)) {
            boolean falsify = random.nextInt(100) < percent;
            falsified += falsify ? 1 : 0;
            noisy.add(falsify ? JudgedCase.of(judged.history(), other(judged.verdict())) : judged);
        }

        FittedClock best = Calibration.of(CalibrationDomain.FAMILY, noisy).best();

        assertThat(best.explained()).isGreaterThanOrEqualTo(cases.size() - falsified);
        assertThat(best.contradictions()).hasSize((int) (best.cases() - best.explained()));
    }

    @Property(tries = 200)
    void an_agreement_made_of_a_fitted_clock_judges_as_the_clock_does(
            @ForAll Planted planted, @ForAll List<CaseHistory> cases, @ForAll Random random) {
        List<JudgedCase> noisy = judged(planted, cases).stream()
                .map(one -> random.nextInt(5) == 0 ? JudgedCase.of(one.history(), other(one.verdict())) : one)
                .toList();

        for (FittedClock fitted :
                Calibration.of(CalibrationDomain.FAMILY, noisy).ranking()) {
            Clocks clocks = new Clocks(Agreements.of(ImmutableList.of(fitted.toAgreement("found", "Found", PROVIDER))));
            List<String> otherwise = noisy.stream()
                    .filter(one -> verdict(clocks, one.history()) != one.verdict())
                    .map(one -> one.number().value())
                    .toList();

            assertThat(fitted.contradictions())
                    .extracting(one -> one.number().value())
                    .containsExactlyElementsOf(otherwise);
            assertThat(fitted.accuracy()).isEqualTo(1 - (double) otherwise.size() / noisy.size(), within());
        }
    }

    @Property(tries = 100)
    void the_ranking_is_of_the_whole_family_and_falls(@ForAll Planted planted, @ForAll List<CaseHistory> cases) {
        Calibration calibration = Calibration.of(CalibrationDomain.FAMILY, judged(planted, cases));

        assertThat(calibration.ranking())
                .extracting(FittedClock::clock)
                .containsExactlyInAnyOrderElementsOf(CalibrationDomain.FAMILY.clocks());
        assertThat(calibration.ranking()).isSortedAccordingTo((one, other) -> {
            int byExplained = Long.compare(other.explained(), one.explained());
            return byExplained != 0 ? byExplained : Integer.compare(place(one), place(other));
        });
    }

    private static int place(FittedClock fitted) {
        return CalibrationDomain.FAMILY.clocks().asList().indexOf(fitted.clock());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private static FittedClock fitted(Calibration calibration, Planted planted) {
        return calibration.ranking().stream()
                .filter(one -> one.clock().equals(planted.clock()))
                .findFirst()
                .orElseThrow();
    }

    private static Duration limit(Planted planted, Optional<Priority> priority) {
        return priority.map(one -> planted.limits().getOrDefault(one, planted.otherwise()))
                .orElse(planted.otherwise());
    }

    private static List<JudgedCase> judged(Planted planted, List<CaseHistory> cases) {
        Clocks clocks = new Clocks(Agreements.of(ImmutableList.of(agreement(planted))));
        return cases.stream()
                .map(history -> JudgedCase.of(history, verdict(clocks, history)))
                .toList();
    }

    /** Written by hand here, so that it does not come from what is tested. */
    private static Agreement agreement(Planted planted) {
        CandidateClock clock = planted.clock();
        Agreement.Builder agreement = Agreement.builder()
                .id("planted")
                .name("Planted")
                .kind(AgreementKind.SLA)
                .provider(PROVIDER)
                .consumer(new Party.EveryCustomer());
        planted.limits()
                .forEach((priority, limit) -> agreement.addTarget(target(clock, priority.name(), limit)
                        .withAppliesTo(Condition.is(CaseField.PRIORITY, priority.name()))));
        return agreement
                .addTarget(target(clock, "otherwise", planted.otherwise()))
                .build();
    }

    private static Target target(CandidateClock clock, String id, Duration limit) {
        return Target.builder()
                .id(id)
                .measure(clock.measure())
                .budget(Budget.of(limit))
                .calendar(clock.calendar())
                .addAllPausedBy(clock.pausedBy())
                .build();
    }

    private static Verdict verdict(Clocks clocks, CaseHistory history) {
        return clocks.read(history, history.latest().changedAt()).stream().anyMatch(ClockReading::exceeded)
                ? Verdict.MISSED
                : Verdict.MET;
    }

    private static Verdict other(Verdict verdict) {
        return verdict == Verdict.MET ? Verdict.MISSED : Verdict.MET;
    }
}
