/** What those who run a desk set and see: how often it sweeps and delivers, how long it tries, and what came of it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
