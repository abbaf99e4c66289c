/**
 * Figures about cases (R33): facts that a history shows, counted by period and by what the cases are, so that parts that
 * were counted apart can be put together. docs/statistics.md defines every figure.
 */
@NullMarked
package dk.sagsflow.core.statistics;

import org.jspecify.annotations.NullMarked;
