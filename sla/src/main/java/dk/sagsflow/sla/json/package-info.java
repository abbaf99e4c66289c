/** The JSON form of calendars and agreements: a public, versioned contract. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
