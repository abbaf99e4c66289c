/** Laws held against a model: proved for all cases and every start in a year, or sampled where that cannot be. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
