/** Known errors and the desk: made from cases, and told to everybody who waits for them (R23, R27). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.knownerror;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
