package dk.sagsflow.verification;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.proof.Proof;
import java.util.Optional;

/**
 * What came of holding a law against a model. Immutable.
 *
 * @param law the law
 * @param proof what came of it
 * @param finding what is to be said about it; empty if it is proved
 */
public record LawVerdict(Law law, Proof proof, Optional<Finding> finding) {
    /** Refuses null. */
    public LawVerdict {
        requireNonNull(law, "law");
        requireNonNull(proof, "proof");
        requireNonNull(finding, "finding");
    }

    /** Whether nothing speaks against it: it is proved, or held for every case that was drawn. */
    public boolean holds() {
        return proof instanceof Proof.Kept || proof instanceof Proof.Sampled;
    }
}
