package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.verification.LawVerdict;
import dk.sagsflow.verification.LawVerification;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.law.LawWords;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.proof.Proof;
import dk.sagsflow.verification.scenario.Mismatch;
import dk.sagsflow.verification.scenario.ScenarioResult;
import dk.sagsflow.verification.script.Spot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The laws of a suite. */
record LawChecks(Path folder, ModelFolder model, Laws laws, LocalDate from) {
    ImmutableList<LawVerdict> verdicts() {
        return LawVerification.of(model, laws, from).verdicts();
    }

    /** Those that hold for all cases that were drawn, which is no proof. */
    static ImmutableList<String> notProved(ImmutableList<LawVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.finding().stream())
                .filter(finding -> finding.code() == FindingCode.LAW_NOT_PROVED)
                .map(finding -> "not proved: " + finding.message())
                .collect(ImmutableList.toImmutableList());
    }

    ScenarioResult result(LawVerdict verdict) {
        Spot spot = spot(verdict.finding().flatMap(finding -> finding.place().position()));
        return new ScenarioResult(
                verdict.law().name(),
                spot,
                verdict.holds()
                        ? ImmutableList.of()
                        : ImmutableList.of(mismatch(verdict, verdict.finding().orElseThrow(), spot)));
    }

    private Spot spot(Optional<Place.Position> position) {
        return new Spot(
                folder.resolve(Laws.NAME).toString(),
                position.map(Place.Position::line).orElse(1),
                position.map(Place.Position::column).orElse(1),
                0,
                0);
    }

    private static Mismatch mismatch(LawVerdict verdict, Finding finding, Spot spot) {
        ImmutableList.Builder<String> why = ImmutableList.builder();
        why.add(verdict.proof() instanceof Proof.Broken broken ? broken.how() : finding.message());
        finding.counterexample().ifPresent(shown -> why.add("shown by " + shown.describe()));
        return new Mismatch(
                "law: " + LawWords.in(Locale.ENGLISH).of(verdict.law()),
                spot,
                ImmutableList.of("holds for every case"),
                ImmutableList.of(finding.code().meaning()),
                false,
                false,
                new Mismatch.Reason(Optional.empty(), why.add(finding.advice()).build()));
    }
}
