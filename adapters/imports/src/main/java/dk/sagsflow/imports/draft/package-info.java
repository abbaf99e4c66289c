/** A model that is being written: calendars, conditions, agreements, and the organisation that they need. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.draft;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
