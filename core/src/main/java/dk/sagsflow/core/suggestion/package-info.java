/** What may help with a case while it is worked on, and where that comes from (R27). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.suggestion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
