/** What a host hears of the steps of a desk. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.listening;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
