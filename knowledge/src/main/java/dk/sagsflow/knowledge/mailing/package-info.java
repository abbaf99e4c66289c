/** Mailing lists that follow from who somebody is and what they subscribe to. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.mailing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
