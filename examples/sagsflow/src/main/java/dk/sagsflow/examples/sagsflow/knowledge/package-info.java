/** What the organisation knows, on the command line. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.knowledge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
