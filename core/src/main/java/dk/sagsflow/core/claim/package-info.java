/** Claims that end by themselves: how nodes that work on one store share what is to be done. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.claim;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
