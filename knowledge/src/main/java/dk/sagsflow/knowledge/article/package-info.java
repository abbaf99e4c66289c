/** Articles: what is written down, from the draft to the day when it is retired (R24, R27). */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.knowledge.article;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
