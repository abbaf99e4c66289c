/** Policies, schedules and holidays of Zendesk. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.zendesk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
