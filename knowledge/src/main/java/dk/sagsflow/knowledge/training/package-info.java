/** Courses, who attends them, who is certified in what, and what supporters must know. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.knowledge.training;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
