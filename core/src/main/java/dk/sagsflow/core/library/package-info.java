/** Libraries that single parts need and hosts add if they use those parts. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.library;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
