package dk.sagsflow.verification.proof;

import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.law.Law;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/** A law held against cases that are drawn by chance, the same each time; what shows it broken is made as simple as can be. */
record Sampling(SupportModel model, Law law, LocalDate from) {
    private static final int CASES = 1_000;
    private static final long SEED = 2007;
    private static final int STEPS = 200;

    Proof proof(String why) {
        Draws draws = new Draws(model, law.when(), from, new Random(SEED));
        Passages passages = new Passages(model);
        for (int i = 0; i < CASES; i++) {
            Optional<Proof.Broken> broken = new Trial(model, passages, law, draws.next()).broken();
            if (broken.isPresent()) {
                return shrunk(draws, passages, broken.get());
            }
        }
        return new Proof.Sampled(why, CASES);
    }

    private Proof.Broken shrunk(Draws draws, Passages passages, Proof.Broken found) {
        Proof.Broken simplest = found;
        for (int i = 0; i < STEPS; i++) {
            Optional<Proof.Broken> simpler = simpler(draws, passages, simplest.shown());
            if (simpler.isEmpty()) {
                return simplest;
            }
            simplest = simpler.get();
        }
        return simplest;
    }

    private Optional<Proof.Broken> simpler(Draws draws, Passages passages, Counterexample shown) {
        return draws.simpler(shown).stream()
                .flatMap(simpler -> new Trial(model, passages, law, simpler).broken().stream())
                .findFirst();
    }
}
