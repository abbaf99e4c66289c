/** What happens to cases because of what happens to one that they belong to. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.family;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
