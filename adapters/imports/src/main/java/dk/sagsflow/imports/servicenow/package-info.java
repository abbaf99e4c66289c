/** Service level definitions and schedules of ServiceNow. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.imports.servicenow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
