/** Scenarios of cases, in words of the domain: read, played at a real desk in memory, and compared with what was expected. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.scenario;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
