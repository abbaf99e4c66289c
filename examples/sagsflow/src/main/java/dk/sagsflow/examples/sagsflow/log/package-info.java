/** How logs of other systems are read: a file, what the mapping says of it, and the cases in it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
