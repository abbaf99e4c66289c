/** Service level agreements and calendars of Jira Service Management. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.jira;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
