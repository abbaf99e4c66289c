/** Rules that follow up on cases that wait: reminders, automatic closing, keep-in-touch notices, follow-up lists. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.followup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
