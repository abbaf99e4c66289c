/** Who may publish what (R25). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.editing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
