/** The desk: commands in, outcomes and events out. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
