/** What goes wrong with a database: it is away, it is not fit, a row of it cannot be read. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.jdbc.failure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
