/** Who may do what, and who may see what. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
