/** What watchers of a case may be told. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.watcher;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
