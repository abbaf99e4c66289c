/** Service levels and calendars of GLPI. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.glpi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
