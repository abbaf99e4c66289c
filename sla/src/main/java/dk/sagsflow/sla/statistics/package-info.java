/**
 * Figures that agreements and calendars tell (R33, R35): clocks as facts, ages in service time, effort, and what will be exceeded.
 * docs/statistics.md defines them.
 */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
