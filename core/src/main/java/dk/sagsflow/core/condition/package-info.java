/** Conditions on cases that explain themselves: agreements and routing rules are made of them. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.condition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
