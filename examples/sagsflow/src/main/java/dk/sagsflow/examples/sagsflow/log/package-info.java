/** Logs of helpdesks as they come: found out, read, sorted, and turned into cases with their events. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
