/** Who of a group gets a case that has come to it: strategies, what they ask of members, and the rules that declare them. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.routing.assignment;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
