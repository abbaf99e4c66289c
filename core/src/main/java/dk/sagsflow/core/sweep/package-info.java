/** What sweeps put on record. Exported to the modules of this library alone: no host issues it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.sweep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
