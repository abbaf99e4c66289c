/** Sagsflow as a program: logs replayed and judged, models verified. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.examples.sagsflow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
