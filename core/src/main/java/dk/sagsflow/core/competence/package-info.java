/** What people of the organisation can be certified in, or must know. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.competence;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
