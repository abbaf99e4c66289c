/** What a simulation puts on a model: which cases come in and when, and how its groups work on them. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
