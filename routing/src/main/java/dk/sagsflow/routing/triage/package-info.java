/** Rules that send a new case to a group. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.triage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
