/** A helpdesk replayed from a record of cases. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.replay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
