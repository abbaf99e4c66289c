/** A desk to train and to try things out at, apart from the real one. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.practice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
