/** How systems run: incidents and planned work, with workarounds and a history (R23). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
