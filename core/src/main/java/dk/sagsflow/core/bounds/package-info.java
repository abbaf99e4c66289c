/** How much is taken in: what is accepted can be stored, read, listed, explained and judged. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.bounds;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
