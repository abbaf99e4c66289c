package dk.sagsflow.verification;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.LawWords;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.proof.Proof;
import dk.sagsflow.verification.proof.Proofs;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Laws held against a model: for every case that there can be and every start in the year, not a sample; where that cannot be
 * proved it is said, and cases are drawn by chance, always the same. Immutable.
 */
public final class LawVerification {
    private final ImmutableList<LawVerdict> verdicts;

    private LawVerification(ImmutableList<LawVerdict> verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * Holds laws against a model.
     *
     * @param from the first day of the year for which starts are looked at
     */
    public static LawVerification of(SupportModel model, Laws laws, LocalDate from) {
        TextPlaces places =
                new TextPlaces(laws.text().isEmpty() ? ImmutableMap.of() : ImmutableMap.of(Laws.NAME, laws.text()));
        ImmutableList<Proof> proofs = Proofs.of(model, laws, from);
        ImmutableList.Builder<LawVerdict> verdicts = ImmutableList.builder();
        for (int i = 0; i < proofs.size(); i++) {
            Law law = laws.all().get(i);
            Place place = new Place(Laws.NAME, "/laws/" + i, Optional.empty());
            verdicts.add(new LawVerdict(
                    law, proofs.get(i), finding(law, proofs.get(i), place).map(places::located)));
        }
        return new LawVerification(verdicts.build());
    }

    /**
     * Holds laws against a model that was read from a folder.
     *
     * @param from the first day of the year for which starts are looked at
     */
    public static LawVerification of(ModelFolder folder, Laws laws, LocalDate from) {
        return of(folder.model(), laws, from);
    }

    private static Optional<Finding> finding(Law law, Proof proof, Place place) {
        String said = "law \"" + law.name() + "\": ";
        if (proof instanceof Proof.Broken broken) {
            String words = said + LawWords.in(Locale.ENGLISH).of(law) + "; " + broken.how();
            return Optional.of(new Finding(FindingCode.LAW_BROKEN, place, words, Optional.of(broken.shown())));
        } else if (proof instanceof Proof.AboutNothing) {
            String words = said + "there is no case that it is about";
            return Optional.of(new Finding(FindingCode.LAW_ABOUT_NOTHING, place, words, Optional.empty()));
        } else if (proof instanceof Proof.Sampled sampled) {
            String words = said + sampled.why() + "; it held for " + sampled.drawn() + " cases drawn by chance";
            return Optional.of(new Finding(FindingCode.LAW_NOT_PROVED, place, words, Optional.empty()));
        }
        return Optional.empty();
    }

    /** What came of each law, in listed order. */
    public ImmutableList<LawVerdict> verdicts() {
        return verdicts;
    }

    /** What is to be said, in listed order: nothing if every law is proved. */
    public ImmutableList<Finding> findings() {
        return verdicts.stream()
                .flatMap(verdict -> verdict.finding().stream())
                .collect(ImmutableList.toImmutableList());
    }
}
