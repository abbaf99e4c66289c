/** When new versions of systems are taken into use: what meetings are held around, and after what certificates are renewed. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.release;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
