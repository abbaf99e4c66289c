/** Hands what is stored to those who follow the log. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.following;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
