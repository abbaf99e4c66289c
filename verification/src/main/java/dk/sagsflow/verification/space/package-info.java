/** Sets of cases, by what conditions can tell apart: every case there can be, at once. */
@NullMarked
@CheckReturnValue
package dk.sagsflow.verification.space;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
