/** The model that is verified, and what run time decides of one case, of all cases at once. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.subject;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
