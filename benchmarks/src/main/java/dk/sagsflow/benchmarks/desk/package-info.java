/** What commands, sweeps, lists and the clocks of their cases cost. */
@NullMarked
package dk.sagsflow.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
