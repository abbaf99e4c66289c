/** Clocks that run in service hours, pause and resume. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
