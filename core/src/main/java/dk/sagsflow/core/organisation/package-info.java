/** Who is in the support organisation: tiers, groups, people and customers. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.organisation;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
