/** What comes of it that a case arrives at a group. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.arrival;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
