/** The systems that the organisation supports. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
