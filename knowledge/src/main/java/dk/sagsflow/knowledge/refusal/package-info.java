/** Why something was not done, with what would be allowed, in Danish and English. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.refusal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
