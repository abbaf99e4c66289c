/**
 * A report as one page of HTML with charts, tables and definitions, as JSON, and as CSV.
 */
@NullMarked
@CheckReturnValue
package dk.sagsflow.report.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
