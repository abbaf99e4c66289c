/** The JSON form of what a desk answers. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
