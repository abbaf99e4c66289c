/** What the columns of a log mean, as a file says it, and a guess at that file. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow.log.mapping;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
