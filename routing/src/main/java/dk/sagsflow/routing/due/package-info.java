/** What comes due for a case: thresholds of clocks and what they ask for, rules of follow-up, and when the next of them is. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.due;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
