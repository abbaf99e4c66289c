/** Who may read what: one rule, which every way out asks. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.audience;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
