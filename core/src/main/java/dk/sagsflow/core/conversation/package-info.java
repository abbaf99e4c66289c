/** Who speaks, on which side, by what way, and who may read it. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.conversation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
