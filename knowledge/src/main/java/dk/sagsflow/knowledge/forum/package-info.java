/** The forum, where one asks and shares (R24). */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.forum;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
