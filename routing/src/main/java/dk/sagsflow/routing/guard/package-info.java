/** Decisions on cases, and the guard that keeps cases from going to and fro. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.guard;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
