/** What a change of a model changes for the cases that there can be. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.comparison;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
