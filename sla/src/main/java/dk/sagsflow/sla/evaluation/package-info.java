/** Recorded cases held against agreements, those in force or a draft; nothing stored is touched. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.sla.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
