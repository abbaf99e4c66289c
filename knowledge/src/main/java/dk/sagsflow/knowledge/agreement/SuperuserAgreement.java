package dk.sagsflow.knowledge.agreement;

import static java.util.Objects.requireNonNull;

/**
 * What is agreed with the manager of a unit about its superusers (R28). Immutable.
 *
 * @param id what it is called in the books
 * @param parties between whom
 * @param terms what, in words
 * @param expected how long each superuser is expected to work as one
 * @param period for which time
 */
public record SuperuserAgreement(
        SuperuserAgreementId id,
        AgreementParties parties,
        AgreementTerms terms,
        ExpectedTime expected,
        AgreementPeriod period) {
    /** Refuses null. */
    public SuperuserAgreement {
        requireNonNull(id, "id");
        requireNonNull(parties, "parties");
        requireNonNull(terms, "terms");
        requireNonNull(expected, "expected");
        requireNonNull(period, "period");
    }

    /** The same for another time: renewed, under another id if both are to stand. */
    public SuperuserAgreement renewed(SuperuserAgreementId next, AgreementPeriod time) {
        return new SuperuserAgreement(next, parties, terms, expected, time);
    }
}
