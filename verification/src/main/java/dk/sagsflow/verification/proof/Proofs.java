package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.space.TooLargeException;
import dk.sagsflow.verification.subject.Subject;
import java.time.LocalDate;
import java.util.Optional;

/** Holds laws against a model. Immutable. */
public final class Proofs {
    private Proofs() {}

    /**
     * What comes of each law, in listed order.
     *
     * @param from the first day of the year for which starts are looked at
     */
    public static ImmutableList<Proof> of(SupportModel model, Laws laws, LocalDate from) {
        try {
            Subject subject = new Subject(model, ImmutableMap.of(), from, Optional.empty(), laws.asked());
            return laws.all().stream().map(law -> of(subject, law)).collect(ImmutableList.toImmutableList());
        } catch (TooLargeException refused) {
            return laws.all().stream()
                    .map(law -> new Sampling(model, law, from).proof(String.valueOf(refused.getMessage())))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static Proof of(Subject subject, Law law) {
        return proved(subject, law)
                .orElseGet(() -> new Sampling(subject.model(), law, subject.from())
                        .proof("the customer is promised working days, of which there are no parts"));
    }

    /** Empty if there is no proof. */
    private static Optional<Proof> proved(Subject subject, Law law) {
        Sentence sentence = law.sentence();
        LimitProof limits = new LimitProof(subject, law);
        if (sentence instanceof Sentence.Due due) {
            return limits.due(due);
        } else if (sentence instanceof Sentence.Heard heard) {
            return limits.heard(heard);
        } else if (sentence instanceof Sentence.Told told) {
            return limits.told(told);
        } else if (sentence instanceof Sentence.Has has) {
            return limits.has(has);
        } else if (sentence instanceof Sentence.HasShare share) {
            return limits.share(share);
        } else if (sentence instanceof Sentence.Passes passes) {
            return Optional.of(new RouteProof(subject, law).passes(passes));
        }
        return Optional.of(new RouteProof(subject, law).onlyThese((Sentence.OnlyThese) sentence));
    }
}
