/** Cases as those who look at them may see them: each view is built for its audience, from a list of what it may show. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.core.view;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
