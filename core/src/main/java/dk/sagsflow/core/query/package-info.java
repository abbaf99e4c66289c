/** What cases are asked for by, and in which order; pages of them, what stands with a case in a list, and counts. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
