/** Sends what waits in the outbox. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
