/** A connection at work, in transactions of its own or of the host, and in what databases differ. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.jdbc.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
