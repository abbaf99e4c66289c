/**
 * Figures of a support organisation to look at (R33 to R35), counted case by case. docs/report.md tells of each part.
 */
@NullMarked
@CheckReturnValue
package dk.sagsflow.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
