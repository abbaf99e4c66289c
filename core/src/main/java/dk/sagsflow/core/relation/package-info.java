/** How a case stands to other cases, and what other systems call it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.relation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
