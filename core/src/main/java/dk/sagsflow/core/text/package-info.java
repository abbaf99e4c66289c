/** How texts are compared, and what people call the constants of the domain. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
