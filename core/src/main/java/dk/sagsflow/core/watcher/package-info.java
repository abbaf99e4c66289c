/** Who is told of a case beside its customer and its groups. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.watcher;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
