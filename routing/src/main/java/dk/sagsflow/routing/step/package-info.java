/** A step while it is made: drafts of the cases in it, and the stages that it goes through until it is stored. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.step;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
