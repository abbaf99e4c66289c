/** Meetings of experience groups. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.meeting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
