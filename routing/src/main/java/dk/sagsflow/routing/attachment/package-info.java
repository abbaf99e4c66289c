/** Files that come with cases: whether they may, who may have them, and their end. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.attachment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
