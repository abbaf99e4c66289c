/** What no text that leaves the organisation may hold. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
