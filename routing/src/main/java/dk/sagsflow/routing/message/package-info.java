/** Messages of the host's own that are stored with a step. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.message;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
