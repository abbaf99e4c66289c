/** Who can be told of what is late. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.escalation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
