/** A store on H2 or PostgreSQL: {@link dk.sagsflow.jdbc.SagsflowStore} opens it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.jdbc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
