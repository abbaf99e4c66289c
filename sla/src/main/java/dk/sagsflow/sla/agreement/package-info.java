/** Agreements and the targets that they promise. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
