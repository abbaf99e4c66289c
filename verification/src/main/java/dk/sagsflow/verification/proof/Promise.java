package dk.sagsflow.verification.proof;

import dk.sagsflow.sla.agreement.Target;

/**
 * A target that holds for some cases.
 *
 * @param <C> which cases: a set of them, or whether it is so of the one that is asked about
 */
record Promise<C>(C cases, Target target, String words) {}
