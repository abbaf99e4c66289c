/** Who is told what because of a step, and in which words. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.routing.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
