/** Points in time as logs write them: patterns, ISO 8601, numbers, and a guess which of them a column has. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
