/** Service hours: when a clock may run. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
