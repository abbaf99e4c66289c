package dk.sagsflow.verification.proof;

import dk.sagsflow.verification.subject.Deadline;

/**
 * Something that comes to pass by a time for some cases.
 *
 * @param <C> which cases: a set of them, or whether it is so of the one that is asked about
 * @param cases for which
 * @param deadline by when
 * @param words what it is
 */
record Offer<C>(C cases, Deadline.Amount deadline, String words) {}
