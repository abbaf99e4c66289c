/** What verification finds: each finding with its code, its place in the model, and a case that shows it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.finding;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
