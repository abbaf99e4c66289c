/** The one style of all generated value types. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.style;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
