/** The JSON form of organisation and events: a public, versioned contract. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
