/** What follows from a command: a pure function of case, command, organisation and time. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
