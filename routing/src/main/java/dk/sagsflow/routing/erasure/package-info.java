/** What is left of a case whose personal data is erased. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.erasure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
