/** The case and its responsibility chain: events are the record, and the case is what they make. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.cases;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
