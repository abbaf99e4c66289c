/** Fields of the organisation's own, and what may stand in them. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.attribute;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
