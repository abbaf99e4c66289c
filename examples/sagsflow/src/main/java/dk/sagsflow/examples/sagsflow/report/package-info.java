/** Logs as a report that people look at. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
