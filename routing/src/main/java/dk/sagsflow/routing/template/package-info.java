/** What notifications say: templates by kind and language. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.template;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
