/** Every stored step in one order, and how far those who follow it have come. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
