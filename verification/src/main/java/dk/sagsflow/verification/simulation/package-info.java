/** A model played before it goes live: invented cases and people at the real desk, with a clock that does not wait. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
