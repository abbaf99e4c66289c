/** Agreements that nobody wrote down, found from cases of which it is known whether they met them. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.calibration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
