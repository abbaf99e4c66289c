/** What no text that leaves the desk may hold, and no log. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
