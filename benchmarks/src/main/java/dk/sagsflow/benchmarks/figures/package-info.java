/** What figures cost: many events folded, beside a bare loop and beside an engine. */
@NullMarked
package dk.sagsflow.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
