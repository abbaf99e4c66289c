/** What happened to the knowledge of an organisation, in tables. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.jdbc.knowledge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
