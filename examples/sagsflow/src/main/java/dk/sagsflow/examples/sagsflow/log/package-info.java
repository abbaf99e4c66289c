/** Logs of helpdesks: their rows gathered to cases, judged, and turned into the events of a history. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
