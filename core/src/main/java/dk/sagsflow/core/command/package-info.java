/** What is asked for, and what becomes of it: commands, registrations, outcomes and refusals. */
@NullMarked
@CheckReturnValue
@ValueStyle
package dk.sagsflow.core.command;

import com.google.errorprone.annotations.CheckReturnValue;
import dk.sagsflow.core.style.ValueStyle;
import org.jspecify.annotations.NullMarked;
