/** Forgetting a person. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.erasure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
