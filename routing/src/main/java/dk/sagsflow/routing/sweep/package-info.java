/** What a sweep does with the cases that have come due. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.sweep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
