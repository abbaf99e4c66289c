/** What a case went through, in the order in which it occurred. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.timeline;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
