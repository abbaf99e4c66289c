/** What a decision of triage costs, beside engines of rules and a bare list. */
@NullMarked
package dk.sagsflow.benchmarks.triage;

import org.jspecify.annotations.NullMarked;
