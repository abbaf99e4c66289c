/** How texts are compared. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
